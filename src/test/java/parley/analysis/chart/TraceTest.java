package parley.analysis.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TraceTest {
    @Test
    void fewPlacesAreAllKept() {
        Trace trace = Trace.of(new double[] {0, 5, 9}, new double[] {1, 2, 3}, 0, 2, 1);
        assertThat(trace.count()).isEqualTo(3);
        assertThat(trace.y()).containsExactly(1, 2, 3);
    }

    @Test
    void ofManyPlacesTheLeastAndGreatestOfAColumnAreKeptInOrder() {
        int count = 100_000;
        double[] x = Samples.values(count, i -> i / 100.0);
        double[] y = Samples.noise(count, 0, 1);
        y[5_555] = 99;
        y[5_558] = -99;
        Trace trace = Trace.of(x, y, 0, count - 1, 1);
        assertThat(trace.count()).isLessThanOrEqualTo(4_004);
        double[] kept = Arrays.copyOf(trace.y(), trace.count());
        assertThat(kept).containsSequence(99, -99);
        assertThat(Arrays.copyOf(trace.x(), trace.count())).isSorted();
        assertThat(kept[0]).isEqualTo(y[0]);
        assertThat(kept[kept.length - 1]).isEqualTo(y[count - 1]);
    }
}
