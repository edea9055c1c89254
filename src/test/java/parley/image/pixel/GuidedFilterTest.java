package parley.image.pixel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class GuidedFilterTest {
    @Test
    void noiseGoesAndTheEdgeStays() {
        Plane plane = Plane.empty(40, 40);
        for (int y = 0; y < 40; y++) {
            for (int x = 0; x < 40; x++) {
                float noise = (x + y) % 2 == 0 ? 0.03f : -0.03f;
                plane.set(x, y, (x < 20 ? 0.2f : 0.8f) + noise);
            }
        }
        Plane smooth = GuidedFilter.smooth(plane, 4, 0.01);
        assertThat(Math.abs(smooth.at(8, 20) - smooth.at(9, 20))).isLessThan(0.01f);
        assertThat(smooth.at(21, 20) - smooth.at(18, 20)).isGreaterThan(0.45f);
    }

    @Test
    void aFlatPlaneStaysAsItIs() {
        Plane flat = Plane.filled(9, 7, 0.4f);
        for (float value : GuidedFilter.smooth(flat, 3, 1e-3, 2).values()) {
            assertThat((double) value).isCloseTo(0.4, within(1e-6));
        }
    }

    @Test
    void linesFoundOnASmallPlaneMakeALargeOne() {
        Plane guide = Plane.empty(16, 16);
        for (int i = 0; i < 256; i++) {
            guide.values()[i] = i % 16 / 16f;
        }
        Plane twice = guide.copy();
        for (int i = 0; i < 256; i++) {
            twice.values()[i] *= 2;
        }
        Plane large = Plane.filled(64, 64, 0.25f);
        Plane made = GuidedFilter.lines(guide, twice, 3, 1e-6).over(large);
        assertThat((double) made.at(32, 32)).isCloseTo(0.5, within(0.02));
    }

    @Test
    void onePixelIsEnough() {
        Plane one = Plane.filled(1, 1, 0.3f);
        assertThat((double) GuidedFilter.smooth(one, 5, 1e-3, 4).at(0, 0))
                .isCloseTo(0.3, within(1e-5));
    }
}
