package parley.storage;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.image.Gallery;
import parley.image.ImageStore;
import parley.image.ImageTask;
import parley.image.KeptImage;
import parley.image.StoredTask;
import parley.image.TaskStatus;
import parley.ledger.LedgerEntry;
import parley.storage.database.Database;
import parley.storage.database.Row;
import parley.storage.database.Session;

/// Tasks and pictures in SQL.
final class SqlImageStore implements ImageStore {
    /// Larger families are nobody's.
    private static final int LARGEST_FAMILY = 1000;

    private static final String KIND = "picture";
    private static final int CHUNK = 1 << 20;

    private final Database database;

    SqlImageStore(Database database) {
        this.database = database;
    }

    @Override
    public void create(StoredTask task, String node) {
        update(ImageTaskRows.INSERT, ImageTaskRows.values(task, node));
    }

    @Override
    public Optional<StoredTask> find(long accountId, String taskId) {
        return database.read(session -> {
            Optional<StoredTask> found =
                    session.first(ImageTaskRows.FIND, ImageTaskRows::read, taskId, accountId);
            return found.isPresent()
                    ? Optional.of(withImages(session, found.get()))
                    : Optional.empty();
        });
    }

    /// Only what is complete has any, and it had them before it was.
    private static StoredTask withImages(Session session, StoredTask stored) throws SQLException {
        if (stored.task().status() != TaskStatus.COMPLETED) {
            return stored;
        }
        List<KeptImage> images =
                session.all(ImageRows.OF_TASK, ImageRows::read, stored.id(), stored.accountId());
        return stored.with(stored.task().withImages(images));
    }

    @Override
    public Optional<StoredTask> begin(String taskId, String node) {
        return database.write(
                session -> session.first(ImageTaskRows.BEGIN, ImageTaskRows::read, taskId, node));
    }

    @Override
    public boolean progress(String taskId, String node, double progress) {
        return update(ImageTaskRows.PROGRESS, ImageTaskRows.millionths(progress), taskId, node) > 0;
    }

    @Override
    public void release(String taskId, String node) {
        update(ImageTaskRows.RELEASE, taskId, node);
    }

    @Override
    public boolean finish(ImageTask ended, Optional<String> node, Optional<LedgerEntry> entry) {
        return database.write(session -> {
            if (session.update(ImageTaskRows.FINISH, ImageTaskRows.end(ended, node)) == 0) {
                return false;
            }
            for (KeptImage image : ended.images()) {
                session.update(ImageRows.READY, image.id());
            }
            if (entry.isPresent()) {
                UsageRows.insert(session, entry.get());
            }
            return true;
        });
    }

    @Override
    public List<StoredTask> unfinished(String node) {
        return database.read(
                session -> session.all(ImageTaskRows.UNFINISHED, ImageTaskRows::read, node));
    }

    @Override
    public List<StoredTask> takeOver(String node, Instant deadBefore) {
        return database.write(session ->
                session.all(ImageTaskRows.TAKE_OVER, ImageTaskRows::read, node, node, deadBefore));
    }

    @Override
    public void store(KeptImage image, Optional<String> digest) {
        database.write(session -> {
            ImageRows.insert(session, image, digest);
            return true;
        });
    }

    @Override
    public void addChunk(String imageId, Variant variant, int number, byte[] bytes) {
        update(ImageRows.INSERT_CHUNK, imageId, variant.wireName(), number, bytes);
    }

    @Override
    public void ready(String imageId) {
        update(ImageRows.READY, imageId);
    }

    @Override
    public void discard(List<String> imageIds) {
        database.write(session -> {
            for (String id : imageIds) {
                session.update(ImageRows.DISCARD, id);
            }
            return true;
        });
    }

    @Override
    public void dropUnready(Instant before) {
        update(ImageRows.DROP_UNREADY, before);
    }

    @Override
    public int dropUnusedUploads(Instant sentBefore) {
        return new UnusedUploadRows(database).drop(sentBefore);
    }

    @Override
    public void arrive(KeptImage image, byte[] file, byte[] thumbnail, String origin) {
        database.write(session -> {
            long account = image.accountId();
            ImageRows.insert(session, image, Optional.empty());
            insertChunks(session, image.id(), Variant.FILE, file);
            insertChunks(session, image.id(), Variant.THUMBNAIL, thumbnail);
            session.update(ImageRows.READY, image.id());
            Optional<String> before = OriginRows.find(session, account, KIND, origin);
            OriginRows.put(session, account, KIND, origin, image.id(), before);
            return true;
        });
    }

    private static void insertChunks(Session session, String id, Variant variant, byte[] file)
            throws SQLException {
        int number = 0;
        for (int from = 0; from < file.length; from += CHUNK) {
            byte[] piece = Arrays.copyOfRange(file, from, Math.min(from + CHUNK, file.length));
            session.update(ImageRows.INSERT_CHUNK, id, variant.wireName(), number++, piece);
        }
    }

    @Override
    public Optional<String> arrived(long accountId, String origin) {
        return database.read(session -> OriginRows.find(session, accountId, KIND, origin));
    }

    @Override
    public Optional<String> origin(long accountId, String imageId) {
        return database.read(session -> OriginRows.findByTarget(session, accountId, KIND, imageId));
    }

    @Override
    public List<KeptImage> all(long accountId, String afterId, int limit) {
        return database.read(
                session -> session.all(ImageRows.ALL, ImageRows::read, accountId, afterId, limit));
    }

    @Override
    public Optional<KeptImage> findImage(long accountId, String imageId) {
        return database.read(
                session -> session.first(ImageRows.FIND, ImageRows::read, imageId, accountId));
    }

    @Override
    public Optional<KeptImage> findSent(long accountId, Optional<String> endUser, String digest) {
        return database.read(session ->
                session.first(ImageRows.SENT, ImageRows::read, accountId, digest, endUser));
    }

    @Override
    public Optional<byte[]> chunk(long accountId, String imageId, Variant variant, int number) {
        return database.read(session ->
                session.first(
                        ImageRows.CHUNK,
                        Row::bytes,
                        imageId,
                        accountId,
                        variant.wireName(),
                        number));
    }

    @Override
    public Gallery.Page list(long accountId, Gallery.Filter wanted, int limit, int offset) {
        ImageRows.Filter filter = new ImageRows.Filter(accountId, wanted);
        return database.read(session ->
                new Gallery.Page(
                        session.all(filter.page(), ImageRows::read, filter.values(limit, offset)),
                        session.one(filter.count(), Row::number, filter.values())));
    }

    @Override
    public List<KeptImage> family(KeptImage image) {
        return database.read(session ->
                session.all(
                        ImageRows.FAMILY,
                        ImageRows::read,
                        image.id(),
                        image.id(),
                        image.accountId(),
                        image.endUser(),
                        LARGEST_FAMILY));
    }

    @Override
    public boolean delete(long accountId, String imageId) {
        return update(ImageRows.DELETE, imageId, accountId) > 0;
    }

    private int update(String sql, @Nullable Object... values) {
        return database.write(session -> session.update(sql, values));
    }
}
