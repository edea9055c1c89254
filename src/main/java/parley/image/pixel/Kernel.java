package parley.image.pixel;

/// What a pixel of a resized picture takes from its neighbours. Distances are in pixels of the
/// coarser of both pictures.
public enum Kernel {
    /// The mean of what a pixel covers.
    BOX(0.5) {
        @Override
        double weight(double distance) {
            return distance <= 0.5 ? 1 : 0;
        }
    },
    BILINEAR(1) {
        @Override
        double weight(double distance) {
            return 1 - distance;
        }
    },
    /// Keys, "Cubic convolution interpolation for digital image processing", 1981, a = -0.5.
    BICUBIC(2) {
        @Override
        double weight(double distance) {
            return distance < 1
                    ? (1.5 * distance - 2.5) * distance * distance + 1
                    : ((-0.5 * distance + 2.5) * distance - 4) * distance + 2;
        }
    },
    /// Duchon, "Lanczos filtering in one and two dimensions", 1979, with three lobes.
    LANCZOS(3) {
        @Override
        double weight(double distance) {
            if (distance < 1e-9) {
                return 1;
            }
            double x = Math.PI * distance;
            return 3 * Math.sin(x) * Math.sin(x / 3) / (x * x);
        }
    };

    private final double radius;

    Kernel(double radius) {
        this.radius = radius;
    }

    double radius() {
        return radius;
    }

    /// @param distance 0 to the radius
    abstract double weight(double distance);
}
