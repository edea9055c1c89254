package parley.storage;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import parley.account.Account;
import parley.account.Token;
import parley.analysis.DataQuery;
import parley.analysis.NewDataSource;
import parley.analysis.SourceType;
import parley.conversation.ConversationTarget;
import parley.conversation.IdempotencyKey;
import parley.conversation.MessageStatus;
import parley.conversation.NewConversation;
import parley.conversation.NewMessage;
import parley.conversation.Turn;
import parley.conversation.TurnEnd;
import parley.conversation.TurnPiece;
import parley.conversation.TurnStart;
import parley.conversation.TurnStarted;
import parley.document.DocumentFacts;
import parley.document.DocumentStore;
import parley.document.NewDocument;
import parley.error.ErrorCode;
import parley.image.ImageStore;
import parley.image.ImageStore.Variant;
import parley.image.KeptImage;
import parley.image.StoredTask;
import parley.image.TaskStatus;
import parley.ledger.LedgerEntry;
import parley.llm.Role;
import parley.llm.Usage;
import parley.prompt.Prompt;
import parley.prompt.PromptDraft;
import parley.reply.Reply;
import parley.reply.ReplyKey;
import parley.storage.database.Database;
import parley.storage.database.Row;
import parley.storage.database.Session;

/// Something in every column of every table, and all of it read back.
final class Everything {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    /// Live state and the version of the schema are not part of a backup's content.
    private static final List<String> APART = List.of("node", "schema_version");

    /// What there is, as the database itself knows it: a table that backups forget is seen here.
    private static final String SQLITE_COLUMNS =
            """
            SELECT tables.name, columns.name
            FROM sqlite_schema AS tables, pragma_table_info(tables.name) AS columns
            WHERE tables.type = 'table' AND tables.name NOT LIKE 'sqlite_%'
            """;

    private static final String POSTGRES_COLUMNS =
            """
            SELECT table_name, column_name
            FROM information_schema.columns
            WHERE table_schema = 'public'
            """;

    private Everything() {}

    /// @return the highest id of a conversation; it was deleted
    static long fill(OpenStores stores) {
        Account owner = stores.accounts().createAccount(Account.OWNER_NAME, NOON);
        Account other = stores.accounts().createAccount("other \uD83D\uDC1F\n\"'\\", NOON);
        Token token = stores.accounts().createToken(owner.id(), bytes("a\0\u00ff"), "pk-1", NOON);
        stores.accounts().createToken(other.id(), bytes("b"), "pk-2", NOON);
        data(stores, owner);
        images(stores, owner);
        prompts(stores, owner);
        document(stores, owner);
        usage(stores, owner);
        replies(stores, owner);
        stores.origins().put(owner.id(), "picture", "img_\uD83D\uDC1F", "img_made");
        stores.accounts().revokeToken(token.id(), NOON.plusMillis(1));
        for (int i = 0; i < 5; i++) {
            turns(stores, i % 2 == 0 ? owner : other, i);
        }
        long last = stores.conversations().create(NewConversation.of(owner.id()), NOON).id();
        stores.conversations().delete(owner.id(), last);
        return last;
    }

