package parley.image.pixel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KuwaharaTest {
    @Test
    void textureIsPaintedOverAndTheEdgeStays() {
        int[] argb = new int[48 * 32];
        for (int i = 0; i < argb.length; i++) {
            int noise = (i % 48 * 7 + i / 48 * 13) % 24;
            int level = (i % 48 < 24 ? 40 : 190) + noise;
            argb[i] = 0xff000000 | level << 16 | level << 8 | level;
        }
        Channels before = Channels.of(new Picture(48, 32, argb));
        Channels after = Kuwahara.paint(before, 4);
        assertThat(roughness(after.red())).isLessThan(roughness(before.red()) / 3);
        assertThat(after.red().at(26, 16) - after.red().at(21, 16)).isGreaterThan(0.45f);
    }

    @Test
    void onePixelStays() {
        Channels one = Channels.of(new Picture(1, 1, new int[] {0x80405060}));
        assertThat(Kuwahara.paint(one, 3).picture().argb()).containsExactly(0x80405060);
    }

    private static double roughness(Plane plane) {
        double sum = 0;
        for (int x = 4; x < 18; x++) {
            sum += Math.abs(plane.at(x, 16) - plane.at(x + 1, 16));
        }
        return sum;
    }
}
