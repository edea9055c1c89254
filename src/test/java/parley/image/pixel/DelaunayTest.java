package parley.image.pixel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class DelaunayTest {
    @Test
    void noTriangleHasAnotherPointInItsCircleAndTogetherTheyCoverTheSquare() {
        double[] x = new double[64];
        double[] y = new double[64];
        for (int k = 0; k < 60; k++) {
            x[k] = 100 * Mixing.unit(1, k, 0);
            y[k] = 100 * Mixing.unit(1, k, 1);
        }
        for (int corner = 0; corner < 4; corner++) {
            x[60 + corner] = 100 * (corner & 1);
            y[60 + corner] = 100 * (corner >> 1);
        }
        List<int[]> triangles = Delaunay.triangles(x, y, 100);
        double area = 0;
        for (int[] t : triangles) {
            double ax = x[t[1]] - x[t[0]];
            double ay = y[t[1]] - y[t[0]];
            double bx = x[t[2]] - x[t[0]];
            double by = y[t[2]] - y[t[0]];
            double twice = ax * by - ay * bx;
            area += Math.abs(twice) / 2;
            double a = ax * ax + ay * ay;
            double b = bx * bx + by * by;
            double centreX = x[t[0]] + (by * a - ay * b) / (2 * twice);
            double centreY = y[t[0]] + (ax * b - bx * a) / (2 * twice);
            double radius = Math.hypot(x[t[0]] - centreX, y[t[0]] - centreY);
            for (int k = 0; k < x.length; k++) {
                assertThat(Math.hypot(x[k] - centreX, y[k] - centreY)).isGreaterThan(radius - 1e-6);
            }
        }
        assertThat(area).isCloseTo(10_000, within(1.0));
    }
}
