package parley.storage;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import parley.account.AccountStore;
import parley.account.OwnAccountStore;
import parley.analysis.DataSourceStore;
import parley.conversation.BrowsingStore;
import parley.conversation.ConversationStore;
import parley.conversation.ConversationTransfer;
import parley.conversation.TurnStore;
import parley.document.DocumentStore;
import parley.error.AppException;
import parley.export.OriginStore;
import parley.image.ImageStore;
import parley.ledger.LedgerStore;
import parley.prompt.PromptStore;
import parley.reply.ReplyStore;
import parley.storage.database.Database;
import parley.storage.postgres.PostgresDatabase;
import parley.storage.postgres.PostgresUrl;
import parley.storage.sqlite.SqliteDatabase;

/// All stores over one open database.
public final class OpenStores implements AutoCloseable {
    private final Database database;
    private final AccountStore accounts;
    private final ConversationStore conversations;
    private final ConversationTransfer transfer;
    private final TurnStore turns;
    private final LedgerStore ledger;
    private final DataSourceStore dataSources;
    private final PromptStore prompts;
    private final ImageStore images;
    private final BrowsingStore browsing;
    private final OwnAccountStore ownAccounts;
    private final DocumentStore documents;
    private final OriginStore origins;
    private final ReplyStore replies;

    OpenStores(Database database, InstantSource clock) {
        this.database = database;
        this.accounts = new SqlAccountStore(database);
        this.conversations = new SqlConversationStore(database);
        this.transfer = new SqlConversationTransfer(database);
        this.turns = new SqlTurnStore(database, clock);
        this.ledger = new SqlLedgerStore(database);
        this.dataSources = new SqlDataSourceStore(database);
        this.prompts = new SqlPromptStore(database);
        this.images = new SqlImageStore(database);
        this.browsing = new SqlBrowsingStore(database);
        this.ownAccounts = new SqlOwnAccountStore(database);
        this.documents = new SqlDocumentStore(database);
        this.origins = new SqlOriginStore(database);
        this.replies = new SqlReplyStore(database);
    }

    /// Opens the database that the settings name and brings its schema up to date.
    ///
    /// @param home where the embedded database has its file
    /// @param clock tells how old an idempotency key is
    /// @throws AppException with a sentence for whoever starts the program, if that is not possible
    public static OpenStores open(DatabaseSettings settings, Path home, InstantSource clock) {
        return new OpenStores(openDatabase(settings, home), clock);
    }

    static Database openDatabase(DatabaseSettings settings, Path home) {
        return settings.isEmbedded()
                ? SqliteDatabase.open(home.resolve(SqliteDatabase.FILE_NAME))
                : PostgresDatabase.open(PostgresUrl.parse(settings.url()), settings.connections());
    }

    public AccountStore accounts() {
        return accounts;
    }

    public ConversationStore conversations() {
        return conversations;
    }

    public ConversationTransfer transfer() {
        return transfer;
    }

    public TurnStore turns() {
        return turns;
    }

    public LedgerStore ledger() {
        return ledger;
    }

    public DataSourceStore dataSources() {
        return dataSources;
    }

    public ImageStore images() {
        return images;
    }

    public BrowsingStore browsing() {
        return browsing;
    }

    public OwnAccountStore ownAccounts() {
        return ownAccounts;
    }

    public DocumentStore documents() {
        return documents;
    }

    /// Where what was imported came from.
    public OriginStore origins() {
        return origins;
    }

    public ReplyStore replies() {
        return replies;
    }

    public PromptStore prompts() {
        return prompts;
    }

    /// Why nothing can be stored just now; empty if it can. Asks the database.
    public Optional<String> problem() {
        return database.problem();
    }

    /// What is open, for people: `SQLite, parley.db`.
    public String describe() {
        return database.describe();
    }

    /// Writes everything into one file, as it is at this moment, while the server goes on. See
    /// [Restore] for the way back.
    ///
    /// Takes seconds for a large database, and the whole of its thread: let it not be a virtual
    /// one.
    ///
    /// @param file must not exist; is there only when it is whole
    public void backup(Path file) {
        Backup.write(database, file);
    }

    @Override
    public void close() {
        database.close();
    }
}
