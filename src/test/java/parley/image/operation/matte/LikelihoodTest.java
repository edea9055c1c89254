package parley.image.operation.matte;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import parley.image.pixel.Plane;

final class LikelihoodTest {
    @Test
    void theOverlapToBeExpectedIsThatOfTheLikelihoods() {
        Plane likely = new Plane(4, 1, new float[] {1, 0.5f, 0, 0});

        assertThat(Likelihood.overlap(likely, mask(1, 1, 0, 0))).isCloseTo(0.75, within(1e-6));
        assertThat(Likelihood.overlap(likely, mask(1, 0, 0, 0))).isCloseTo(2 / 3.0, within(1e-6));
        assertThat(Likelihood.overlap(likely, mask(0, 0, 1, 1))).isZero();
    }

    @Test
    void theThresholdTakesWhatRaisesTheOverlap() {
        Plane sure = new Plane(4, 1, new float[] {0.9f, 0.9f, 0.3f, 0.1f});
        Plane unsure = new Plane(4, 1, new float[] {0.4f, 0.4f, 0.4f, 0.05f});

        assertThat(Likelihood.threshold(sure)).isBetween(0.3, 0.9);
        assertThat(Likelihood.threshold(unsure)).isBetween(0.05, 0.4);
    }

    @Test
    void doubtIsLargestAtEvenChances() {
        Plane likely = new Plane(4, 1, new float[] {1, 1, 0.5f, 0});

        assertThat(Likelihood.doubt(likely, mask(1, 1, 0, 0))).isZero();
        assertThat(Likelihood.doubt(likely, mask(0, 0, 1, 0))).isEqualTo(1);
        assertThat(Likelihood.doubt(likely, mask(0, 0, 0, 0))).isEqualTo(1);
    }

    private static Plane mask(float... values) {
        return new Plane(values.length, 1, values);
    }
}
