package parley.storage;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import parley.document.DocumentQuery;
import parley.document.DocumentStore;
import parley.document.KeptDocument;
import parley.document.NewDocument;
import parley.storage.database.Database;
import parley.storage.database.Row;
import parley.storage.database.Session;

/// Documents in SQL.
final class SqlDocumentStore implements DocumentStore {
    private final Database database;

    SqlDocumentStore(Database database) {
        this.database = database;
    }

    @Override
    public OptionalLong begin(NewDocument document, Quota quota, Instant now) {
        Optional<Long> id =
                database.write(session -> {
                    session.update(DocumentRows.LOCK_ACCOUNT, document.accountId());
                    return session.first(
                            DocumentRows.BEGIN,
                            Row::number,
                            DocumentRows.values(
                                    document,
                                    quota.documents(),
                                    quota.bytes() - document.size(),
                                    now));
                });
        return id.isPresent() ? OptionalLong.of(id.get()) : OptionalLong.empty();
    }

    @Override
    public void addChunk(long documentId, Variant variant, int number, byte[] bytes) {
        update(DocumentRows.INSERT_CHUNK, documentId, variant.wireName(), number, bytes);
    }

    @Override
    public Optional<KeptDocument> keep(
            long accountId, long documentId, OptionalLong conversationId, Instant now) {
        return database.write(session -> {
            if (conversationId.isPresent()
                    && !touch(session, accountId, conversationId.getAsLong(), now)) {
                session.update(DocumentRows.DISCARD, documentId);
                return Optional.empty();
            }
            return session.first(
                    DocumentRows.KEEP, DocumentRows::read, conversationId, documentId, accountId);
        });
    }

    @Override
    public void discard(long documentId) {
        update(DocumentRows.DISCARD, documentId);
    }

    @Override
    public void dropUnready(Instant before) {
        update(DocumentRows.DROP_UNREADY, before);
    }

    @Override
    public Optional<KeptDocument> find(long accountId, long documentId) {
        return database.read(session ->
                session.first(DocumentRows.FIND, DocumentRows::read, documentId, accountId));
    }

    @Override
    public Optional<KeptDocument> findSame(long accountId, String digest, String mediaType) {
        return database.read(session ->
                session.first(DocumentRows.SAME, DocumentRows::read, accountId, digest, mediaType));
    }

    @Override
    public List<KeptDocument> list(DocumentQuery query) {
        List<@Nullable Object> values = new ArrayList<>();
        values.add(query.accountId());
        query.after().ifPresent(values::add);
        query.purpose().ifPresent(values::add);
        values.add(query.limit());
        return database.read(session ->
                session.all(DocumentRows.list(query), DocumentRows::read, values.toArray()));
    }

    @Override
    public List<KeptDocument> ofConversation(long accountId, long conversationId) {
        return database.read(session ->
                session.all(
                        DocumentRows.OF_CONVERSATION,
                        DocumentRows::read,
                        conversationId,
                        accountId));
    }

    @Override
    public List<Long> existing(List<Long> documentIds) {
        return database.read(session -> DocumentRows.existing(session, documentIds));
    }

    @Override
    public Optional<byte[]> chunk(long accountId, long documentId, Variant variant, int number) {
        return database.read(session ->
                session.first(
                        DocumentRows.CHUNK,
                        Row::bytes,
                        documentId,
                        accountId,
                        variant.wireName(),
                        number));
    }

    @Override
    public Optional<KeptDocument> attach(
            long accountId, long documentId, long conversationId, Instant now) {
        return database.write(session -> {
            if (!touch(session, accountId, conversationId, now)) {
                return Optional.empty();
            }
            Optional<KeptDocument> attached =
                    session.first(
                            DocumentRows.ATTACH,
                            DocumentRows::read,
                            conversationId,
                            documentId,
                            accountId,
                            conversationId);
            if (attached.isPresent()
                    || session.first(DocumentRows.FIND, DocumentRows::read, documentId, accountId)
                            .isEmpty()) {
                return attached;
            }
            Optional<KeptDocument> copy =
                    session.first(
                            DocumentRows.COPY_IN_CONVERSATION,
                            DocumentRows::read,
                            conversationId,
                            accountId,
                            documentId);
            return copy.isPresent()
                    ? copy
                    : DocumentRows.copy(session, accountId, documentId, conversationId, now);
        });
    }

    @Override
    public boolean detach(long accountId, long documentId, long conversationId, Instant now) {
        return database.write(session ->
                touch(session, accountId, conversationId, now)
                        && session.update(
                                        DocumentRows.DETACH, documentId, accountId, conversationId)
                                > 0);
    }

    @Override
    public boolean delete(long accountId, long documentId) {
        return update(DocumentRows.DELETE, documentId, accountId) > 0;
    }

    /// @return whether the account has such a conversation
    private static boolean touch(Session session, long accountId, long conversationId, Instant now)
            throws SQLException {
        return session.update(DocumentRows.TOUCH_CONVERSATION, now, now, conversationId, accountId)
                > 0;
    }

    private int update(String sql, @Nullable Object... values) {
        return database.write(session -> session.update(sql, values));
    }
}
