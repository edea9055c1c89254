package parley.image.pixel;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/// Triangles between points, such that none has another point inside its circle. Source: Bowyer,
/// "Computing Dirichlet tessellations", and Watson, "Computing the n-dimensional Delaunay
/// tessellation", both The Computer Journal 24 (1981); a point's triangle is found by walking.
public final class Delaunay {
    private final double[] x;
    private final double[] y;

    /// Three corners of each triangle, anticlockwise, and beside them the triangles opposite.
    private final List<int[]> corners = new ArrayList<>();

    private final List<int[]> opposite = new ArrayList<>();
    private final List<Boolean> alive = new ArrayList<>();
    private int last;

    private Delaunay(double[] x, double[] y, double reach) {
        int count = x.length;
        this.x = Arrays.copyOf(x, count + 3);
        this.y = Arrays.copyOf(y, count + 3);
        // A triangle around everything, whose corners are not among the points.
        double[][] far = {{-20, -20}, {40, -20}, {-20, 40}};
        for (int k = 0; k < 3; k++) {
            this.x[count + k] = far[k][0] * reach;
            this.y[count + k] = far[k][1] * reach;
        }
        add(new int[] {count, count + 1, count + 2}, new int[] {-1, -1, -1});
        for (int point = 0; point < count; point++) {
            insert(point);
        }
    }

    /// The triangles, each as the indexes of its three points.
    ///
    /// @param reach no coordinate is larger; none is negative
    public static List<int[]> triangles(double[] x, double[] y, double reach) {
        Delaunay made = new Delaunay(x, y, reach);
        List<int[]> triangles = new ArrayList<>();
        for (int triangle = 0; triangle < made.corners.size(); triangle++) {
            int[] points = made.corners.get(triangle);
            if (made.alive.get(triangle)
                    && Arrays.stream(points).allMatch(point -> point < x.length)) {
                triangles.add(points.clone());
            }
        }
        return triangles;
    }

    private int add(int[] points, int[] neighbours) {
        corners.add(points);
        opposite.add(neighbours);
        alive.add(true);
        return corners.size() - 1;
    }

    private double side(int from, int to, int point) {
        return (x[to] - x[from]) * (y[point] - y[from]) - (y[to] - y[from]) * (x[point] - x[from]);
    }

    private int find(int point) {
        int triangle = last;
        for (int steps = 0; steps < 4 * corners.size() + 10; steps++) {
            int[] points = corners.get(triangle);
            int next = -1;
            for (int k = 0; k < 3 && next < 0; k++) {
                if (side(points[(k + 1) % 3], points[(k + 2) % 3], point) < 0) {
                    next = opposite.get(triangle)[k];
                }
            }
            if (next < 0) {
                return triangle;
            }
            triangle = next;
        }
        return triangle;
    }

    private boolean isInCircle(int triangle, int point) {
        int[] p = corners.get(triangle);
        double ax = x[p[0]] - x[point];
        double ay = y[p[0]] - y[point];
        double bx = x[p[1]] - x[point];
        double by = y[p[1]] - y[point];
        double cx = x[p[2]] - x[point];
        double cy = y[p[2]] - y[point];
        double a = ax * ax + ay * ay;
        double b = bx * bx + by * by;
        double c = cx * cx + cy * cy;
        return ax * (by * c - b * cy) - ay * (bx * c - b * cx) + a * (bx * cy - by * cx) > 1e-9;
    }

    /// Takes away the triangles whose circles hold the point, and fills the hole with new ones.
    private void insert(int point) {
        int first = find(point);
        Deque<Integer> open = new ArrayDeque<>();
        List<Integer> gone = new ArrayList<>();
        open.add(first);
        alive.set(first, false);
        while (!open.isEmpty()) {
            int triangle = open.poll();
            gone.add(triangle);
            for (int neighbour : opposite.get(triangle)) {
                if (neighbour >= 0 && alive.get(neighbour) && isInCircle(neighbour, point)) {
                    alive.set(neighbour, false);
                    open.add(neighbour);
                }
            }
        }
        List<Integer> made = new ArrayList<>();
        for (int triangle : gone) {
            for (int k = 0; k < 3; k++) {
                int beyond = opposite.get(triangle)[k];
                if (beyond < 0 || (alive.get(beyond) && !made.contains(beyond))) {
                    made.add(edge(triangle, k, beyond, point));
                }
            }
        }
        join(made);
        last = made.getLast();
    }

    private int edge(int triangle, int k, int beyond, int point) {
        int from = corners.get(triangle)[(k + 1) % 3];
        int to = corners.get(triangle)[(k + 2) % 3];
        int added = add(new int[] {point, from, to}, new int[] {beyond, -1, -1});
        if (beyond >= 0) {
            int[] back = opposite.get(beyond);
            for (int side = 0; side < 3; side++) {
                if (back[side] == triangle) {
                    back[side] = added;
                }
            }
        }
        return added;
    }

    /// New triangles lie around the point: each begins where another ends.
    private void join(List<Integer> made) {
        for (int one : made) {
            for (int other : made) {
                if (corners.get(one)[2] == corners.get(other)[1]) {
                    opposite.get(one)[1] = other;
                    opposite.get(other)[2] = one;
                }
            }
        }
    }
}
