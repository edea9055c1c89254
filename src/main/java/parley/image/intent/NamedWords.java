package parley.image.intent;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Values that are said by one of many words. Earlier values go before later ones.
final class NamedWords<T> {
    private final Map<Pattern, T> values = new LinkedHashMap<>();

    /// @param words a regular expression over folded text, for whole words
    NamedWords<T> add(T value, String words) {
        values.put(
                Pattern.compile("(?<![\\p{L}\\p{N}])(?:" + words + ")(?![\\p{L}\\p{N}])"), value);
        return this;
    }

    Optional<Found<T>> find(String folded) {
        for (Map.Entry<Pattern, T> each : values.entrySet()) {
            Matcher matcher = each.getKey().matcher(folded);
            if (matcher.find()) {
                return Optional.of(new Found<>(each.getValue(), matcher.start(), matcher.end()));
            }
        }
        return Optional.empty();
    }

    boolean in(String folded) {
        return find(folded).isPresent();
    }
}
