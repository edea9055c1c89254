package parley.storage.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.storage.ChildJvm;
import parley.storage.database.Migration;
import parley.storage.database.Row;

final class KilledUpgradeTest {
    private static final Migration SECOND = new Migration(2, "INSERT INTO one VALUES ('added')");

    @TempDir private Path folder;

    @Test
    void anUpgradeThatIsKilledStartsAgain() throws Exception {
        Path path = folder.resolve("parley.db");
        SqliteFile file = new SqliteFile(path, Duration.ofSeconds(1));
        SqliteDatabase.open(file, List.of(UpgradesUntilKilled.FIRST)).close();
        try (ChildJvm child = ChildJvm.start(UpgradesUntilKilled.class, path.toString())) {
            awaitChanges(folder.resolve("parley.db-wal"));
            assertThat(child.isAlive()).isTrue();
            child.kill();
        }
        try (SqliteDatabase database =
                SqliteDatabase.open(file, List.of(UpgradesUntilKilled.FIRST, SECOND))) {
            List<String> texts =
                    database.read(session -> session.all("SELECT text FROM one", Row::text));
            assertThat(texts).containsExactly("kept", "added");
        }
    }

    /// Waits until the upgrade has written more than its cache holds.
    private static void awaitChanges(Path log) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!Files.exists(log) || Files.size(log) < 1_000_000) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.onSpinWait();
        }
    }
}
