package parley.storage;

import java.sql.SQLException;
import java.util.Optional;
import parley.conversation.Receipt;
import parley.storage.database.Row;
import parley.storage.database.Session;
import tools.jackson.databind.json.JsonMapper;

/// The table of receipts: one for a turn, as JSON.
final class ReceiptRows {
    private static final JsonMapper JSON = JsonMapper.shared();

    static final String FIND =
            """
            SELECT receipt FROM turn_receipt
            WHERE message_id = ? AND EXISTS (
                SELECT 1 FROM message JOIN conversation ON conversation.id = conversation_id
                WHERE message.id = turn_receipt.message_id AND account_id = ?)
            """;

    static final String PUT =
            """
            INSERT INTO turn_receipt (message_id, receipt) VALUES (?, ?)
            ON CONFLICT (message_id) DO UPDATE SET receipt = excluded.receipt
            """;

    private ReceiptRows() {}

    static void put(Session session, long turnId, Receipt receipt) throws SQLException {
        session.update(PUT, turnId, JSON.writeValueAsString(receipt));
    }

    static Optional<Receipt> find(Session session, long accountId, long turnId)
            throws SQLException {
        return session.first(FIND, Row::text, turnId, accountId)
                .map(json -> JSON.readValue(json, Receipt.class));
    }
}
