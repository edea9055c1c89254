package parley.storage;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import parley.account.Account;
import parley.conversation.ConversationTarget;
import parley.conversation.MessageStatus;
import parley.conversation.NewConversation;
import parley.conversation.NewMessage;
import parley.conversation.TurnEnd;
import parley.conversation.TurnStart;
import parley.conversation.TurnStarted;
import parley.llm.Role;
import parley.llm.Usage;

/// Prints how many turns a second are stored, durably, by 64 clients. Each turn is a start (the
/// conversation, the question, the empty answer) and a finish, each acknowledged before the next. A
/// main class of the tests, not a test: speed belongs to the machine.
///
/// Arguments: seconds to run (default 5), `database.url` (default: SQLite in a temporary home).
final class DurableTurnsBench {
    private static final int CLIENTS = 64;

    private DurableTurnsBench() {}

    public static void main(String[] args) throws Exception {
        int seconds = args.length > 0 ? Integer.parseInt(args[0]) : 5;
        DatabaseSettings settings =
                args.length > 1 ? new DatabaseSettings(args[1], 16) : DatabaseSettings.EMBEDDED;
        Path home = args.length > 2 ? Path.of(args[2]) : Files.createTempDirectory("parley-bench");
        try (OpenStores stores = OpenStores.open(settings, home, InstantSource.system())) {
            stores.accounts().createAccount(Account.OWNER_NAME, Instant.now());
            run(stores, 2);
            System.out.printf(
                    "%s: %,d turns a second, %d clients%n",
                    stores.describe(), run(stores, seconds) / seconds, CLIENTS);
        }
    }

    private static long run(OpenStores stores, int seconds) throws InterruptedException {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        AtomicLong turns = new AtomicLong();
        CountDownLatch done = new CountDownLatch(CLIENTS);
        for (int i = 0; i < CLIENTS; i++) {
            Thread.ofVirtual()
                    .start(() -> {
                        long conversation =
                                stores.conversations()
                                        .create(NewConversation.of(Account.OWNER_ID), Instant.now())
                                        .id();
                        while (System.nanoTime() < end) {
                            turn(stores, conversation);
                            turns.incrementAndGet();
                        }
                        done.countDown();
                    });
        }
        done.await();
        return turns.get();
    }

    private static void turn(OpenStores stores, long conversation) {
        TurnStart start =
                new TurnStart(
                        Account.OWNER_ID,
                        new ConversationTarget.Existing(conversation),
                        List.of(NewMessage.text(Role.USER, "How much is the fish today?")),
                        "How much is the fish",
                        Optional.empty(),
                        "bench",
                        "builtin/parley",
                        MessageStatus.RUNNING,
                        "node",
                        Optional.empty(),
                        Instant.now());
        TurnStarted.New started = (TurnStarted.New) stores.turns().start(start);
        stores.turns()
                .finish(
                        new TurnEnd(
                                started.turn().id(),
                                "The fish is twelve a kilo today, and it was caught this morning.",
                                MessageStatus.COMPLETE,
                                Optional.of("builtin/parley"),
                                Usage.exact(12, 16),
                                1,
                                0,
                                Optional.of("stop"),
                                Optional.empty(),
                                Instant.now()));
    }
}
