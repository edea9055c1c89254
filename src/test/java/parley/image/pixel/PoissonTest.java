package parley.image.pixel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PoissonTest {
    @Test
    void aStepAtASeamFadesWithTheDistanceAskedFor() {
        // On the left nothing may change; at the seam one is missing.
        Plane free = Plane.empty(200, 40);
        Plane excess = Plane.empty(200, 40);
        for (int y = 0; y < 40; y++) {
            for (int x = 20; x < 200; x++) {
                free.set(x, y, 1);
            }
            excess.set(20, y, 1);
        }
        Plane correction = Poisson.correction(excess, free, 1 / 400.0, 8);
        float first = correction.at(20, 20);
        assertThat(correction.at(10, 20)).isZero();
        assertThat(first).isCloseTo(1, within(0.1f));
        assertThat(correction.at(40, 20)).isCloseTo((float) Math.exp(-1), within(0.08f));
        assertThat(correction.at(150, 20)).isLessThan(0.02f);
    }
}
