package parley.image.pixel;

/// Joins pieces of pictures without a seam: finds what must be added to the pieces so that their
/// slopes become those that are wished for, while they stay near what they were.
///
/// The equation is that of Pérez, Gangnet and Blake, "Poisson image editing", SIGGRAPH 2003, with
/// the screening of Bhat, Curless, Cohen and Zitnick, "Fourier analysis of the 2D screened Poisson
/// equation for gradient domain problems", ECCV 2008; solved by V-cycles of several grids (Briggs,
/// Henson and McCormick, "A multigrid tutorial", 2000).
public final class Poisson {
    private static final int SWEEPS = 2;
    private static final int COARSEST_SWEEPS = 24;
    private static final int COARSEST = 12;

    private Poisson() {}

    /// What is to be added: `u` with `screening · u − ∇²u = excess` where it is free and 0 where it
    /// is not. Over the plane's edges nothing flows.
    ///
    /// @param free 1 where something may be added, else 0
    /// @param screening how firmly the pieces keep their values: 1 over the square of the distance,
    ///   in pixels, that a step at a seam is spread over
    public static Plane correction(Plane excess, Plane free, double screening, int cycles) {
        Plane found = Plane.empty(excess.width(), excess.height());
        for (int cycle = 0; cycle < cycles; cycle++) {
            cycle(found, excess, free, (float) screening);
        }
        return found;
    }

    private static void cycle(Plane found, Plane excess, Plane free, float screening) {
        int width = found.width();
        int height = found.height();
        if (Math.min(width, height) <= COARSEST) {
            sweep(found, excess, free, screening, COARSEST_SWEEPS);
            return;
        }
        sweep(found, excess, free, screening, SWEEPS);
        Plane left = residual(found, excess, free, screening);
        Plane coarseFree = halved(free, 0.25f);
        for (int i = 0; i < coarseFree.values().length; i++) {
            coarseFree.values()[i] = coarseFree.values()[i] > 0.99f ? 1 : 0;
        }
        Plane coarse = Plane.empty(coarseFree.width(), coarseFree.height());
        // A pixel of the coarser grid is twice as wide: its Laplacian weighs a quarter.
        cycle(coarse, halved(left, 1), coarseFree, 4 * screening);
        Plane added = Resize.plane(coarse, new Size(width, height), Kernel.BILINEAR);
        Rows.each(
                height,
                y -> {
                    for (int i = y * width; i < (y + 1) * width; i++) {
                        found.values()[i] += added.values()[i] * free.values()[i];
                    }
                });
        sweep(found, excess, free, screening, SWEEPS);
    }

    /// Gauss and Seidel's rule, first on the one colour of a chess board and then on the other, so
    /// that rows do not wait for each other.
    private static void sweep(Plane found, Plane excess, Plane free, float screening, int times) {
        for (int half = 0; half < 2 * times; half++) {
            int colour = half & 1;
            Rows.each(found.height(), y -> relax(found, excess, free, screening, y, colour));
        }
    }

    private static void relax(
            Plane found, Plane excess, Plane free, float screening, int y, int colour) {
        int width = found.width();
        float[] u = found.values();
        for (int x = (y + colour) & 1; x < width; x += 2) {
            int i = y * width + x;
            if (free.values()[i] > 0) {
                float around = 0;
                int neighbours = 0;
                if (x > 0) {
                    around += u[i - 1];
                    neighbours++;
                }
                if (x < width - 1) {
                    around += u[i + 1];
                    neighbours++;
                }
                if (y > 0) {
                    around += u[i - width];
                    neighbours++;
                }
                if (y < found.height() - 1) {
                    around += u[i + width];
                    neighbours++;
                }
                u[i] = (excess.values()[i] + around) / (screening + neighbours);
            }
        }
    }

    private static Plane residual(Plane found, Plane excess, Plane free, float screening) {
        int width = found.width();
        int height = found.height();
        Plane left = Plane.empty(width, height);
        float[] u = found.values();
        Rows.each(
                height,
                y -> {
                    for (int x = 0; x < width; x++) {
                        int i = y * width + x;
                        if (free.values()[i] > 0) {
                            float flow = 0;
                            flow += x > 0 ? u[i - 1] - u[i] : 0;
                            flow += x < width - 1 ? u[i + 1] - u[i] : 0;
                            flow += y > 0 ? u[i - width] - u[i] : 0;
                            flow += y < height - 1 ? u[i + width] - u[i] : 0;
                            left.values()[i] = excess.values()[i] + flow - screening * u[i];
                        }
                    }
                });
        return left;
    }

    /// Sums of two by two, times a factor; what lies beyond the edge counts as its neighbour.
    private static Plane halved(Plane plane, float factor) {
        int width = (plane.width() + 1) / 2;
        int height = (plane.height() + 1) / 2;
        Plane made = Plane.empty(width, height);
        Rows.each(
                height,
                y -> {
                    for (int x = 0; x < width; x++) {
                        made.set(
                                x,
                                y,
                                factor
                                        * (plane.at(2 * x, 2 * y)
                                                + plane.atNearest(2 * x + 1, 2 * y)
                                                + plane.atNearest(2 * x, 2 * y + 1)
                                                + plane.atNearest(2 * x + 1, 2 * y + 1)));
                    }
                });
        return made;
    }
}
