package parley.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.storage.database.Database;
import parley.storage.sqlite.SqliteDatabase;

final class KillTest {
    @TempDir private Path home;

    @Test
    void whatWasAcknowledgedIsThereOnceAfterKillNine() throws Exception {
        Map<Long, String> acknowledged = new HashMap<>();
        for (int round = 0; round < 3; round++) {
            acknowledged.putAll(startTurnsAndKill(round, 150 + 233 * round));
            assertThat(storedQuestions()).containsAllEntriesOf(acknowledged);
        }
        SqliteDatabase.verify(home.resolve(SqliteDatabase.FILE_NAME));
    }

    /// @return turn id and question of all turns whose start was acknowledged
    private Map<Long, String> startTurnsAndKill(int round, int enough) throws Exception {
        List<String> lines = new ArrayList<>();
        try (ChildJvm child =
                ChildJvm.start(StartsUntilKilled.class, home.toString(), "" + round)) {
            while (lines.size() < enough) {
                lines.add(String.valueOf(child.readLine()));
            }
            assertThat(child.isAlive()).isTrue();
            child.kill();
            lines.addAll(rest(child));
        }
        Map<Long, String> turns = new HashMap<>();
        for (String line : lines) {
            String[] parts = line.split(" ", 2);
            String question =
                    parts[1].substring(0, parts[1].length() - StartsUntilKilled.END.length());
            turns.put(Long.valueOf(parts[0]), question);
        }
        assertThat(turns).hasSameSizeAs(lines);
        return turns;
    }

    private static List<String> rest(ChildJvm child) throws IOException {
        List<String> lines = new ArrayList<>();
        @Nullable String line = child.readLine();
        while (line != null && line.endsWith(StartsUntilKilled.END)) {
            lines.add(line);
            line = child.readLine();
        }
        return lines;
    }

    /// Turn id to question, and no question twice.
    private Map<Long, String> storedQuestions() {
        Map<Long, String> questions = new HashMap<>();
        try (Database database = SqliteDatabase.open(home.resolve(SqliteDatabase.FILE_NAME))) {
            database.read(session ->
                    session.all(
                            """
                            SELECT answer.id, question.content
                            FROM message AS answer
                            JOIN message AS question ON question.id = answer.question_id
                            """,
                            row -> questions.put(row.number(), row.text()) == null));
        }
        assertThat(questions.values()).doesNotHaveDuplicates();
        return questions;
    }
}
