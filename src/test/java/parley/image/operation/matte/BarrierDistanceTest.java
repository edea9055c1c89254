package parley.image.operation.matte;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import parley.image.pixel.Picture;
import parley.image.pixel.Plane;

final class BarrierDistanceTest {
    private static final int SIDE = 60;

    @Test
    void whatIsBehindAWallIsFarAndASlowChangeIsNot() {
        Plane ringed = BarrierDistance.find(copy(false));
        Plane open = BarrierDistance.find(copy(true));

        assertThat(ringed.at(30, 30)).isGreaterThan(60);
        assertThat(ringed.at(4, 30)).isLessThan(15);
        assertThat(open.at(30, 30)).isLessThan(15);
    }

    /// Slowly lighter from left to right, and a black ring, whole or with a gap.
    private static SmallCopy copy(boolean hasGap) {
        int[] argb = new int[SIDE * SIDE];
        for (int i = 0; i < argb.length; i++) {
            int x = i % SIDE;
            int y = i / SIDE;
            double far = Math.hypot(x - 30, y - 30);
            boolean isRing = far > 14 && far < 19 && !(hasGap && x > 30 && Math.abs(y - 30) < 7);
            int level = isRing ? 0 : 200 + x / 4;
            argb[i] = 0xff000000 | level * 0x10101;
        }
        return SmallCopy.of(new Picture(SIDE, SIDE, argb), SIDE);
    }
}
