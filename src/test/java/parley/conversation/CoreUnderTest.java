package parley.conversation;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import parley.account.Account;
import parley.limit.Limits;
import parley.limit.Unlimited;
import parley.llm.CallSettings;
import parley.llm.CatalogSettings;
import parley.llm.ModelCaller;
import parley.llm.ModelCatalog;
import parley.llm.Role;
import parley.llm.Sampling;
import parley.settings.SettingValues;
import parley.storage.DatabaseSettings;
import parley.storage.OpenStores;

/// The conversation core over a real database, with a model that does what the test says.
public final class CoreUnderTest implements AutoCloseable {
    public static final long ACCOUNT = Account.OWNER_ID;
    static final String NODE = "node-under-test";

    final PuppetProvider model = new PuppetProvider();
    final OpenStores stores;
    public final ConversationCore core;
    private final ModelCaller caller =
            new ModelCaller(
                    CallSettings.from(SettingValues.DEFAULTS),
                    text -> text.length() / 4,
                    List.of());

    CoreUnderTest(Path home) {
        this(home, new Unlimited());
    }

    CoreUnderTest(Path home, Limits limits) {
        this(home, limits, List.of());
    }

    public CoreUnderTest(Path home, Limits limits, List<Specialist> specialists) {
        stores = OpenStores.open(DatabaseSettings.EMBEDDED, home, InstantSource.system());
        if (stores.accounts().findAccount(ACCOUNT).isEmpty()) {
            stores.accounts().createAccount(Account.OWNER_NAME, InstantSource.system().instant());
        }
        core =
                new ConversationCore(
                        stores.conversations(),
                        stores.turns(),
                        new ModelCatalog(
                                CatalogSettings.from(SettingValues.DEFAULTS), List.of(model)),
                        caller,
                        text -> text.length() / 4 + 1,
                        limits,
                        specialists,
                        TurnSettings.from(SettingValues.DEFAULTS),
                        InstantSource.system(),
                        NODE,
                        false);
    }

    public TurnService turns() {
        return core.turns();
    }

    public ConversationService conversations() {
        return core.conversations();
    }

    public Conversation newConversation() {
        return conversations().create(NewConversation.of(ACCOUNT));
    }

    public TurnHandle ask(Conversation conversation, String message) throws InterruptedException {
        return turns().start(request(conversation, message, Optional.empty()));
    }

    TurnHandle ask(Conversation conversation, String message, IdempotencyKey key)
            throws InterruptedException {
        return turns().start(request(conversation, message, Optional.of(key)));
    }

    List<String> texts(Conversation conversation) {
        return conversations().messages(conversation).stream().map(Message::content).toList();
    }

    static TurnRequest request(
            Conversation conversation, String message, Optional<IdempotencyKey> key) {
        return new TurnRequest(
                ACCOUNT,
                new ConversationTarget.Existing(conversation.id()),
                List.of(NewMessage.text(Role.USER, message)),
                Optional.empty(),
                Sampling.DEFAULT,
                new MemoryPolicy.ModelBudget(),
                true,
                "test",
                key);
    }

    @Override
    public void close() {
        try {
            core.close(Duration.ZERO);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        caller.close();
        stores.close();
    }
}
