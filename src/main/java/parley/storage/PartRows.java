package parley.storage;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import parley.conversation.MessageParts;
import parley.llm.Part;
import parley.storage.database.Session;

/// The parts of rich messages.
final class PartRows {
    /// Messages that one statement asks for: always as many, so that it is prepared once.
    private static final int AT_ONCE = 16;

    static final String FIND =
            "SELECT id, parts FROM message WHERE parts IS NOT NULL AND id IN (%s)"
                    .formatted(String.join(", ", Collections.nCopies(AT_ONCE, "?")));

    private PartRows() {}

    private record Found(long id, String parts) {}

    static Map<Long, List<Part>> find(Session session, List<Long> ids) throws SQLException {
        Map<Long, List<Part>> parts = new HashMap<>();
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            List<Long> some =
                    new ArrayList<>(ids.subList(from, Math.min(ids.size(), from + AT_ONCE)));
            while (some.size() < AT_ONCE) {
                some.add(some.getLast());
            }
            for (Found found :
                    session.all(FIND, row -> new Found(row.number(), row.text()), some.toArray())) {
                parts.put(found.id, MessageParts.read(found.parts));
            }
        }
        return parts;
    }
}
