package parley.llm;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.regex.Pattern;

/// Gives tool calls ids that every provider accepts: `call_` and at most 35 letters and digits,
/// each once in a history. The same ids in the same order give the same ids.
final class ToolCallIds {
    private static final Pattern ACCEPTED = Pattern.compile("call_[A-Za-z0-9]{1,35}");
    private static final int BYTES = 12;

    private final Set<String> given = new HashSet<>();

    String of(String id) {
        String accepted = ACCEPTED.matcher(id).matches() ? id : made(id);
        for (int again = 2; !given.add(accepted); again++) {
            accepted = made(id + "#" + again);
        }
        return accepted;
    }

    private static String made(String id) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(id.getBytes(StandardCharsets.UTF_8));
            return "call_" + HexFormat.of().formatHex(hash, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
