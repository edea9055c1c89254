package parley.storage.archive;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import parley.storage.database.Identities;
import parley.storage.database.Migration;
import parley.storage.database.Row;
import parley.storage.database.Session;
import tools.jackson.databind.json.JsonMapper;

/// Writes an archive.
public final class ArchiveWriter {
    private final JsonMapper json = JsonMapper.shared();
    private final OutputStream out;

    private ArchiveWriter(OutputStream out) {
        this.out = out;
    }

    /// @param session in a transaction that sees one moment
    /// @param file is overwritten
    public static void write(Session session, Identities identities, Path file)
            throws SQLException, IOException {
        MessageDigest digest = Archive.sha256();
        try (OutputStream raw = new BufferedOutputStream(Files.newOutputStream(file));
                OutputStream zipped = new GZIPOutputStream(raw, 1 << 16);
                OutputStream digested = new DigestOutputStream(zipped, digest)) {
            ArchiveWriter writer = new ArchiveWriter(digested);
            writer.line(new Head(Head.NAME, Migration.NEWEST));
            Map<String, Long> rows = new LinkedHashMap<>();
            Map<String, Long> lastIds = new LinkedHashMap<>();
            for (Table table : Table.ALL) {
                rows.put(table.name(), writer.rows(session, table));
                if (table.givesIds()) {
                    lastIds.put(table.name(), identities.last(session, table.name()));
                }
            }
            String sha256 = HexFormat.of().formatHex(digest.digest());
            writer.line(new Trailer(rows, lastIds, sha256));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private long rows(Session session, Table table) throws SQLException {
        long[] count = {0};
        session.each(
                table.select(),
                row -> {
                    line(values(table, row));
                    return ++count[0];
                });
        return count[0];
    }

    private static List<@Nullable Object> values(Table table, Row row) throws SQLException {
        List<@Nullable Object> line = new ArrayList<>();
        line.add(table.name());
        for (int i = 0; i < table.columns().size(); i++) {
            line.add(
                    switch (row.value()) {
                        case byte[] bytes ->
                                Map.of("bytes", Base64.getEncoder().encodeToString(bytes));
                        case null -> null;
                        case Object value -> value;
                    });
        }
        return line;
    }

    private void line(Object value) {
        try {
            out.write(json.writeValueAsBytes(value));
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
