package parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// Questions to a file, on the command line.
final class AskCommandTest {
    private static final String SALES =
            """
            date;sales;region
            2024-01-01;10,5;North
            2024-01-02;20;South
            2024-01-03;30;North
            """;

    @TempDir Path folder;
    private CommandRun command;

    @BeforeEach
    void start() {
        command = new CommandRun(new TestApplication(), folder);
    }

    private String file() throws IOException {
        return Files.writeString(folder.resolve("sales.csv"), SALES).toString();
    }

    @Test
    void aQuestionIsAnsweredWithItsQuery() throws IOException {
        CommandRun.Result result = command.run("ask", file(), "total sales by region");

        assertThat(result.code()).as(result.err()).isZero();
        assertThat(result.out()).contains("40.5").contains("20").contains("SELECT");
    }

    @Test
    void jsonHoldsTheRows() {
        CommandRun.Result result =
                command.reading(SALES).run("ask", "-", "how", "many", "rows", "--json");

        assertThat(result.code()).as(result.err()).isZero();
        assertThat(
                        JsonMapper.shared()
                                .readTree(result.out())
                                .path("sqlResults")
                                .path(0)
                                .valueStream()
                                .findFirst()
                                .orElseThrow()
                                .asInt())
                .isEqualTo(3);
    }

    @Test
    void withoutAQuestionTheFileIsDescribed() throws IOException {
        CommandRun.Result result = command.run("ask", file());

        assertThat(result.code()).isZero();
        assertThat(result.out())
                .contains("3 rows")
                .containsPattern("sales +decimal +.*comma")
                .contains("Ask, for instance:");
    }

    @Test
    void aChartIsDrawn() throws IOException {
        Path picture = folder.resolve("chart.svg");

        CommandRun.Result result =
                command.run("ask", file(), "control chart of sales", "-o", picture.toString());

        assertThat(result.code()).as(result.err()).isZero();
        assertThat(picture).content().contains("<svg");
    }

    @Test
    void whatIsRefusedIsAFailure() throws IOException {
        assertThat(command.run("ask", file(), "why did sales rise?").code()).isEqualTo(1);
        CommandRun.Result missing = command.run("ask", "nowhere.csv", "how many rows");
        assertThat(missing.code()).isNotZero();
        assertThat(missing.err()).contains("There is no file nowhere.csv.");
    }
}
