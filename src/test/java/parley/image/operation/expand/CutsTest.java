package parley.image.operation.expand;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import parley.image.pixel.Interleaved;
import parley.image.pixel.Mixing;
import parley.image.pixel.Size;

final class CutsTest {
    private static final int SIDE = 24;
    private static final int ADDED = 8;
    private static final int PERIOD = 8;

    private final Interleaved source = waves();
    private final Frame frame = new Frame(new Size(SIDE, SIDE), 0, ADDED, 0, 0);

    @Test
    void aPixelOfAnotherPieceJoinsThoseAroundIt() {
        int[] from = onePeriodBack();
        int[] whole = from.clone();
        from[12 * frame.width() + SIDE + 4] = 3;
        new Cuts(frame, source, from).move();
        assertThat(from).isEqualTo(whole);
    }

    @Test
    void aPieceThatDoesNotFollowFromTheEdgeGivesWayToOneThatDoes() {
        int[] from = onePeriodBack();
        for (int y = 10; y < 14; y++) {
            for (int x = SIDE; x < SIDE + 2; x++) {
                // Half a period out of step with the picture's last pixels.
                from[y * frame.width() + x] -= PERIOD / 2;
            }
        }
        new Cuts(frame, source, from).move();
        assertThat(from).isEqualTo(onePeriodBack());
    }

    @Test
    void thePicturesOwnPixelsComeFromNowhereElse() {
        int[] from = onePeriodBack();
        for (int i = 0; i < from.length; i++) {
            if (from[i] != Pieces.NOT_MOVED) {
                from[i] = Mixing.below(SIDE * SIDE, 3, i, 0);
            }
        }
        new Cuts(frame, source, from).move();
        for (int y = 0; y < frame.height(); y++) {
            for (int x = 0; x < frame.width(); x++) {
                int place = from[y * frame.width() + x];
                assertThat(place).isBetween(x < SIDE ? -1 : 0, x < SIDE ? -1 : SIDE * SIDE - 1);
            }
        }
    }

    /// Each added pixel comes from the one a period to its left.
    private int[] onePeriodBack() {
        int[] from = new int[(int) frame.pixels()];
        for (int y = 0; y < frame.height(); y++) {
            for (int x = 0; x < frame.width(); x++) {
                from[y * frame.width() + x] = x < SIDE ? Pieces.NOT_MOVED : y * SIDE + x - PERIOD;
            }
        }
        return from;
    }

    private static Interleaved waves() {
        Interleaved made = Interleaved.empty(SIDE, SIDE, 3);
        for (int i = 0; i < SIDE * SIDE; i++) {
            double tone = 0.5 + 0.4 * Math.sin(2 * Math.PI * (i % SIDE) / PERIOD);
            int row = i / SIDE;
            for (int channel = 0; channel < 3; channel++) {
                // Rows differ a little, so that they are not taken for each other.
                made.values()[i * 3 + channel] = (float) (tone + 0.004 * row);
            }
        }
        return made;
    }
}
