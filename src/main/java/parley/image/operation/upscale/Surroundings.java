package parley.image.operation.upscale;

/// Sorts the pixels of a picture by what is around them: in which direction the edge there runs,
/// how strong and how clear it is, and how far beside it the pixel lies.
///
/// After Romano, Isidoro and Milanfar, "RAISR: rapid and accurate image super resolution", 2017,
/// where the eigenvectors of the structure tensor choose the filter; the place beside the edge and
/// the eight orientations are added here.
public final class Surroundings {
    /// Directions from along the rows to the diagonal, 7.5° apart.
    static final int ANGLES = 7;

    /// The root mean square of the gradient, in levels a pixel, above which the next class begins.
    private static final double[] STRENGTHS = {1.5, 4, 10, 24};

    /// Difference of the eigenvalues by their sum, from which the next class begins. Below the
    /// first the direction means nothing.
    private static final double[] COHERENCES = {0.25, 0.5, 0.75};

    private static final double[] OFFSETS = {0.12, 0.4};

    private static final int STRENGTH_CLASSES = STRENGTHS.length + 1;
    private static final int OFFSET_CLASSES = OFFSETS.length + 1;
    private static final int DIRECTED_CLASSES = ANGLES * OFFSET_CLASSES * COHERENCES.length;
    private static final int CLASSES_A_STRENGTH = 1 + DIRECTED_CLASSES;

    /// How many sorts there are.
    public static final int COUNT = STRENGTH_CLASSES * CLASSES_A_STRENGTH;

    /// Bits of a code that hold the orientation.
    static final int ORIENTATION_BITS = 3;

    private static final int[] WEIGHTS = {1, 4, 6, 4, 1};
    private static final int WEIGHT = 256;
    private static final int REACH = 2;

    /// Gradients are differences over two pixels in 64ths of a level, made smaller by this so that
    /// sums of their products fit.
    private static final int GRADIENT_DIVISOR = 8;

    private static final double GRADIENTS_A_LEVEL = 2.0 * LumaGrid.UNITS / GRADIENT_DIVISOR;

    private static final double[] TANGENTS = new double[ANGLES - 1];
    private static final int UNIT = 1024;
    private static final int[] COSINES = new int[ANGLES];
    private static final int[] SINES = new int[ANGLES];

    static {
        for (int angle = 0; angle < ANGLES; angle++) {
            double radians = StrictMath.toRadians(angle * 7.5);
            COSINES[angle] = (int) StrictMath.round(UNIT * StrictMath.cos(radians));
            SINES[angle] = (int) StrictMath.round(UNIT * StrictMath.sin(radians));
            if (angle < ANGLES - 1) {
                TANGENTS[angle] = StrictMath.tan(StrictMath.toRadians(angle * 15 + 7.5));
            }
        }
    }

    private final LumaGrid grid;

    public Surroundings(LumaGrid grid) {
        this.grid = grid;
    }

    /// The codes of a row: the sort, and in the last three bits how the surroundings are laid.
    public void row(int y, int[] codes) {
        int width = grid.width();
        int[] xx = new int[width + 2 * REACH];
        int[] xy = new int[width + 2 * REACH];
        int[] yy = new int[width + 2 * REACH];
        for (int dy = -REACH; dy <= REACH; dy++) {
            addProducts(grid.index(-REACH, y + dy), WEIGHTS[dy + REACH], xx, xy, yy);
        }
        for (int x = 0; x < width; x++) {
            int a = 0;
            int b = 0;
            int c = 0;
            for (int k = 0; k <= 2 * REACH; k++) {
                a += WEIGHTS[k] * xx[x + k];
                b += WEIGHTS[k] * xy[x + k];
                c += WEIGHTS[k] * yy[x + k];
            }
            codes[x] = code(a, b, c, grid.index(x, y));
        }
    }

