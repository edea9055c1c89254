package parley.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.error.AppException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class JsonReportTest {
    @TempDir private Path temporary = Path.of("");

    @Test
    void everyRoundIsWritten() throws IOException {
        Findings findings = new Findings();
        findings.group("together");
        findings.add(
                Row.of("one", "ms", Samples.of(3, 1, 2))
                        .beside("bare", Samples.of(1, 1, 2))
                        .aiming(Aim.atMost(5)));
        findings.note("A note.");
        JsonReport report = new JsonReport(Scale.QUICK, Machine.look(temporary));
        report.add(new TurnsBenchmark(), findings);
        Path file = temporary.resolve("figures.json");
        report.write(file);

        JsonNode json = JsonMapper.shared().readTree(Files.readString(file));
        assertThat(json.path("scale").asString()).isEqualTo("quick");
        assertThat(json.at("/machine/cores").asInt()).isPositive();
        JsonNode row = json.at("/benchmarks/0/rows/0");
        assertThat(row)
                .isEqualTo(
                        JsonMapper.shared()
                                .readTree(
                                        """
                                        {"group": "together", "what": "one", "unit": "ms", "median": 2.0, "rounds": [3.0, 1.0, 2.0],
                                         "baseline": {"what": "bare", "median": 1.0, "rounds": [1.0, 1.0, 2.0]},
                                         "aim": {"at_most": 5.0, "met": true}}
                                        """));
        assertThat(json.at("/benchmarks/0/notes/0").asString()).isEqualTo("A note.");
    }

    @Test
    void aFileThatCannotBeWrittenIsNamed() {
        JsonReport report = new JsonReport(Scale.FULL, Machine.look(temporary));
        assertThatThrownBy(() -> report.write(temporary.resolve("no/such/folder.json")))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("folder.json");
    }
}
