package parley.storage.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.error.AppException;
import parley.storage.database.Database;
import parley.storage.database.Migration;
import parley.storage.database.Row;
import parley.storage.sqlite.SqliteDatabase;

final class ArchiveTest {
    @TempDir private Path folder;
    private Path file;

    @BeforeEach
    void write() throws Exception {
        file = folder.resolve("saved.gz");
        try (Database database = SqliteDatabase.open(folder.resolve("source.db"))) {
            database.write(session ->
                    session.update(
                            "INSERT INTO account (id, name, created_at) VALUES (7, 'maria', 1)"));
            database.read(session -> {
                try {
                    ArchiveWriter.write(session, database.identities(), file);
                    return file;
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
            });
        }
    }

    @Test
    void itsLinesSayWhatTheyAre() throws IOException {
        List<String> lines = lines();
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0))
                .isEqualTo("{\"archive\":\"parley\",\"schema\":%d}".formatted(Migration.NEWEST));
        assertThat(lines.get(1)).isEqualTo("[\"account\",7,\"maria\",1,null,null]");
        assertThat(lines.get(2)).contains("\"account\":1").contains("sha256");
    }

    @Test
    void aWholeArchiveIsLoaded() {
        try (Database database = SqliteDatabase.open(folder.resolve("target.db"))) {
            Archive archive = Archive.verified(file);
            database.write(session -> archive.load(session, database.identities()));
            List<String> names =
                    database.read(session -> session.all("SELECT name FROM account", Row::text));
            assertThat(names).containsExactly("maria");
        }
    }

    @Test
    void aChangedRowIsNoticed() throws IOException {
        rewrite(List.of(lines().get(0), "[\"account\",7,\"mario\",1,null,null]", lines().get(2)));
        assertRefused("damaged");
    }

    @Test
    void aMissingRowIsNoticed() throws IOException {
        rewrite(List.of(lines().get(0), lines().get(2)));
        assertRefused("damaged");
    }

    @Test
    void aMissingTrailerIsNoticed() throws IOException {
        rewrite(lines().subList(0, 2));
        assertRefused("damaged");
    }

    @Test
    void anotherSchemaIsSaid() throws IOException {
        int newer = Migration.NEWEST + 1;
        String head = lines().get(0).replace("" + Migration.NEWEST, "" + newer);
        rewrite(List.of(head, lines().get(1), lines().get(2)));
        assertRefused("schema version " + newer);
    }

    @Test
    void aTableThatIsNoneIsNeverAskedFor() throws IOException {
        String evil = "[\"account; DROP TABLE account\",7,\"maria\",1,null]";
        String head = lines().get(0);
        String sha256 =
                HexFormat.of()
                        .formatHex(
                                Archive.sha256()
                                        .digest(
                                                (head + "\n" + evil + "\n")
                                                        .getBytes(StandardCharsets.UTF_8)));
        String trailer =
                lines().get(2)
                        .replaceFirst("\"sha256\":\"\\w+\"", "\"sha256\":\"" + sha256 + "\"")
                        .replace(
                                "\"account\":1", "\"account\":0,\"account; DROP TABLE account\":1");
        rewrite(List.of(head, evil, trailer));
        assertThatThrownBy(this::load).hasMessageContaining("damaged");
    }

    private void load() {
        try (Database database = SqliteDatabase.open(folder.resolve("target.db"))) {
            Archive archive = Archive.verified(file);
            database.write(session -> archive.load(session, database.identities()));
        }
    }

    private void assertRefused(String reason) {
        assertThatThrownBy(() -> Archive.verified(file))
                .isInstanceOf(AppException.class)
                .hasMessageContaining(reason);
    }

    private List<String> lines() throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    private void rewrite(List<String> lines) throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }
}
