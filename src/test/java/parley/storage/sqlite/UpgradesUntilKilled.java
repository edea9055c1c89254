package parley.storage.sqlite;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import parley.storage.database.Migration;

/// Upgrades a database by a step that takes for ever.
final class UpgradesUntilKilled {
    static final Migration FIRST =
            new Migration(
                    1,
                    """
                    PRAGMA application_id = 1347570777;
                    CREATE TABLE one (text TEXT NOT NULL);
                    INSERT INTO one VALUES ('kept');
                    """);

    private static final Migration ENDLESS =
            new Migration(
                    2,
                    """
                    INSERT INTO one VALUES ('lost');
                    INSERT INTO one
                    WITH RECURSIVE endless (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM endless)
                    SELECT 'lost ' || randomblob(500) || n FROM endless;
                    """);

    private UpgradesUntilKilled() {}

    public static void main(String[] args) {
        SqliteFile file = new SqliteFile(Path.of(args[0]), Duration.ofSeconds(1));
        SqliteDatabase.open(file, List.of(FIRST, ENDLESS)).close();
    }
}
