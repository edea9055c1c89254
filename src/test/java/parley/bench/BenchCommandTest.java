package parley.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

final class BenchCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void aBenchmarkThatDoesNotExistIsNamedBesideThoseThatDo() {
        assertThat(run("turns", "everything")).isEqualTo(2);
        assertThat(err.toString())
                .contains(
                        "There is no benchmark everything; there are start, memory, turns, relay,"
                                + " streams, history, local, chart, xmr, data, images,"
                                + " documents, page.");
    }

    @Test
    void quickAndLargeExcludeEachOther() {
        assertThat(run("--quick", "--large", "turns")).isEqualTo(2);
    }

    @Test
    void aFolderThatIsNotThereIsNamed() {
        assertThat(run("--folder", "/no/such/folder", "turns")).isEqualTo(2);
        assertThat(err.toString()).contains("/no/such/folder");
    }

    private int run(String... words) {
        return new CommandLine(new BenchCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(words);
    }
}
