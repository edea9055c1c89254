package parley.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

final class SamplesTest {
    @Test
    void theMedianIsTheMiddleOne() {
        assertThat(Samples.of(9, 1, 5).median()).isEqualTo(5);
        assertThat(Samples.of(4).median()).isEqualTo(4);
    }

    @Test
    void theMedianOfAnEvenNumberLiesBetween() {
        assertThat(Samples.of(10, 1, 3, 2).median()).isEqualTo(2.5);
    }

    @Test
    void theRangeGoesFromTheLeastToTheMost() {
        Samples samples = Samples.of(3, -1, 2);
        assertThat(samples.least()).isEqualTo(-1);
        assertThat(samples.most()).isEqualTo(3);
    }

    @Test
    void roundsAreComparedOneByOne() {
        assertThat(Samples.of(5, 7, 9).minus(Samples.of(1, 7, 10)).rounds())
                .containsExactly(4.0, 0.0, -1.0);
        assertThatThrownBy(() -> Samples.of(5, 7).minus(Samples.of(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aFigureNeedsARound() {
        assertThatThrownBy(() -> new Samples(List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
