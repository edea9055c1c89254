package parley.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import parley.bench.load.LoadClient;
import parley.bench.load.LoadPlan;
import parley.bench.load.LoadReport;
import parley.bench.load.RequestBytes;
import parley.bench.load.Requests;
import parley.bench.target.ScriptedUpstream;

final class FindingsTest {
    @Test
    void failuresOfALoadAreToldBesideItsFigures() throws Exception {
        byte[] good = RequestBytes.get("/v1/models", Optional.empty());
        byte[] bad = RequestBytes.get("/nowhere", Optional.empty());
        Requests everyThirdFails = (client, number) -> number % 3 == 0 ? bad : good;
        Findings findings = new Findings();
        try (ScriptedUpstream upstream = ScriptedUpstream.start();
                LoadClient client = new LoadClient()) {
            LoadReport report =
                    client.run(LoadPlan.times(9, upstream.address(), 1, everyThirdFails));
            assertThat(findings.checked("models", report)).isSameAs(report);
        }
        assertThat(findings.notes())
                .containsExactly("models: of 9 requests 3 failed: 3 × status 404.");
    }

    @Test
    void theSameNoteIsMadeOnce() {
        Findings findings = new Findings();
        findings.note("Once.");
        findings.note("Once.");
        assertThat(findings.notes()).containsExactly("Once.");
    }
}
