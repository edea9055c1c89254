package parley.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/// A token itself: 256 random bits behind a prefix. Only its SHA-256 is stored: there is nothing to
/// guess, so a slow hash would only cost time.
record TokenSecret(String text) {
    private static final String PREFIX = "parley_";
    private static final int RANDOM_BYTES = 32;
    private static final int PREVIEW_LENGTH = PREFIX.length() + 6;

    static TokenSecret random(SecureRandom random) {
        byte[] bits = new byte[RANDOM_BYTES];
        random.nextBytes(bits);
        return new TokenSecret(
                PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
    }

    /// Whether it can be a token at all.
    boolean isPossible() {
        return text.startsWith(PREFIX);
    }

    /// The first characters, enough to recognise it.
    String preview() {
        return text.substring(0, PREVIEW_LENGTH);
    }

    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
