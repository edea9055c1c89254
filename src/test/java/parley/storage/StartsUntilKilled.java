package parley.storage;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import parley.account.Account;
import parley.conversation.ConversationTarget;
import parley.conversation.MessageStatus;
import parley.conversation.NewConversation;
import parley.conversation.NewMessage;
import parley.conversation.TurnStart;
import parley.conversation.TurnStarted;
import parley.llm.Role;

/// Starts turns with eight clients for ever, and prints the id of each and its question once it is
/// acknowledged.
final class StartsUntilKilled {
    /// Without it a line is not whole.
    static final String END = ".";

    private StartsUntilKilled() {}

    public static void main(String[] args) throws Exception {
        OpenStores stores =
                OpenStores.open(
                        DatabaseSettings.EMBEDDED, Path.of(args[0]), InstantSource.system());
        stores.accounts().createAccount(Account.OWNER_NAME, Instant.now());
        Thread last = Thread.currentThread();
        for (int client = 0; client < 8; client++) {
            String name = args[1] + "-" + client;
            last = Thread.ofVirtual().start(() -> run(stores, name));
        }
        last.join();
    }

    private static void run(OpenStores stores, String name) {
        NewConversation wish = NewConversation.of(Account.OWNER_ID);
        ConversationTarget target = new ConversationTarget.Fresh(wish);
        for (int i = 0; ; i++) {
            String question = name + "-" + i;
            TurnStart start =
                    new TurnStart(
                            Account.OWNER_ID,
                            target,
                            List.of(NewMessage.text(Role.USER, question)),
                            "",
                            Optional.empty(),
                            "test",
                            "builtin/parley",
                            MessageStatus.RUNNING,
                            "node",
                            Optional.empty(),
                            Instant.now());
            TurnStarted.New started = (TurnStarted.New) stores.turns().start(start);
            target = new ConversationTarget.Existing(started.conversation().id());
            // One call, one line: println locks, so that lines of clients never mix.
            System.out.println(started.turn().id() + " " + question + END);
        }
    }
}
