package parley.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class LatenciesTest {
    @Test
    void percentilesAreThoseOfTheRecordedTimes() {
        Latencies latencies = new Latencies();
        for (int millis = 1; millis <= 1000; millis++) {
            latencies.record(Duration.ofMillis(millis).toNanos());
        }
        assertThat(latencies.count()).isEqualTo(1000);
        assertThat(latencies.millis(50)).isCloseTo(500, within(0.5));
        assertThat(latencies.millis(99)).isCloseTo(990, within(1.0));
        assertThat(latencies.millis(100)).isCloseTo(1000, within(1.0));
        assertThat(latencies.micros(50)).isCloseTo(500_000, within(500.0));
    }

    @Test
    void aMicrosecondAndAnHourFitBeside() {
        Latencies latencies = new Latencies();
        latencies.record(1_000);
        latencies.record(Duration.ofHours(1).toNanos());
        assertThat(latencies.micros(50)).isCloseTo(1, within(0.001));
        assertThat(latencies.millis(100)).isCloseTo(3_600_000, within(3_600.0));
    }

    @Test
    void nothingRecordedIsZero() {
        assertThat(new Latencies().millis(99)).isZero();
    }
}
