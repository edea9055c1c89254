package parley.storage;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import parley.conversation.Conversation;
import parley.conversation.ConversationTarget;
import parley.conversation.IdempotencyKey;
import parley.conversation.MessageStatus;
import parley.conversation.NewConversation;
import parley.conversation.NewMessage;
import parley.conversation.Turn;
import parley.conversation.TurnEnd;
import parley.conversation.TurnStart;
import parley.conversation.TurnStarted;
import parley.llm.Role;
import parley.llm.Usage;
import parley.storage.database.Database;

/// What the contracts of all stores share: a real database for each class, an account for each
/// test.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class StoreContract {
    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    static final String NODE = "node-1";

    private static final AtomicInteger NAMES = new AtomicInteger();

    private Database database;
    private OpenStores stores;
    private Instant now = NOON;
    private long account;

    /// Opens a database that is empty.
    abstract Database openEmpty(Path home);

    @BeforeAll
    void open(@TempDir Path home) {
        database = openEmpty(home);
        stores = new OpenStores(database, () -> now);
    }

    @AfterAll
    void close() {
        stores.close();
    }

    @BeforeEach
    void makeAccount() {
        now = NOON;
        account = newAccount();
    }

    final Database database() {
        return database;
    }

    final OpenStores stores() {
        return stores;
    }

    final long account() {
        return account;
    }

    final long newAccount() {
        return stores.accounts().createAccount(newName(), NOON).id();
    }

    static String newName() {
        return "name-" + NAMES.incrementAndGet();
    }

    /// What the stores' clock says from now on.
    final void setClock(Instant instant) {
        now = instant;
    }

    final Conversation newConversation() {
        return stores.conversations().create(NewConversation.of(account), NOON);
    }

    final TurnStarted.New start(ConversationTarget target, String question) {
        return (TurnStarted.New) stores.turns().start(startOf(target, question, Optional.empty()));
    }

    final Turn startIn(long conversationId) {
        return start(new ConversationTarget.Existing(conversationId), "How much is it?").turn();
    }

    final TurnStart startOf(
            ConversationTarget target, String question, Optional<IdempotencyKey> key) {
        return new TurnStart(
                account,
                target,
                List.of(NewMessage.text(Role.USER, question)),
                "",
                Optional.empty(),
                "test",
                "builtin/parley",
                MessageStatus.RUNNING,
                NODE,
                key,
                now);
    }

    static TurnEnd endOf(Turn turn, MessageStatus status, String content) {
        return new TurnEnd(
                turn.id(),
                content,
                status,
                Optional.of("builtin/parley"),
                Usage.exact(3, 4),
                2,
                1,
                Optional.of("stop"),
                Optional.empty(),
                NOON.plus(5, ChronoUnit.SECONDS));
    }
}
