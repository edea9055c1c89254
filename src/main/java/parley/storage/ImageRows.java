package parley.storage;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.image.Gallery;
import parley.image.ImageFeature;
import parley.image.KeptImage;
import parley.image.pixel.Size;
import parley.storage.database.Row;
import parley.storage.database.Session;

/// Pictures as rows.
final class ImageRows {
    // Ids have no blanks.
    private static final String COLUMNS =
            """
            id, account_id, end_user, task_id, intent, prompt, width, height, media_type, bytes,
            created_at,
            (SELECT string_agg(parent_id, ' ' ORDER BY position)
                FROM image_parent WHERE image_id = image.id)
            """;

    static final String INSERT =
            """
            INSERT INTO image (
                id, account_id, end_user, task_id, intent, prompt, width, height, media_type, bytes,
                created_at, digest, ready)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)
            """;

    static final String INSERT_PARENT =
            "INSERT INTO image_parent (image_id, position, parent_id) VALUES (?, ?, ?)";

    static final String READY = "UPDATE image SET ready = 1 WHERE id = ?";

    static final String DISCARD = "DELETE FROM image WHERE id = ? AND ready = 0";

    static final String DROP_UNREADY = "DELETE FROM image WHERE ready = 0 AND created_at < ?";

    static final String FIND =
            "SELECT %s FROM image WHERE id = ? AND account_id = ? AND ready = 1".formatted(COLUMNS);

    static final String ALL =
            "SELECT %s FROM image WHERE account_id = ? AND id > ? AND ready = 1 ORDER BY id LIMIT ?"
                    .formatted(COLUMNS);

    static final String SENT =
            """
            SELECT %s FROM image
            WHERE account_id = ? AND digest = ? AND end_user IS NOT DISTINCT FROM ? AND ready = 1
            ORDER BY created_at
            LIMIT 1
            """
                    .formatted(COLUMNS);

    static final String OF_TASK =
            """
            SELECT %s FROM image
            WHERE task_id = ? AND account_id = ? AND ready = 1
            ORDER BY created_at, id
            """
                    .formatted(COLUMNS);

    static final String CHUNK =
            """
            SELECT image_chunk.bytes FROM image JOIN image_chunk ON image_id = image.id
            WHERE image.id = ? AND account_id = ? AND ready = 1 AND variant = ? AND number = ?
            """;

    static final String INSERT_CHUNK =
            "INSERT INTO image_chunk (image_id, variant, number, bytes) VALUES (?, ?, ?, ?)";

    static final String DELETE = "DELETE FROM image WHERE id = ? AND account_id = ? AND ready = 1";

    /// Up and down from one picture; a walk that comes back to where it was ends there.
    static final String FAMILY =
            """
            WITH RECURSIVE
                ancestor (id) AS (
                    SELECT CAST(? AS TEXT)
                    UNION
                    SELECT parent_id FROM image_parent JOIN ancestor ON image_id = ancestor.id),
                descendant (id) AS (
                    SELECT CAST(? AS TEXT)
                    UNION
                    SELECT image_id FROM image_parent JOIN descendant ON parent_id = descendant.id)
            SELECT %s FROM image
            WHERE id IN (SELECT id FROM ancestor UNION SELECT id FROM descendant)
                AND account_id = ?
                AND ready = 1
                AND (end_user IS NULL OR end_user = coalesce(?, end_user))
            ORDER BY created_at, id
            LIMIT ?
            """
                    .formatted(COLUMNS);

    private ImageRows() {}

    /// Which pictures a gallery shows.
    record Filter(long accountId, Gallery.Filter wanted) {
        String page() {
            return "SELECT %s FROM image WHERE %s ORDER BY created_at DESC, id DESC LIMIT ? OFFSET ?"
                    .formatted(COLUMNS, condition());
        }

        String count() {
            return "SELECT count(*) FROM image WHERE " + condition();
        }

        /// The same words as those of the indexes, which are used only then.
        private String condition() {
            return "account_id = ? AND ready = 1 AND intent <> 'upload'"
                    + (wanted.endUser().isPresent() ? " AND end_user = ?" : "")
                    + (wanted.intent().isPresent() ? " AND intent = ?" : "")
                    + (wanted.words().isEmpty() ? "" : " AND " + words().condition("prompt"));
        }

        private WordFilter words() {
            return new WordFilter(wanted.words());
        }

        @Nullable Object[] values(Object... more) {
            List<@Nullable Object> values = new ArrayList<>();
            values.add(accountId);
            wanted.endUser().ifPresent(values::add);
            wanted.intent().map(ImageFeature::intent).ifPresent(values::add);
            values.addAll(words().values());
            values.addAll(List.of(more));
            return values.toArray();
        }
    }

    static void insert(Session session, KeptImage image, Optional<String> digest)
            throws SQLException {
        session.update(
                INSERT,
                image.id(),
                image.accountId(),
                image.endUser(),
                image.taskId(),
                image.intent(),
                image.prompt(),
                image.size().width(),
                image.size().height(),
                image.mediaType(),
                image.bytes(),
                image.createdAt(),
                digest);
        int position = 0;
        for (String parent : image.parentIds()) {
            session.update(INSERT_PARENT, image.id(), position++, parent);
        }
    }

    static KeptImage read(Row row) throws SQLException {
        String id = row.text();
        long accountId = row.number();
        Optional<String> endUser = row.optionalText();
        Optional<String> taskId = row.optionalText();
        String intent = row.text();
        String prompt = row.text();
        Size size = new Size(row.smallNumber(), row.smallNumber());
        String mediaType = row.text();
        long bytes = row.number();
        var createdAt = row.instant();
        List<String> parents =
                row.optionalText().map(ids -> List.of(ids.split(" "))).orElse(List.of());
        return new KeptImage(
                id, accountId, endUser, taskId, intent, prompt, size, mediaType, bytes, parents,
                createdAt);
    }
}
