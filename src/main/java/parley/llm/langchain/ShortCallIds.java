package parley.llm.langchain;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/// Gives tool calls ids of nine letters and digits: Mistral, and the templates of its models on
/// other servers, refuse others. For one request; the same history gives the same ids.
final class ShortCallIds {
    private static final int LENGTH = 9;
    private static final Pattern ACCEPTED = Pattern.compile("[A-Za-z0-9]{%d}".formatted(LENGTH));
    private static final int LETTERS_AND_DIGITS = 36;

    private final Map<String, String> given = new HashMap<>();
    private final Set<String> taken = new HashSet<>();

    /// A call's id, and that of its result.
    String of(String id) {
        return given.computeIfAbsent(id, this::free);
    }

    private String free(String id) {
        String found = ACCEPTED.matcher(id).matches() ? id : made(id);
        for (int again = 2; !taken.add(found); again++) {
            found = made(id + "#" + again);
        }
        return found;
    }

    private static String made(String id) {
        String hash =
                UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8))
                        .toString()
                        .replace("-", "");
        return new BigInteger("1" + hash, 16).toString(LETTERS_AND_DIGITS).substring(1, 1 + LENGTH);
    }
}
