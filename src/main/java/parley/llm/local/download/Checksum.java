package parley.llm.local.download;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/// What the bytes of a file must add up to.
///
/// @param algorithm `SHA-256` or `SHA-512`
/// @param hex lower case
public record Checksum(String algorithm, String hex) {
    /// 64 hex digits, with or without quotes around them; empty for anything else.
    public static Optional<Checksum> sha256(String text) {
        String digits = text.replace("\"", "").strip().toLowerCase(Locale.ROOT);
        return digits.matches("[0-9a-f]{64}")
                ? Optional.of(new Checksum("SHA-256", digits))
                : Optional.empty();
    }

    /// The form of npm's `integrity`: `sha512-` and Base64.
    static Checksum integrity(String text) {
        byte[] digest = Base64.getDecoder().decode(text.substring("sha512-".length()));
        return new Checksum("SHA-512", HexFormat.of().formatHex(digest));
    }

    boolean matches(Path file) throws IOException {
        MessageDigest digest = digest();
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest()).equals(hex);
    }

    private MessageDigest digest() {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has it.", e);
        }
    }
}
