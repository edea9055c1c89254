package parley.image;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import parley.error.AppException;
import parley.error.ErrorCode;

/// Signs webhooks as the Standard Webhooks specification has it: HMAC-SHA256 of
/// `id.timestamp.body`. Safe for use by many threads.
final class WebhookSecret {
    private static final String PREFIX = "whsec_";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;

    private final Path file;
    private final Optional<String> given;
    private @Nullable SecretKeySpec key;

    /// Neither reads nor makes the file before the first use.
    ///
    /// @param home where `webhook.secret` is, or will be
    /// @param given what is used instead
    WebhookSecret(Path home, Optional<String> given) {
        this.file = home.resolve("webhook.secret");
        this.given = given;
    }

    /// @return the value of the header `webhook-signature`
    String sign(String id, long timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key());
            mac.update("%s.%d.".formatted(id, timestamp).getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HMAC-SHA256.", e);
        }
    }

    private synchronized SecretKeySpec key() {
        SecretKeySpec known = key;
        if (known == null) {
            known = new SecretKeySpec(bytes(given.orElseGet(this::fromFile)), ALGORITHM);
            key = known;
        }
        return known;
    }

    private static byte[] bytes(String secret) {
        if (secret.startsWith(PREFIX)) {
            try {
                return Base64.getDecoder().decode(secret.substring(PREFIX.length()));
            } catch (IllegalArgumentException e) {
                // Then it is a text that only looks like one.
            }
        }
        return secret.getBytes(StandardCharsets.UTF_8);
    }

    private String fromFile() {
        try {
            if (Files.notExists(file)) {
                create();
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new AppException(
                    ErrorCode.UNAVAILABLE,
                    "The file webhook.secret of the home cannot be read or made.",
                    e);
        }
    }

    /// Writes beside and links, so that nobody ever reads half a secret.
    private void create() throws IOException {
        byte[] fresh = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(fresh);
        Path draft = Files.createTempFile(file.getParent(), "webhook", ".new", ownerOnly());
        try {
            Files.writeString(draft, PREFIX + Base64.getEncoder().encodeToString(fresh) + "\n");
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException e) {
            // The other one's is as good.
        } finally {
            Files.delete(draft);
        }
    }

    private FileAttribute<?>[] ownerOnly() {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
