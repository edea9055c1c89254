package parley.storage.archive;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import parley.error.AppException;
import parley.storage.database.Failures;
import parley.storage.database.Identities;
import parley.storage.database.Migration;
import parley.storage.database.Row;
import parley.storage.database.Session;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// An archive that was read once and found whole.
public final class Archive {
    /// Rows go to the database in batches of about as many characters: no batch takes long.
    private static final int CHARACTERS_AT_ONCE = 500_000;

    private final JsonMapper json = JsonMapper.shared();
    private final Path file;
    private final Trailer trailer;

    private Archive(Path file) throws IOException {
        this.file = file;
        this.trailer = verify();
    }

    /// Whether the file begins as an archive does.
    public static boolean isArchive(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.read() == 0x1f && in.read() == 0x8b;
        }
    }

    /// Reads all of the file and checks it.
    ///
    /// @throws AppException if a byte of it is not what was written, or its schema is another
    public static Archive verified(Path file) {
        try {
            return new Archive(file);
        } catch (IOException | JacksonException | IllegalArgumentException e) {
            throw Failures.unusable(
                    "The backup %s is damaged or incomplete. Nothing was changed."
                            .formatted(file.getFileName()),
                    e);
        }
    }

    /// Puts all rows into empty tables.
    ///
    /// @return how many there were
    /// @throws AppException if the tables are not empty; then nothing was changed
    public long load(Session session, Identities identities) throws SQLException {
        for (Table table : Table.ALL) {
            if (session.one(table.count(), Row::number) > 0) {
                throw Failures.unusable(
                        "The database is not empty. Restore into an empty one.", null);
            }
        }
        try (BufferedReader lines = open()) {
            insert(session, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (Map.Entry<String, Long> last : trailer.lastIds().entrySet()) {
            identities.set(session, Table.named(last.getKey()).name(), last.getValue());
        }
        return trailer.rows().values().stream().mapToLong(Long::longValue).sum();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }

    private Trailer verify() throws IOException {
        MessageDigest digest = sha256();
        Map<String, Long> counts = new HashMap<>();
        Table.ALL.forEach(table -> counts.put(table.name(), 0L));
        try (BufferedReader lines = open()) {
            String line = lines.readLine();
            checkHead(line);
            String next = lines.readLine();
            while (next != null) {
                digest(digest, String.valueOf(line));
                line = next;
                if (line.startsWith("[")) {
                    counts.merge(tableOf(json.readTree(line)).name(), 1L, Long::sum);
                }
                next = lines.readLine();
            }
            Trailer found = json.readValue(line, Trailer.class);
            String sha256 = HexFormat.of().formatHex(digest.digest());
            found.lastIds().keySet().forEach(Table::named);
            if (!sha256.equals(found.sha256()) || !found.rows().equals(counts)) {
                throw new IOException("The trailer does not fit the lines before.");
            }
            return found;
        }
    }

    /// The table that a line is a row of.
    private static Table tableOf(JsonNode line) throws IOException {
        Table table = Table.named(line.required(0).stringValue());
        if (line.size() != table.columns().size() + 1) {
            throw new IOException("A row has not as many values as its table has columns.");
        }
        return table;
    }

    private void checkHead(@Nullable String line) throws IOException {
        if (line == null) {
            throw new IOException("There is no line.");
        }
        Head head = json.readValue(line, Head.class);
        if (!Head.NAME.equals(head.archive())) {
            throw new IOException("It is an archive of something else.");
        }
        if (head.schema() != Migration.NEWEST) {
            throw Failures.unusable(
                    ("The backup has schema version %d, this program %d. Restore it with the"
                                    + " Parley that made it, then upgrade.")
                            .formatted(head.schema(), Migration.NEWEST),
                    null);
        }
    }

    private void insert(Session session, BufferedReader lines) throws IOException, SQLException {
        List<@Nullable Object[]> rows = new ArrayList<>();
        String name = "";
        int characters = 0;
        String line = lines.readLine();
        while (line != null) {
            if (line.startsWith("[")) {
                JsonNode values = json.readTree(line);
                String next = values.required(0).stringValue();
                if (!next.equals(name) || characters > CHARACTERS_AT_ONCE) {
                    insert(session, name, rows);
                    name = next;
                    characters = 0;
                }
                rows.add(row(values));
                characters += line.length();
            }
            line = lines.readLine();
        }
        insert(session, name, rows);
    }

    private static void insert(Session session, String table, List<@Nullable Object[]> rows)
            throws SQLException {
        if (!rows.isEmpty()) {
            session.updateEach(Table.named(table).insert(), rows);
            rows.clear();
        }
    }

    private static @Nullable Object[] row(JsonNode line) {
        @Nullable Object[] values = new @Nullable Object[line.size() - 1];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(line.required(i + 1));
        }
        return values;
    }

    private static @Nullable Object value(JsonNode node) {
        if (node.isNull()) {
            return null;
        }
        if (node.isIntegralNumber()) {
            return node.longValue();
        }
        return node.isString()
                ? node.stringValue()
                : Base64.getDecoder().decode(node.required("bytes").stringValue());
    }

    private static void digest(MessageDigest digest, String line) {
        digest.update(line.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
    }

    private BufferedReader open() throws IOException {
        InputStream raw = Files.newInputStream(file);
        try {
            return new BufferedReader(
                    new InputStreamReader(
                            new GZIPInputStream(raw, 1 << 16), StandardCharsets.UTF_8));
        } catch (IOException e) {
            raw.close();
            throw e;
        }
    }
}
