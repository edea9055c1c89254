package parley.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.bench.target.Launch;
import parley.bench.target.UpstreamProcess;

final class StreamMeasurementTest {
    @TempDir private Path temporary = Path.of("");

    @Test
    void streamsThatAllArriveAreWhole() throws InterruptedException {
        StreamLevel level = new StreamLevel(30, 20, 12);
        Findings findings = new Findings();
        try (Workbench bench = bench();
                UpstreamProcess upstream = bench.upstream()) {
            StreamMeasurement measured =
                    StreamMeasurement.of(
                            "streams", bench, StreamTarget.of(upstream), level, findings);
            assertThat(measured.ended()).isEqualTo(100);
            assertThat(measured.text()).isEqualTo(100);
            assertThat(measured.events()).isEqualTo(100);
            assertThat(measured.report().streams().slip().count()).isEqualTo(30 * (12 + 2));
        }
        assertThat(findings.notes()).isEmpty();
        assertThat(temporary).isEmptyDirectory();
    }

    private Workbench bench() {
        return new Workbench(
                Scale.QUICK,
                new Launch(Optional.empty()),
                temporary,
                OptionalInt.empty(),
                LocalFiles.find(null, null, null, Map.of()),
                ignored -> {});
    }
}
