package parley.bench.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import parley.image.pixel.Plane;

class MatteQualityTest {
    @Test
    void scenesOfTheSameSeedAreTheSame() {
        for (MatteGround ground : MatteGround.values()) {
            int[] once = MatteScene.of(MatteSubject.FUR, ground, 4).picture().argb();
            int[] twice = MatteScene.of(MatteSubject.FUR, ground, 4).picture().argb();
            int[] other = MatteScene.of(MatteSubject.FUR, ground, 5).picture().argb();

            assertThat(once).isEqualTo(twice).isNotEqualTo(other);
        }
    }

    @Test
    void everySubjectTakesAPartOfItsPicture() {
        for (MatteSubject subject : MatteSubject.values()) {
            for (long seed = 0; seed < 4; seed++) {
                Plane alpha = MatteScene.of(subject, MatteGround.WHITE, seed).alpha();
                double sum = 0;
                for (float value : alpha.values()) {
                    sum += value;
                }

                assertThat(sum / alpha.values().length).isBetween(0.01, 0.6);
            }
        }
    }

    @Test
    void overlapIsIntersectionOverUnion() {
        Plane left = new Plane(4, 1, new float[] {1, 1, 0, 0});
        Plane middle = new Plane(4, 1, new float[] {0, 1, 1, 0});

        assertThat(MatteQuality.overlap(left, left)).isEqualTo(1);
        assertThat(MatteQuality.overlap(left, middle)).isCloseTo(1 / 3.0, within(1e-9));
    }

    @Test
    void edgesAreComparedNearTheEdgeOnly() {
        Plane truth = Plane.empty(40, 40);
        Plane alpha = Plane.empty(40, 40);
        for (int y = 0; y < 40; y++) {
            for (int x = 0; x < 40; x++) {
                truth.set(x, y, x < 20 ? 1 : 0);
                alpha.set(x, y, x == 2 ? 0 : truth.at(x, y));
            }
        }

        assertThat(MatteQuality.edgeError(alpha, truth)).isZero();
        alpha.set(19, 10, 0);
        assertThat(MatteQuality.edgeError(alpha, truth)).isGreaterThan(0);
    }
}
