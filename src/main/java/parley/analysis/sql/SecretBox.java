package parley.analysis.sql;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import parley.error.AppException;
import parley.error.ErrorCode;

/// Keeps short texts secret in the database: AES-256-GCM, with a key that is not in the database. A
/// sealed text is `v1.<key id>.<nonce and ciphertext in base64url>`, so that one can tell which key
/// it needs. Safe for use by many threads.
public final class SecretBox {
    private static final String VERSION = "v1";
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    // OWASP's figure for PBKDF2 with SHA-256 (2023); it is worked out once, at the first use.
    private static final int ROUNDS = 600_000;

    private final Path file;
    private final Optional<String> secret;
    private final SecureRandom random = new SecureRandom();
    private @Nullable Key key;

    private record Key(String id, SecretKeySpec bytes) {
        static Key of(byte[] bytes) throws GeneralSecurityException {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return new Key(HexFormat.of().formatHex(hash, 0, 4), new SecretKeySpec(bytes, "AES"));
        }
    }

    /// Neither reads nor makes the file before the first use.
    ///
    /// @param home where `secret.key` is, or will be
    /// @param secret what the key is made of instead
    public SecretBox(Path home, Optional<String> secret) {
        this.file = home.resolve("secret.key");
        this.secret = secret;
    }

    /// @param purpose what the text is; it can be opened only for the same purpose
    public String seal(String text, String purpose) {
        try {
            Key used = key();
            byte[] nonce = new byte[NONCE_BYTES];
            random.nextBytes(nonce);
            byte[] sealed =
                    cipher(Cipher.ENCRYPT_MODE, used, nonce, purpose)
                            .doFinal(text.getBytes(StandardCharsets.UTF_8));
            byte[] both = Arrays.copyOf(nonce, nonce.length + sealed.length);
            System.arraycopy(sealed, 0, both, nonce.length, sealed.length);
            return VERSION
                    + "."
                    + used.id
                    + "."
                    + Base64.getUrlEncoder().withoutPadding().encodeToString(both);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is missing", e);
        }
    }

    /// @throws AppException (503) if it was sealed with another key, or changed since
    public String open(String sealed, String purpose) {
        String[] parts = sealed.split("\\.", -1);
        try {
            Key used = key();
            if (parts.length != 3 || !parts[0].equals(VERSION) || !parts[1].equals(used.id)) {
                throw wrongKey(null);
            }
            byte[] both = Base64.getUrlDecoder().decode(parts[2]);
            byte[] nonce = Arrays.copyOf(both, NONCE_BYTES);
            return new String(
                    cipher(Cipher.DECRYPT_MODE, used, nonce, purpose)
                            .doFinal(both, NONCE_BYTES, both.length - NONCE_BYTES),
                    StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw wrongKey(e);
        }
    }

    private static Cipher cipher(int mode, Key key, byte[] nonce, String purpose)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key.bytes, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private synchronized Key key() throws GeneralSecurityException {
        Key known = key;
        if (known == null) {
            known = Key.of(secret.isPresent() ? derived(secret.get()) : fromFile());
            key = known;
        }
        return known;
    }

    private static byte[] derived(String secret) throws GeneralSecurityException {
        PBEKeySpec spec =
                new PBEKeySpec(
                        secret.toCharArray(),
                        "parley data.secret".getBytes(StandardCharsets.UTF_8),
                        ROUNDS,
                        KEY_BYTES * 8);
        return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                .generateSecret(spec)
                .getEncoded();
    }

    private byte[] fromFile() {
        try {
            if (Files.notExists(file)) {
                create();
            }
            byte[] bytes = HexFormat.of().parseHex(Files.readString(file).strip());
            if (bytes.length == KEY_BYTES) {
                return bytes;
            }
        } catch (IOException | IllegalArgumentException e) {
            throw unreadable(e);
        }
        throw unreadable(null);
    }

    /// Writes beside and links, so that nobody ever reads half a key and of two servers that start
    /// at once one key remains.
    private void create() throws IOException {
        byte[] fresh = new byte[KEY_BYTES];
        random.nextBytes(fresh);
        Path draft = Files.createTempFile(file.getParent(), "secret", ".new", ownerOnly());
        try {
            Files.writeString(draft, HexFormat.of().formatHex(fresh) + "\n");
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException e) {
            // The other one's key is as good.
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

    private static AppException wrongKey(@Nullable Exception cause) {
        return new AppException(
                ErrorCode.UNAVAILABLE,
                "The connection of this data source was encrypted with another key; restore"
                        + " secret.key or data.secret, or register the data source again.",
                cause);
    }

    private static AppException unreadable(@Nullable Exception cause) {
        return new AppException(
                ErrorCode.UNAVAILABLE,
                "The key file secret.key of the home cannot be read, or is not one.",
                cause);
    }
}