    private void addProducts(int start, int weight, int[] xx, int[] xy, int[] yy) {
        int[] values = grid.values();
        int stride = grid.stride();
        for (int i = 0; i < xx.length; i++) {
            int at = start + i;
            int gx = (values[at + 1] - values[at - 1]) / GRADIENT_DIVISOR;
            int gy = (values[at + stride] - values[at - stride]) / GRADIENT_DIVISOR;
            xx[i] += weight * gx * gx;
            xy[i] += weight * gx * gy;
            yy[i] += weight * gy * gy;
        }
    }

    private int code(int a, int b, int c, int at) {
        double sum = (double) a + c;
        double across = Math.abs((double) a - c);
        double along = 2 * Math.abs((double) b);
        int strength =
                classOf(Math.sqrt(sum / WEIGHT) / GRADIENTS_A_LEVEL, STRENGTHS)
                        * CLASSES_A_STRENGTH;
        double coherence = sum > 0 ? Math.sqrt(across * across + along * along) / sum : 0;
        int clear = classOf(coherence, COHERENCES);
        if (clear == 0) {
            return strength << ORIENTATION_BITS;
        }
        int angle = 0;
        while (angle < ANGLES - 1 && along > across * TANGENTS[angle]) {
            angle++;
        }
        int orientation = (a < c ? Orientation.TRANSPOSE : 0) | (b < 0 ? Orientation.FLIP_X : 0);
        double beside = beside(at, angle, orientation) / sum;
        int offset = classOf(Math.abs(beside), OFFSETS);
        if (offset > 0 && beside < 0) {
            orientation ^= Orientation.HALF_TURN;
        }
        int sort = 1 + (angle * OFFSET_CLASSES + offset) * COHERENCES.length + clear - 1;
        return ((strength + sort) << ORIENTATION_BITS) | orientation;
    }

    /// How much the gradient still grows across the edge: above 0 if the middle of the edge lies
    /// ahead, in the direction of the angle as it was laid; 0 on its middle.
    private double beside(int at, int angle, int orientation) {
        int[] values = grid.values();
        int stride = grid.stride();
        int gx = values[at + 1] - values[at - 1];
        int gy = values[at + stride] - values[at - stride];
        int bend =
                values[at + 1]
                        + values[at - 1]
                        + values[at + stride]
                        + values[at - stride]
                        - 4 * values[at];
        // Back from the picture to how it is laid: first the flips, then the transposition.
        int flipped = (orientation & Orientation.FLIP_X) != 0 ? -gx : gx;
        boolean transposed = (orientation & Orientation.TRANSPOSE) != 0;
        long gu = transposed ? gy : flipped;
        long gv = transposed ? flipped : gy;
        double along = (double) (gu * COSINES[angle] + gv * SINES[angle]) / UNIT;
        return along * bend * WEIGHT / (GRADIENT_DIVISOR * GRADIENT_DIVISOR);
    }

    private static int classOf(double value, double[] bounds) {
        int found = 0;
        while (found < bounds.length && value >= bounds[found]) {
            found++;
        }
        return found;
    }

    /// The orientations that leave a sort as it is, as bits: what is learned for it must not change
    /// under them.
    public static int symmetries(int sort) {
        int within = sort % CLASSES_A_STRENGTH;
        if (within == 0) {
            return 0xff;
        }
        int angle = (within - 1) / COHERENCES.length / OFFSET_CLASSES;
        int offset = (within - 1) / COHERENCES.length % OFFSET_CLASSES;
        int itself = 1;
        if (angle == 0) {
            itself |= 1 << Orientation.FLIP_Y;
        }
        if (angle == ANGLES - 1) {
            itself |= 1 << Orientation.TRANSPOSE;
        }
        if (offset > 0) {
            return itself;
        }
        itself |= 1 << Orientation.HALF_TURN;
        if (angle == 0) {
            itself |= 1 << Orientation.FLIP_X;
        }
        if (angle == ANGLES - 1) {
            itself |= 1 << (Orientation.TRANSPOSE | Orientation.HALF_TURN);
        }
        return itself;
    }
}