    private static void document(OpenStores stores, Account account) {
        DocumentFacts facts =
                new DocumentFacts(
                        1,
                        Optional.of("T\u00eftle"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(NOON),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        List.of());
        NewDocument document =
                new NewDocument(
                        account.id(),
                        "\uD83D\uDC1F.pdf",
                        "application/pdf",
                        2,
                        "digest",
                        "user_data",
                        facts);
        long conversation =
                stores.conversations().create(NewConversation.of(account.id()), NOON).id();
        long id =
                stores.documents()
                        .begin(document, new DocumentStore.Quota(9, 99), NOON)
                        .orElseThrow();
        stores.documents().addChunk(id, DocumentStore.Variant.FILE, 0, bytes("\0\u00ff"));
        stores.documents().addChunk(id, DocumentStore.Variant.TEXT, 0, bytes("\u00ff"));
        stores.documents().keep(account.id(), id, OptionalLong.of(conversation), NOON);
    }

    private static void replies(OpenStores stores, Account account) {
        for (String name : List.of("whole", "begun")) {
            ReplyKey key =
                    new ReplyKey(account.id(), "openai", new IdempotencyKey(name, "f\u00ef"));
            stores.replies().begin(key, "node", NOON);
            if (name.equals("whole")) {
                Reply reply =
                        new Reply(200, "application/json", Optional.of("m"), bytes("\0\u00ff"));
                stores.replies().finish(key, "node", reply);
            }
        }
    }

    private static void usage(OpenStores stores, Account account) {
        stores.ledger()
                .add(
                        List.of(
                                new LedgerEntry(
                                        account.id(),
                                        "openai",
                                        "openai/gpt-4",
                                        OptionalLong.of(7),
                                        Usage.exact(3, 4),
                                        OptionalLong.of(5),
                                        1,
                                        "complete",
                                        1,
                                        Duration.ofMillis(3),
                                        NOON)));
    }

    private static void prompts(OpenStores stores, Account account) {
        PromptDraft draft =
                new PromptDraft(
                        Optional.of("Title \uD83D\uDC1F"),
                        Optional.of("Text {a}"),
                        Optional.empty(),
                        Optional.of("What it is for"),
                        Optional.of("{\"tags\":[]}"));
        stores.prompts()
                .used(account.id(), stores.prompts().create(account.id(), draft, NOON).id());
        stores.prompts().used(account.id(), Prompt.FIRST_TEMPLATE_ID);
    }

    /// All rows of all tables, each as a line.
    static List<String> read(DatabaseSettings settings, Path home) {
        String sql = settings.isEmbedded() ? SQLITE_COLUMNS : POSTGRES_COLUMNS;
        try (Database database = OpenStores.openDatabase(settings, home)) {
            Map<String, Set<String>> tables = new TreeMap<>();
            database.read(session ->
                    session.all(
                            sql,
                            row ->
                                    tables.computeIfAbsent(row.text(), _ -> new TreeSet<>())
                                            .add(row.text())));
            tables.keySet().removeAll(APART);
            List<String> lines = new ArrayList<>();
            tables.forEach((table, columns) ->
                    lines.addAll(database.read(session -> read(session, table, columns))));
            Collections.sort(lines);
            return lines;
        }
    }

    private static void turns(OpenStores stores, Account account, int i) {
        NewConversation wish =
                NewConversation.of(account.id())
                        .withTitle("Title " + i)
                        .withModel(Optional.of("model-" + i))
                        .withEndUser("maria")
                        .withAlias("session-" + i);
        TurnStart start =
                new TurnStart(
                        account.id(),
                        new ConversationTarget.Fresh(wish),
                        List.of(NewMessage.text(Role.USER, "\u2028question\r\n\t " + i)),
                        "",
                        Optional.empty(),
                        "test",
                        "builtin/parley",
                        MessageStatus.RUNNING,
                        "node",
                        Optional.of(new IdempotencyKey("key-" + i, "f" + i)),
                        NOON.plusSeconds(i));
        long turn = ((TurnStarted.New) stores.turns().start(start)).turn().id();
        stores.dataSources().addChart("xmr_" + i + ".png", account.id(), turn, NOON);
        stores.turns().append(List.of(new TurnPiece(turn, 0, "It "), new TurnPiece(turn, 3, "is")));
        if (i > 1) {
            stores.turns()
                    .finish(
                            new TurnEnd(
                                    turn,
                                    "It is \uD83D\uDC1F".repeat(i * 100),
                                    MessageStatus.FAILED,
                                    Optional.of("openai/gpt-4"),
                                    i % 2 == 0
                                            ? Usage.exact(i, 2L * i)
                                            : Usage.estimated(i, 2L * i, ""),
                                    i,
                                    i + 1,
                                    Optional.of("length"),
                                    Optional.of(
                                            new Turn.Failure(
                                                    ErrorCode.PROVIDER_FAILED, "It failed.")),
                                    NOON.plusSeconds(60)));
        }
    }

    private static void data(OpenStores stores, Account account) {
        NewDataSource file =
                new NewDataSource(
                        account.id(),
                        "CSV: s\u00e4les.csv",
                        SourceType.CSV,
                        Optional.of("sealed"),
                        Optional.of("s\u00e4les.csv"),
                        Optional.of("uploaded_data"),
                        OptionalLong.of(2048),
                        Optional.of("{}"),
                        Optional.of("It is away."));
        long source = stores.dataSources().begin(file, NOON);
        stores.dataSources().addChunk(source, 0, bytes("\0\u00ff"));
        stores.dataSources().ready(account.id(), source);
        stores.dataSources()
                .record(
                        new DataQuery(
                                account.id(),
                                source,
                                OptionalLong.of(7),
                                "SELECT 1",
                                "ok",
                                1,
                                true,
                                Duration.ofMillis(3),
                                NOON));
    }

    private static void images(OpenStores stores, Account account) {
        ImageStore store = stores.images();
        KeptImage sent =
                StoredImages.image(account.id(), "img_input", Optional.empty(), "upload", NOON);
        store.store(sent, Optional.of("digest"));
        store.addChunk(sent.id(), Variant.FILE, 0, bytes("\0\u00ff"));
        store.addChunk(sent.id(), Variant.THUMBNAIL, 0, bytes("\u00ff"));
        store.ready(sent.id());
        StoredTask waiting = StoredImages.task(account.id(), "task_waiting", NOON);
        store.create(waiting, "node");
        StoredTask task = StoredImages.task(account.id(), "task_done", NOON);
        store.create(task, "node");
        KeptImage made = StoredImages.made(task.task(), "img_made", NOON);
        store.store(made, Optional.empty());
        store.finish(
                StoredImages.ended(task.task(), TaskStatus.COMPLETED, List.of(made), NOON),
                Optional.empty(),
                Optional.empty());
        StoredTask failed = StoredImages.task(account.id(), "task_failed", NOON);
        store.create(failed, "node");
        store.finish(
                StoredImages.ended(failed.task(), TaskStatus.FAILED, List.of(), NOON),
                Optional.empty(),
                Optional.empty());
    }

    private static List<String> read(Session session, String table, Set<String> columns)
            throws SQLException {
        return session.all(
                "SELECT %s FROM %s".formatted(String.join(", ", columns), table),
                row -> table + " " + values(row, columns.size()));
    }

    private static List<String> values(Row row, int count) throws SQLException {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            @Nullable Object value = row.value();
            values.add(
                    value instanceof byte[] bytes
                            ? Base64.getEncoder().encodeToString(bytes)
                            : String.valueOf(value));
        }
        return values;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
