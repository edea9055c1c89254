package parley.storage;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import parley.conversation.BranchingPoint;
import parley.conversation.BrowsingStore;
import parley.conversation.Conversation;
import parley.conversation.Lineage;
import parley.storage.database.Database;
import parley.storage.database.Row;
import parley.storage.database.Session;

/// Browsing in SQL.
final class SqlBrowsingStore implements BrowsingStore {
    static final String ROOT =
            "SELECT COALESCE(fork_root, id) FROM conversation WHERE id = ? AND account_id = ?";

    static final String FAMILY =
            """
            SELECT id, lineage, updated_at FROM conversation
            WHERE account_id = ? AND (id = ? OR fork_root = ?)
            ORDER BY id
            """;

    private static final String PIN =
            "UPDATE conversation SET pinned = ? WHERE id = ? AND account_id = ?";

    private final Database database;

    SqlBrowsingStore(Database database) {
        this.database = database;
    }

    private record FirstMessage(long conversationId, Found found) {}

    @Override
    public Page page(Query query) {
        return database.read(session ->
                query.words().isEmpty() ? all(session, query) : matching(session, query));
    }

    private static Page all(Session session, Query query) throws SQLException {
        long account = query.accountId();
        long pinned = session.one(BrowsingRows.COUNT_PINNED, Row::number, account);
        List<Conversation> page = new ArrayList<>();
        if (query.offset() < pinned) {
            page.addAll(
                    session.all(
                            BrowsingRows.PINNED,
                            ConversationRows::read,
                            account,
                            query.limit(),
                            query.offset()));
        }
        if (page.size() < query.limit()) {
            page.addAll(
                    session.all(
                            BrowsingRows.OTHERS,
                            ConversationRows::read,
                            account,
                            query.limit() - page.size(),
                            Math.max(0, query.offset() - pinned)));
        }
        return new Page(session.one(BrowsingRows.COUNT, Row::number, account), page);
    }

    /// Looks through the texts once, for the page and the count.
    private static Page matching(Session session, Query query) throws SQLException {
        WordFilter words = new WordFilter(query.words());
        List<Long> ids =
                session.all(
                        BrowsingRows.matching(words),
                        Row::number,
                        BrowsingRows.matchingValues(query, words));
        List<Long> wanted = ids.stream().skip(query.offset()).limit(query.limit()).toList();
        Map<Long, Conversation> found = new HashMap<>();
        IdBatches.all(session, BrowsingRows.BY_IDS, ConversationRows::read, wanted)
                .forEach(conversation -> found.put(conversation.id(), conversation));
        return new Page(
                ids.size(), wanted.stream().map(found::get).filter(Objects::nonNull).toList());
    }

    @Override
    public Map<Long, Overview> overviews(List<Long> conversationIds) {
        Map<Long, Overview> overviews = new HashMap<>();
        database.read(session ->
                        IdBatches.all(
                                session,
                                BrowsingRows.OVERVIEWS,
                                BrowsingRows::overview,
                                conversationIds))
                .forEach(each -> overviews.put(each.id(), each.overview()));
        return overviews;
    }

    @Override
    public Map<Long, Found> firstMessages(List<Long> conversationIds, List<String> words) {
        WordFilter filter = new WordFilter(words);
        Map<Long, Found> messages = new HashMap<>();
        database.read(session ->
                        IdBatches.all(
                                session,
                                BrowsingRows.firstMessages(filter),
                                SqlBrowsingStore::firstMessage,
                                conversationIds,
                                filter.values().toArray()))
                .forEach(each -> messages.put(each.conversationId, each.found));
        return messages;
    }

    private static FirstMessage firstMessage(Row row) throws SQLException {
        return new FirstMessage(row.number(), new Found(row.number(), row.text()));
    }

    @Override
    public boolean pin(long accountId, long conversationId, boolean pinned) {
        return database.write(
                session -> session.update(PIN, pinned, conversationId, accountId) > 0);
    }

    @Override
    public Optional<Conversation> fork(
            long accountId, long conversationId, long lastSequence, Instant now) {
        return database.write(session ->
                new ConversationFork(session, accountId, now).make(conversationId, lastSequence));
    }

    @Override
    public List<BranchingPoint.Relative> family(long accountId, long conversationId) {
        return database.read(session -> {
            Optional<Long> root = session.first(ROOT, Row::number, conversationId, accountId);
            return root.isEmpty()
                    ? List.of()
                    : session.all(
                            FAMILY, SqlBrowsingStore::relative, accountId, root.get(), root.get());
        });
    }

    private static BranchingPoint.Relative relative(Row row) throws SQLException {
        return new BranchingPoint.Relative(
                row.number(),
                row.optionalText().map(Lineage::parse).orElse(Lineage.NONE),
                row.instant());
    }

    @Override
    public Map<Long, AnswerFacts> answers(List<Long> messageIds) {
        Map<Long, AnswerFacts> answers = new HashMap<>();
        database.read(session ->
                        IdBatches.all(
                                session, BrowsingRows.ANSWERS, BrowsingRows::answer, messageIds))
                .forEach(each -> answers.put(each.id(), each.facts()));
        return answers;
    }
}
