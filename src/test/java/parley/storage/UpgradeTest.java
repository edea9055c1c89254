package parley.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.conversation.MessageStatus;
import parley.conversation.NewMessage;
import parley.conversation.Said;
import parley.conversation.Turn;
import parley.conversation.TurnPiece;
import parley.llm.Role;
import parley.llm.Usage;
import parley.storage.database.Migration;
import parley.storage.database.Session;
import parley.storage.sqlite.SqliteDatabase;

/// A database of the first version goes on as it was.
final class UpgradeTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private static final String OLD =
            """
            INSERT INTO account (id, name, created_at) VALUES (1, 'owner', 1);
            INSERT INTO conversation (
                id, account_id, title, created_at, updated_at, last_sequence)
            VALUES (5, 1, 'Old', 1, 1, 4);
            INSERT INTO message (
                id, conversation_id, sequence, role, content_type, status, created_at,
                contract, node, input_tokens, output_tokens, usage_exact, attributes, content)
            VALUES
                (10, 5, 1, 'user', 'text', 'complete', 1, NULL, NULL, 0, 0, 0, '{}', 'one'),
                (11, 5, 2, 'assistant', 'text', 'complete', 1, 'chat', 'n', 3, 4, 1, '{}', 'two'),
                (12, 5, 3, 'assistant', 'text', 'failed', 1, 'chat', 'n', 5, 6, 0, '{}', 'three'),
                (13, 5, 4, 'assistant', 'text', 'running', 1, 'chat', 'n', 0, 0, 0, '{}', '');
            INSERT INTO message_piece (message_id, start_offset, text)
            VALUES (13, 0, 'It '), (13, 3, 'is')
            """;

    @TempDir private Path home;

    @Test
    void ofTheEmbeddedDatabase() throws SQLException {
        Path file = home.resolve(SqliteDatabase.FILE_NAME);
        try (Session session = new Session(DriverManager.getConnection("jdbc:sqlite:" + file))) {
            makeOld(session, "sqlite");
            session.script("UPDATE sqlite_sequence SET seq = 99 WHERE name = 'message'");
            session.script("PRAGMA user_version = 1");
        }
        check(DatabaseSettings.EMBEDDED);
    }

    @Test
    void ofAPostgresServer() throws SQLException {
        DatabaseSettings settings = TestPostgres.emptyDatabase();
        try (Session session =
                new Session(
                        DriverManager.getConnection(
                                "jdbc:" + settings.url().replace("postgres:postgres@", ""),
                                "postgres",
                                "postgres"))) {
            makeOld(session, "postgres");
            session.script("ALTER TABLE message ALTER COLUMN id RESTART WITH 100");
            session.script("CREATE TABLE schema_version (version INTEGER NOT NULL)");
            session.script("INSERT INTO schema_version VALUES (1)");
        }
        check(settings);
    }

    private static void makeOld(Session session, String database) throws SQLException {
        session.script(Migration.all(database).getFirst().sql());
        session.script(OLD);
    }

    private void check(DatabaseSettings settings) {
        try (OpenStores stores = OpenStores.open(settings, home, () -> NOW)) {
            check(stores);
            assertThat(nextMessage(stores)).isEqualTo(100);
        }
    }

    private static void check(OpenStores stores) {
        assertThat(stores.conversations().messages(5, 0, 10))
                .extracting(message -> message.content())
                .containsExactly("one", "two", "three", "It is");
        assertThat(stores.conversations().messages(5, 0, 10)).noneMatch(message -> message.rich());
        assertThat(turn(stores, 11).usage()).isEqualTo(Usage.exact(3, 4));
        assertThat(turn(stores, 12).usage())
                .isEqualTo(Usage.estimated(5, 6, "counted by an earlier version"));
        Turn running = turn(stores, 13);
        assertThat(running.status()).isEqualTo(MessageStatus.RUNNING);
        assertThat(running.usage()).isEqualTo(Usage.NONE);
        stores.turns().append(List.of(new TurnPiece(13, 5, new Said.Thought("puppet", "hm"))));
        assertThat(stores.turns().answer(13).orElseThrow().since())
                .containsExactly(
                        new Said.Words("It "),
                        new Said.Words("is"),
                        new Said.Thought("puppet", "hm"));
        assertThat(stores.conversations().findMessage(1, 13).orElseThrow().rich()).isTrue();
        stores.turns().finish(StoreContract.endOf(running, MessageStatus.COMPLETE, "It is."));
        assertThat(stores.turns().text(13)).contains("It is.");
    }

    private static Turn turn(OpenStores stores, long id) {
        return stores.turns().find(1, id).orElseThrow();
    }

    private static long nextMessage(OpenStores stores) {
        return stores.conversations()
                .append(1, 5, NewMessage.text(Role.USER, "new"), "", NOW)
                .orElseThrow()
                .id();
    }
}
