package parley.analysis.question;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How a column says yes and no.
///
/// @param more whether it says something else too, such as `pending`
record Flag(String yes, String no, boolean more) {
    /// With more values than these it tells more than yes and no.
    private static final int FEW = 4;

    private static final Map<String, String> PAIRS =
            Map.of("yes", "no", "y", "n", "true", "false", "t", "f", "ja", "nein");
    private static final Set<String> NOES = Set.copyOf(PAIRS.values());

    /// Empty where the column says neither.
    static Optional<Flag> of(ColumnFacts column) {
        return switch (column.column().type()) {
            case BOOLEAN -> Optional.of(new Flag("true", "false", false));
            case INTEGER ->
                    isNumber(column.least(), "0") && isNumber(column.greatest(), "1")
                            ? Optional.of(new Flag("1", "0", false))
                            : Optional.empty();
            case TEXT -> ofTexts(column.values());
            case DECIMAL, DATE, TIMESTAMP, TIME, OTHER -> Optional.empty();
        };
    }

    private static boolean isNumber(@Nullable Object cell, String number) {
        return cell != null && cell.toString().equals(number);
    }

    private static Optional<Flag> ofTexts(List<String> values) {
        Optional<String> yes = first(values, PAIRS.keySet());
        Optional<String> no = first(values, NOES);
        boolean pair =
                yes.isEmpty()
                        || no.isEmpty()
                        || lower(no.get()).equals(PAIRS.get(lower(yes.get())));
        // A single letter by itself may be anything.
        boolean words =
                Stream.of(yes, no).flatMap(Optional::stream).anyMatch(each -> each.length() > 1);
        if (values.size() > FEW || !pair || ((yes.isEmpty() || no.isEmpty()) && !words)) {
            return Optional.empty();
        }
        boolean more = values.size() > Stream.of(yes, no).flatMap(Optional::stream).count();
        return Optional.of(
                new Flag(
                        yes.orElseGet(() -> opposite(no.orElseThrow())),
                        no.orElseGet(() -> PAIRS.getOrDefault(lower(yes.orElseThrow()), "")),
                        more));
    }

    private static String opposite(String no) {
        return PAIRS.entrySet().stream()
                .filter(pair -> pair.getValue().equals(lower(no)))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
    }

    private static Optional<String> first(List<String> values, Set<String> wanted) {
        return values.stream().filter(value -> wanted.contains(lower(value))).findFirst();
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
