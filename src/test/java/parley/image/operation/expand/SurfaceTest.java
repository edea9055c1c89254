package parley.image.operation.expand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import parley.image.pixel.Interleaved;
import parley.image.pixel.Plane;

final class SurfaceTest {
    @Test
    void aPlaneLeavesNothing() {
        Plane strip = Plane.empty(9, 30);
        for (int y = 0; y < 30; y++) {
            for (int x = 0; x < 9; x++) {
                strip.set(x, y, 0.2f + 0.01f * x - 0.004f * y);
            }
        }
        assertThat(Surface.rest(strip, 0, 30)).isCloseTo(0, within(1e-4f));
        assertThat(Surface.rest(strip, 7, 12)).isCloseTo(0, within(1e-4f));
    }

    @Test
    void whatAlternatesIsLeftWhole() {
        Plane strip = Plane.empty(10, 20);
        for (int i = 0; i < 200; i++) {
            int sign = (i % 10 + i / 10) % 2 == 0 ? 1 : -1;
            strip.values()[i] = 0.5f + 0.1f * sign;
        }
        assertThat(Surface.rest(strip, 0, 20)).isCloseTo(0.1f, within(1e-3f));
    }

    @Test
    void stripsLeadInwardsFromTheirEdge() {
        Interleaved picture = Interleaved.empty(4, 3, 3);
        for (int i = 0; i < 12; i++) {
            picture.values()[i * 3] = i;
        }
        assertThat(Strip.of(picture, Strip.Edge.LEFT, 0, 2).values())
                .containsExactly(0, 1, 4, 5, 8, 9);
        assertThat(Strip.of(picture, Strip.Edge.RIGHT, 0, 2).values())
                .containsExactly(3, 2, 7, 6, 11, 10);
        assertThat(Strip.of(picture, Strip.Edge.TOP, 0, 2).values())
                .containsExactly(0, 4, 1, 5, 2, 6, 3, 7);
        assertThat(Strip.of(picture, Strip.Edge.BOTTOM, 0, 9).values())
                .containsExactly(8, 4, 0, 9, 5, 1, 10, 6, 2, 11, 7, 3);
    }
}
