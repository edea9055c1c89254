package parley.storage;

import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import parley.storage.database.Database;
import parley.storage.database.Row;
import parley.storage.database.Session;

/// Looks for pictures that were sent and that nothing refers to.
///
/// Tasks and messages name pictures somewhere in their texts, so all of these are read, in pages
/// that no database takes long for, and without holding up writers. What was added meanwhile is
/// looked at again in the moment of the deletion.
final class UnusedUploadRows {
    /// More wait for the next time.
    private static final int MOST = 10_000;

    private static final int PAGE = 200;

    private static final Pattern ID = Pattern.compile("img_[\\w-]+");

    /// What was imported may be older than the messages that came with it.
    private static final String OLD =
            """
            SELECT id FROM image
            WHERE intent = 'upload'
                AND ready = 1
                AND created_at < ?
                AND NOT EXISTS (SELECT 1 FROM image_parent WHERE parent_id = image.id)
                AND NOT EXISTS (
                    SELECT 1 FROM import_origin
                    WHERE import_origin.account_id = image.account_id
                        AND kind = 'picture'
                        AND target = image.id)
            ORDER BY created_at
            LIMIT ?
            """;

    private static final String TASKS =
            "SELECT id, inputs FROM image_task WHERE id > ? ORDER BY id LIMIT ?";

    /// The longest parts are pictures themselves, and name none.
    private static final String MESSAGES =
            """
            SELECT attributes || ' ' || content || ' ' || CASE WHEN length(parts) < 1000000 THEN parts ELSE '' END
            FROM message
            WHERE id > ?
                AND id <= ?
                AND (attributes LIKE '%img_%' OR content LIKE '%img_%' OR parts LIKE '%img_%')
            """;

    private static final String LAST_MESSAGE = "SELECT coalesce(max(id), 0) FROM message";

    private static final String LAST_TASK = "SELECT coalesce(max(created_at), 0) FROM image_task";

    private static final String DROP =
            """
            DELETE FROM image
            WHERE id = ?
                AND NOT EXISTS (SELECT 1 FROM image_parent WHERE parent_id = image.id)
                AND NOT EXISTS (
                    SELECT 1 FROM image_task WHERE created_at >= ? AND inputs LIKE ?)
                AND NOT EXISTS (
                    SELECT 1 FROM message WHERE id > ? AND (attributes LIKE ? OR content LIKE ?))
            """;

    /// Servers whose clocks differ by more are not looked after.
    private static final long CLOCKS_DIFFER_MICROS = 3_600_000_000L;

    private final Database database;

    UnusedUploadRows(Database database) {
        this.database = database;
    }

    private record Wish(String taskId, String inputs) {}

    /// @return how many were deleted
    int drop(Instant sentBefore) {
        Set<String> unused =
                new HashSet<>(
                        database.read(session -> session.all(OLD, Row::text, sentBefore, MOST)));
        if (unused.isEmpty()) {
            return 0;
        }
        long lastMessage = database.read(session -> session.one(LAST_MESSAGE, Row::number));
        long lastTask = database.read(session -> session.one(LAST_TASK, Row::number));
        leaveOutThoseOfTasks(unused);
        leaveOutThoseOfMessages(unused, lastMessage);
        int dropped = 0;
        for (String id : unused) {
            dropped +=
                    database.write(session ->
                            drop(session, id, lastTask - CLOCKS_DIFFER_MICROS, lastMessage));
        }
        return dropped;
    }

    private static int drop(Session session, String id, long tasksSince, long messagesSince)
            throws SQLException {
        // Its underscore stands for any letter: the worst is that a picture stays.
        String name = "%" + id + "%";
        return session.update(DROP, id, tasksSince, name, messagesSince, name, name);
    }

    private void leaveOutThoseOfTasks(Set<String> unused) {
        List<Wish> page = tasks("");
        while (!page.isEmpty()) {
            page.forEach(task -> leaveOut(unused, task.inputs()));
            page = tasks(page.getLast().taskId());
        }
    }

    private List<Wish> tasks(String after) {
        return database.read(session ->
                session.all(TASKS, row -> new Wish(row.text(), row.text()), after, PAGE));
    }

    private void leaveOutThoseOfMessages(Set<String> unused, long last) {
        for (long after = 0; after < last; after += PAGE) {
            long from = after;
            database.read(session -> session.all(MESSAGES, Row::text, from, from + PAGE))
                    .forEach(text -> leaveOut(unused, text));
        }
    }

    private static void leaveOut(Set<String> unused, String text) {
        Matcher names = ID.matcher(text);
        while (names.find()) {
            unused.remove(names.group());
        }
    }
}
