package parley.storage;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import parley.document.DocumentFacts;
import parley.document.DocumentQuery;
import parley.document.KeptDocument;
import parley.document.NewDocument;
import parley.document.StoredDocument;
import parley.storage.database.Row;
import parley.storage.database.Session;
import tools.jackson.databind.json.JsonMapper;

/// Documents as rows.
final class DocumentRows {
    private static final JsonMapper JSON = JsonMapper.shared();

    private static final String COLUMNS =
            """
            id, account_id, conversation_id, filename, media_type, size, facts, created_at, purpose,
            digest
            """;

    /// Counting and adding must not be parted by another upload of the same account.
    static final String LOCK_ACCOUNT = "UPDATE account SET name = name WHERE id = ?";

    static final String BEGIN =
            """
            INSERT INTO document (
                account_id, filename, media_type, size, digest, purpose, facts, ready, created_at)
            SELECT account.id, ?, ?, CAST(? AS BIGINT), ?, ?, ?, 0, CAST(? AS BIGINT)
            FROM account
            WHERE account.id = ? AND (
                SELECT count(*) < ? AND coalesce(sum(size), 0) <= ?
                FROM document WHERE account_id = account.id)
            RETURNING id
            """;

    static final String INSERT_CHUNK =
            "INSERT INTO document_chunk (document_id, variant, number, bytes) VALUES (?, ?, ?, ?)";

    static final String KEEP =
            """
            UPDATE document SET ready = 1, conversation_id = ?
            WHERE id = ? AND account_id = ? AND ready = 0
            RETURNING %s
            """
                    .formatted(COLUMNS);

    static final String DISCARD = "DELETE FROM document WHERE id = ? AND ready = 0";

    static final String DROP_UNREADY = "DELETE FROM document WHERE ready = 0 AND created_at < ?";

    static final String FIND =
            "SELECT %s FROM document WHERE id = ? AND account_id = ? AND ready = 1"
                    .formatted(COLUMNS);

    static final String SAME =
            """
            SELECT %s FROM document
            WHERE account_id = ? AND digest = ? AND media_type = ? AND ready = 1
            ORDER BY id DESC
            LIMIT 1
            """
                    .formatted(COLUMNS);

    static final String OF_CONVERSATION =
            """
            SELECT %s FROM document
            WHERE conversation_id = ? AND account_id = ? AND ready = 1
            ORDER BY id
            """
                    .formatted(COLUMNS);

    /// Documents that one statement asks for: always as many, so that it is prepared once.
    private static final int AT_ONCE = 64;

    static final String EXISTING =
            "SELECT id FROM document WHERE id IN (%s)"
                    .formatted(String.join(", ", Collections.nCopies(AT_ONCE, "?")));

    static final String CHUNK =
            """
            SELECT document_chunk.bytes FROM document JOIN document_chunk ON document_id = document.id
            WHERE document.id = ? AND account_id = ? AND ready = 1 AND variant = ? AND number = ?
            """;

    /// Locks the conversation, so that it cannot go before the document is in it.
    static final String TOUCH_CONVERSATION =
            """
            UPDATE conversation SET
                updated_at = CASE WHEN updated_at > ? THEN updated_at ELSE ? END
            WHERE id = ? AND account_id = ?
            """;

    static final String ATTACH =
            """
            UPDATE document SET conversation_id = ?
            WHERE id = ? AND account_id = ? AND ready = 1
                AND (conversation_id IS NULL OR conversation_id = ?)
            RETURNING %s
            """
                    .formatted(COLUMNS);

    static final String COPY_IN_CONVERSATION =
            """
            SELECT %s FROM document
            WHERE conversation_id = ? AND account_id = ? AND ready = 1
                AND (digest, filename) = (SELECT digest, filename FROM document WHERE id = ?)
            ORDER BY id
            LIMIT 1
            """
                    .formatted(COLUMNS);

    private static final String COPY =
            """
            INSERT INTO document (
                account_id, conversation_id, filename, media_type, size, digest, purpose, facts,
                ready, created_at)
            SELECT account_id, CAST(? AS BIGINT), filename, media_type, size, digest, purpose, facts,
                1, CAST(? AS BIGINT)
            FROM document WHERE id = ? AND account_id = ? AND ready = 1
            RETURNING %s
            """
                    .formatted(COLUMNS);

    private static final String COPY_CHUNKS =
            """
            INSERT INTO document_chunk (document_id, variant, number, bytes)
            SELECT CAST(? AS BIGINT), variant, number, bytes FROM document_chunk
            WHERE document_id = ?
            """;

    static final String DETACH =
            """
            UPDATE document SET conversation_id = NULL
            WHERE id = ? AND account_id = ? AND conversation_id = ? AND ready = 1
            """;

    static final String DELETE =
            "DELETE FROM document WHERE id = ? AND account_id = ? AND ready = 1";

    private DocumentRows() {}

    static @Nullable Object[] values(
            NewDocument document, int mostDocuments, long bytesLeft, Instant now) {
        return new @Nullable Object[] {
            document.filename(),
            document.mediaType(),
            document.size(),
            document.digest(),
            document.purpose(),
            JSON.writeValueAsString(document.facts()),
            now,
            document.accountId(),
            mostDocuments,
            bytesLeft
        };
    }

    /// A copy of a document with its pieces, in another conversation.
    static Optional<KeptDocument> copy(
            Session session, long accountId, long documentId, long conversationId, Instant now)
            throws SQLException {
        Optional<KeptDocument> copy =
                session.first(COPY, DocumentRows::read, conversationId, now, documentId, accountId);
        if (copy.isPresent()) {
            session.update(COPY_CHUNKS, copy.get().id(), documentId);
        }
        return copy;
    }

    static List<Long> existing(Session session, List<Long> ids) throws SQLException {
        List<Long> found = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            List<Long> some =
                    new ArrayList<>(ids.subList(from, Math.min(ids.size(), from + AT_ONCE)));
            while (some.size() < AT_ONCE) {
                some.add(some.getLast());
            }
            found.addAll(session.all(EXISTING, Row::number, some.toArray()));
        }
        return found;
    }

    /// The list that a query wants. Its values: the account, the place to begin after, the purpose,
    /// the limit; of those in the middle only what the query has.
    static String list(DocumentQuery query) {
        String place = query.newestFirst() ? " AND id < ?" : " AND id > ?";
        return "SELECT %s FROM document WHERE account_id = ? AND ready = 1%s%s ORDER BY id%s LIMIT ?"
                .formatted(
                        COLUMNS,
                        query.after().isPresent() ? place : "",
                        query.purpose().isPresent() ? " AND purpose = ?" : "",
                        query.newestFirst() ? " DESC" : "");
    }

    static KeptDocument read(Row row) throws SQLException {
        long id = row.number();
        long accountId = row.number();
        OptionalLong conversationId = row.optionalNumber();
        String filename = row.text();
        String mediaType = row.text();
        long size = row.number();
        DocumentFacts facts = JSON.readValue(row.text(), DocumentFacts.class);
        Instant createdAt = row.instant();
        return new KeptDocument(
                new StoredDocument(
                        id, accountId, conversationId, filename, mediaType, size, facts, createdAt),
                row.text(),
                row.text());
    }
}
