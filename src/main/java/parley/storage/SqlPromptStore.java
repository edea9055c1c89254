package parley.storage;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import parley.prompt.Prompt;
import parley.prompt.PromptDraft;
import parley.prompt.PromptQuery;
import parley.prompt.PromptStore;
import parley.storage.database.Database;
import parley.storage.database.Row;
import parley.storage.database.Session;

/// Prompts in SQL.
final class SqlPromptStore implements PromptStore {
    private static final String KIND = "prompt";

    private static final String COLUMNS =
            """
            id, title, content, scenario, description, metadata, usage_count, created_at, updated_at
            """;

    private static final String INSERT =
            """
            INSERT INTO prompt (
                account_id, title, content, scenario, description, metadata, folded, usage_count,
                created_at, updated_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            RETURNING %s
            """
                    .formatted(COLUMNS);

    private static final String FIND =
            "SELECT %s FROM prompt WHERE id = ? AND account_id = ?".formatted(COLUMNS);

    private static final String ALL =
            "SELECT %s FROM prompt WHERE account_id = ? AND id > ? ORDER BY id LIMIT ?"
                    .formatted(COLUMNS);

    private static final String UPDATE =
            """
            UPDATE prompt
            SET title = ?, content = ?, scenario = ?, description = ?, metadata = ?, folded = ?,
                updated_at = ?
            WHERE id = ? AND account_id = ?
            RETURNING %s
            """
                    .formatted(COLUMNS);

    private static final String USED =
            "UPDATE prompt SET usage_count = usage_count + 1 WHERE id = ? AND account_id = ?";

    private static final String TEMPLATE_USED =
            """
            INSERT INTO prompt_template_use (account_id, template_id, times) VALUES (?, ?, 1)
            ON CONFLICT (account_id, template_id)
            DO UPDATE SET times = prompt_template_use.times + 1
            """;

    private final Database database;

    SqlPromptStore(Database database) {
        this.database = database;
    }

    @Override
    public Prompt create(long accountId, PromptDraft draft, Instant now) {
        String title = draft.title().orElse("");
        String content = draft.content().orElse("");
        String description = draft.description().orElse("");
        return database.write(session ->
                session.one(
                        INSERT,
                        SqlPromptStore::read,
                        accountId,
                        title,
                        content,
                        draft.scenario().orElse(""),
                        description,
                        draft.metadata().orElse(Prompt.NO_METADATA),
                        folded(title, content, description),
                        0,
                        now,
                        now));
    }

    @Override
    public Optional<Prompt> arrive(long accountId, Prompt prompt, String origin) {
        return database.write(session -> {
            Optional<String> before = OriginRows.find(session, accountId, KIND, origin);
            if (before.isPresent()
                    && find(session, accountId, Long.parseLong(before.get())).isPresent()) {
                return Optional.empty();
            }
            Prompt arrived =
                    session.one(
                            INSERT,
                            SqlPromptStore::read,
                            accountId,
                            prompt.title(),
                            prompt.content(),
                            prompt.scenario(),
                            prompt.description(),
                            prompt.metadata(),
                            folded(prompt.title(), prompt.content(), prompt.description()),
                            prompt.usageCount(),
                            prompt.createdAt(),
                            prompt.updatedAt());
            String id = String.valueOf(arrived.id());
            OriginRows.put(session, accountId, KIND, origin, id, before);
            return Optional.of(arrived);
        });
    }

    @Override
    public Optional<String> origin(long accountId, long promptId) {
        return database.read(session ->
                OriginRows.findByTarget(session, accountId, KIND, String.valueOf(promptId)));
    }

    @Override
    public List<Prompt> all(long accountId, long afterId, int limit) {
        return database.read(
                session -> session.all(ALL, SqlPromptStore::read, accountId, afterId, limit));
    }

    @Override
    public Optional<Prompt> find(long accountId, long promptId) {
        return database.read(session -> find(session, accountId, promptId));
    }

    private static Optional<Prompt> find(Session session, long accountId, long promptId)
            throws SQLException {
        return session.first(FIND, SqlPromptStore::read, promptId, accountId);
    }

    @Override
    public List<Prompt> list(PromptQuery query) {
        Filter filter = new Filter(query);
        filter.values.add(query.limit());
        filter.values.add(query.offset());
        return database.read(session ->
                session.all(
                        "SELECT %s FROM prompt WHERE %s ORDER BY updated_at DESC, id DESC LIMIT ? OFFSET ?"
                                .formatted(COLUMNS, filter.condition),
                        SqlPromptStore::read,
                        filter.values.toArray()));
    }

    @Override
    public long count(PromptQuery query) {
        Filter filter = new Filter(query);
        return database.read(session ->
                session.one(
                        "SELECT count(*) FROM prompt WHERE " + filter.condition,
                        Row::number,
                        filter.values.toArray()));
    }

    @Override
    public Optional<Prompt> update(long accountId, long promptId, PromptDraft draft, Instant now) {
        return database.write(session -> {
            Optional<Prompt> found = find(session, accountId, promptId);
            if (found.isEmpty()) {
                return found;
            }
            Prompt before = found.get();
            String title = draft.title().orElse(before.title());
            String content = draft.content().orElse(before.content());
            String description = draft.description().orElse(before.description());
            return session.first(
                    UPDATE,
                    SqlPromptStore::read,
                    title,
                    content,
                    draft.scenario().orElse(before.scenario()),
                    description,
                    draft.metadata().orElse(before.metadata()),
                    folded(title, content, description),
                    now,
                    promptId,
                    accountId);
        });
    }

    @Override
    public boolean delete(long accountId, long promptId) {
        return database.write(session ->
                session.update(
                        "DELETE FROM prompt WHERE id = ? AND account_id = ?", promptId, accountId))
                > 0;
    }

    @Override
    public void used(long accountId, long promptId) {
        database.write(session ->
                promptId >= Prompt.FIRST_TEMPLATE_ID
                        ? session.update(TEMPLATE_USED, accountId, promptId)
                        : session.update(USED, promptId, accountId));
    }

    private record Use(long templateId, long times) {}

    @Override
    public Map<Long, Long> templateUses(long accountId) {
        return database
                .read(session ->
                        session.all(
                                "SELECT template_id, times FROM prompt_template_use WHERE account_id = ?",
                                row -> new Use(row.number(), row.number()),
                                accountId))
                .stream()
                .collect(Collectors.toMap(Use::templateId, Use::times));
    }

    /// What a query asks of the prompts of its account.
    private static final class Filter {
        private final List<Object> values = new ArrayList<>();
        private String condition = "account_id = ?";

        Filter(PromptQuery query) {
            values.add(query.accountId());
            query.scenario().ifPresent(scenario -> and("scenario = ?", scenario));
            query.search()
                    .ifPresent(
                            search -> and("folded LIKE ? ESCAPE '!'", "%" + escaped(search) + "%"));
        }

        private void and(String term, Object value) {
            condition += " AND " + term;
            values.add(value);
        }

        private static String escaped(String search) {
            return search.toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1");
        }
    }

    private static String folded(String title, String content, String description) {
        return (title + "\n" + content + "\n" + description).toLowerCase(Locale.ROOT);
    }

    private static Prompt read(Row row) throws SQLException {
        return new Prompt(
                row.number(),
                row.text(),
                row.text(),
                row.text(),
                row.text(),
                row.text(),
                false,
                row.number(),
                row.instant(),
                row.instant());
    }
}
