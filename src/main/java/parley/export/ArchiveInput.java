package parley.export;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import parley.error.AppException;
import parley.error.ErrorCode;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// An archive that was brought, and found whole: every entry is there with the bytes it had when it
/// was written, and no other.
public final class ArchiveInput {
    static final String MANIFEST = "manifest.json";
    static final String FORMAT = "parley-archive";
    static final int VERSION = 1;

    private static final int LONGEST_MANIFEST = 128 << 20;

    private final PackedFiles files;
    private final long longestThing;

    private ArchiveInput(PackedFiles files, long longestThing) {
        this.files = files;
        this.longestThing = longestThing;
    }

    static boolean isArchive(PackedFiles files) {
        return files.has(MANIFEST);
    }

    /// Reads all of it once.
    ///
    /// @param longestThing how much one line may take, in bytes
    /// @throws AppException (422) if it is not as it was written, or of a later version
    static ArchiveInput verified(PackedFiles files, long longestThing) throws IOException {
        JsonNode manifest = manifest(files);
        if (!manifest.path("format").asString("").equals(FORMAT)) {
            throw damaged("its manifest is of another program");
        }
        long version = Fields.of(manifest, "").number("version", 1);
        if (version > VERSION) {
            throw ParleyFormat.tooNew(version, VERSION);
        }
        Set<String> listed = new HashSet<>();
        for (JsonNode node : manifest.path("entries")) {
            Fields entry = Fields.of(node, "entries");
            String name = entry.text("name");
            if (!listed.add(name) || !files.has(name)) {
                throw damaged("\"%s\" is missing".formatted(name));
            }
            verify(files, name, entry);
        }
        for (String name : files.names()) {
            if (!name.equals(MANIFEST) && !listed.contains(name)) {
                throw damaged("\"%s\" does not belong to it".formatted(name));
            }
        }
        return new ArchiveInput(files, longestThing);
    }

    private static JsonNode manifest(PackedFiles files) throws IOException {
        try (InputStream in = files.open(MANIFEST)) {
            return JsonMapper.shared().readTree(in.readNBytes(LONGEST_MANIFEST));
        } catch (JacksonException e) {
            throw damaged("its manifest is not whole");
        }
    }

    private static void verify(PackedFiles files, String name, Fields entry) throws IOException {
        MessageDigest digest = sha256();
        long count = 0;
        try (InputStream in = files.open(name)) {
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
                count += read;
            }
        }
        boolean same =
                count == entry.number("bytes", 0)
                        && HexFormat.of().formatHex(digest.digest()).equals(entry.text("sha256"));
        if (!same) {
            throw damaged("\"%s\" is not what it was when it was written".formatted(name));
        }
    }

    public boolean has(String name) {
        return files.has(name);
    }

    /// @throws AppException (422) if it is not there
    public InputStream open(String name) {
        return files.open(name);
    }

    /// The things in an entry of JSON lines; none if there is no such entry.
    public JsonElements lines(String name) {
        return new JsonElements(
                has(name) ? open(name) : InputStream.nullInputStream(), longestThing);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }

    private static AppException damaged(String how) {
        return new AppException(
                ErrorCode.UNPROCESSABLE,
                "The archive is damaged: %s. Nothing was imported.".formatted(how));
    }
}
