package parley.image.operation.matte;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;
import parley.image.pixel.Mixing;
import parley.image.pixel.Picture;

/// Subjects of two colours with a hole, before backgrounds that no single colour tells.
final class CutoutTest {
    private static final int WIDTH = 320;
    private static final int HEIGHT = 240;

    @Test
    void aSubjectIsFoundBeforeACheckeredCloth() {
        Cutout cutout =
                cut((x, y) -> (Math.floor(x / 9) + Math.floor(y / 9)) % 2 == 0 ? 0.25 : 0.7);

        assertThat(overlap(cutout)).isGreaterThan(0.9);
        assertThat(cutout.confidence()).isGreaterThan(0.7);
    }

    @Test
    void aSubjectIsFoundBeforeGravel() {
        Cutout cutout = cut((x, y) -> 0.2 + 0.6 * Mixing.unit(3, (long) x / 3, (long) y / 3));

        assertThat(overlap(cutout)).isGreaterThan(0.9);
    }

    @Test
    void aSubjectIsFoundBeforeWhatIsOutOfFocus() {
        Cutout cutout =
                cut((x, y) -> 0.5 + 0.25 * Math.sin(x / 23) * Math.cos(y / 17) + 0.2 * x / WIDTH);

        assertThat(overlap(cutout)).isGreaterThan(0.9);
        assertThat(cutout.confidence()).isGreaterThan(0.7);
    }

    @Test
    void aHoleStaysAHole() {
        Cutout cutout = cut((x, y) -> Math.floor(x / 8) % 2 == 0 ? 0.8 : 0.5);

        assertThat(cutout.subject().at(170, 118) >>> 24).isLessThan(40);
        assertThat(cutout.subject().at(130, 118) >>> 24).isGreaterThan(220);
    }

    private static Cutout cut(DoubleBinaryOperator background) {
        int[] argb = new int[WIDTH * HEIGHT];
        for (int i = 0; i < argb.length; i++) {
            int x = i % WIDTH;
            int y = i / WIDTH;
            int level = (int) Math.round(255 * background.applyAsDouble(x, y));
            int around = (level / 2) << 16 | level << 8 | level;
            int pixel = y < 120 ? 0xd04018 : 0xe8c020;
            argb[i] = 0xff000000 | mixed(pixel, around, share(x, y));
        }
        return Cutout.of(new Picture(WIDTH, HEIGHT, argb));
    }

    /// A disc with a hole.
    private static double share(int x, int y) {
        double outer = Math.clamp(70.5 - Math.hypot(x - 160, y - 118), 0, 1);
        double hole = Math.clamp(22.5 - Math.hypot(x - 170, y - 118), 0, 1);
        return outer * (1 - hole);
    }

    private static int mixed(int front, int back, double share) {
        int made = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            double level = share * (front >> shift & 0xff) + (1 - share) * (back >> shift & 0xff);
            made |= (int) Math.round(level) << shift;
        }
        return made;
    }

    private static double overlap(Cutout cutout) {
        int both = 0;
        int either = 0;
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            int row = i / WIDTH;
            boolean isSubject = share(i % WIDTH, row) > 0.5;
            boolean isFound = cutout.subject().argb()[i] >>> 24 > 127;
            both += isSubject && isFound ? 1 : 0;
            either += isSubject || isFound ? 1 : 0;
        }
        return (double) both / either;
    }
}
