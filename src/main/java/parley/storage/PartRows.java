package parley.storage;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import parley.conversation.MessageParts;
import parley.llm.Part;
import parley.storage.database.Session;

/// The parts of rich messages.
final class PartRows {
    static final String FIND =
            "SELECT id, parts FROM message WHERE parts IS NOT NULL AND id IN (%s)"
                    .formatted(IdBatches.PLACES);

    private PartRows() {}

    private record Found(long id, String parts) {}

    static Map<Long, List<Part>> find(Session session, List<Long> ids) throws SQLException {
        Map<Long, List<Part>> parts = new HashMap<>();
        for (Found found :
                IdBatches.all(session, FIND, row -> new Found(row.number(), row.text()), ids)) {
            parts.put(found.id, MessageParts.read(found.parts));
        }
        return parts;
    }
}
