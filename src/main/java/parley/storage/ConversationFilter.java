package parley.storage;

import java.util.ArrayList;
import java.util.List;
import parley.conversation.ConversationQuery;

/// The SQL of a list of conversations. Skipping and counting stay within one index; only the rows
/// of the page are fetched.
final class ConversationFilter {
    private final StringBuilder condition = new StringBuilder("account_id = ?");
    private final List<Object> values = new ArrayList<>();
    private final ConversationQuery query;

    ConversationFilter(ConversationQuery query) {
        this.query = query;
        values.add(query.accountId());
        query.model().ifPresent(model -> and("model = ?", model));
        // Nothing is updated before it is created, so this is where the index may begin.
        query.createdFrom().ifPresent(from -> and("updated_at >= ?", from));
        query.createdFrom().ifPresent(from -> and("created_at >= ?", from));
        query.createdUntil().ifPresent(until -> and("created_at <= ?", until));
    }

    String page() {
        return """
        SELECT %s
        FROM (
            SELECT id AS page_id FROM conversation
            WHERE %s
            ORDER BY updated_at DESC, id DESC
            LIMIT ? OFFSET ?) AS page
        JOIN conversation ON id = page_id
        ORDER BY updated_at DESC, id DESC
        """
                .formatted(ConversationRows.COLUMNS, condition);
    }

    Object[] pageValues() {
        List<Object> all = new ArrayList<>(values);
        all.add(query.limit());
        all.add(query.offset());
        return all.toArray();
    }

    String count() {
        return "SELECT count(*) FROM conversation WHERE " + condition;
    }

    Object[] values() {
        return values.toArray();
    }

    private void and(String term, Object value) {
        condition.append(" AND ").append(term);
        values.add(value);
    }
}
