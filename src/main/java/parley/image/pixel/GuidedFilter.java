package parley.image.pixel;

/// Makes a plane smooth and keeps the edges of another, its guide: in each neighbourhood the plane
/// becomes a straight line of the guide.
///
/// Source: He, Sun and Tang, "Guided image filtering", IEEE PAMI 35 (2013); the lines found on a
/// smaller plane and used on a larger one as in He and Sun, "Fast guided filter", arXiv:1505.00996.
public final class GuidedFilter {
    private GuidedFilter() {}

    /// For each pixel the line that makes the plane out of the guide.
    public record Lines(Plane slope, Plane offset) {

        /// The plane that the lines make of a guide, which may be larger than the one they were
        /// found on.
        public Plane over(Plane guide) {
            Size size = new Size(guide.width(), guide.height());
            Plane slopes = Resize.plane(slope, size, Kernel.BILINEAR);
            Plane made = Resize.plane(offset, size, Kernel.BILINEAR);
            Rows.each(
                    guide.height(),
                    y -> {
                        for (int i = y * guide.width(); i < (y + 1) * guide.width(); i++) {
                            made.values()[i] += slopes.values()[i] * guide.values()[i];
                        }
                    });
            return made;
        }
    }

    /// The plane, smooth, with its own edges.
    ///
    /// @param radius of the neighbourhood, in pixels
    /// @param epsilon the variance of what is smoothed away, in the square of the plane's unit
    public static Plane smooth(Plane plane, int radius, double epsilon) {
        return lines(plane, plane, radius, epsilon).over(plane);
    }

    /// The plane, smooth, with its own edges, worked out on a plane this many times smaller. Worth
    /// it where the radius is large.
    public static Plane smooth(Plane plane, int radius, double epsilon, int coarser) {
        Size size =
                new Size(
                        Math.max(1, plane.width() / coarser),
                        Math.max(1, plane.height() / coarser));
        Plane small = Resize.plane(plane, size, Kernel.BOX);
        return lines(small, small, Math.max(1, radius / coarser), epsilon).over(plane);
    }

    /// The plane, smooth, with the edges of a guide of the same size.
    public static Plane smooth(Plane guide, Plane plane, int radius, double epsilon) {
        return lines(guide, plane, radius, epsilon).over(guide);
    }

    /// The lines that make the plane out of a guide of the same size.
    @SuppressWarnings("ReferenceEquality") // The very same plane is worked on once.
    public static Lines lines(Plane guide, Plane plane, int radius, double epsilon) {
        boolean same = guide.values() == plane.values();
        Plane guideMean = Blur.box(guide, radius);
        Plane mean = same ? guideMean : Blur.box(plane, radius);
        Plane guideSquare = Blur.box(product(guide, guide), radius);
        Plane both = same ? guideSquare : Blur.box(product(guide, plane), radius);
        Plane slope = Plane.empty(guide.width(), guide.height());
        Plane offset = Plane.empty(guide.width(), guide.height());
        Rows.each(
                guide.height(),
                y -> {
                    for (int i = y * guide.width(); i < (y + 1) * guide.width(); i++) {
                        float middle = guideMean.values()[i];
                        double variance = guideSquare.values()[i] - middle * middle;
                        double covariance = both.values()[i] - middle * mean.values()[i];
                        float steep = (float) (covariance / (Math.max(0, variance) + epsilon));
                        slope.values()[i] = steep;
                        offset.values()[i] = mean.values()[i] - steep * middle;
                    }
                });
        return new Lines(Blur.box(slope, radius), Blur.box(offset, radius));
    }

    private static Plane product(Plane one, Plane other) {
        Plane made = Plane.empty(one.width(), one.height());
        Rows.each(
                one.height(),
                y -> {
                    for (int i = y * one.width(); i < (y + 1) * one.width(); i++) {
                        made.values()[i] = one.values()[i] * other.values()[i];
                    }
                });
        return made;
    }
}
