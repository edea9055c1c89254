package parley.image.operation.reimagine;

import java.util.Arrays;
import parley.image.pixel.Blur;
import parley.image.pixel.Kernel;
import parley.image.pixel.Lab;
import parley.image.pixel.Picture;
import parley.image.pixel.Plane;
import parley.image.pixel.Resize;

/// How far a variation is from its picture, measured on small copies of both.
///
/// @param colour between the distributions of colours: the mean of Wasserstein's distances of order
///   1 along fixed directions of CIE L*a*b* (Bonneel et al., "Sliced and Radon Wasserstein
///   barycenters of measures", 2015), in units of that space
/// @param structure 1 less the part of SSIM that compares structure (Wang et al., 2004): 0 the
///   same, 1 nothing in common
public record Distances(double colour, double structure) {
    static final int SIDE = 128;
    private static final int DIRECTIONS = 14;
    private static final int WINDOW = 4;

    /// SSIM's second constant, for lightness between 0 and 1.
    private static final double STEADY = 0.03 * 0.03;

    /// Both pictures must be of one shape.
    public static Distances between(Picture one, Picture other) {
        Picture first = Resize.picture(one, one.size().within(SIDE), Kernel.BOX);
        Picture second = Resize.picture(other, first.size(), Kernel.BOX);
        float[][] a = lab(first);
        float[][] b = lab(second);
        return new Distances(
                colour(a, b),
                structure(
                        new Plane(first.width(), first.height(), scaled(a[0])),
                        new Plane(first.width(), first.height(), scaled(b[0]))));
    }

    private static float[][] lab(Picture picture) {
        float[][] made = new float[3][picture.argb().length];
        for (int i = 0; i < picture.argb().length; i++) {
            Lab lab = Lab.of(picture.argb()[i]);
            made[0][i] = lab.lightness();
            made[1][i] = lab.a();
            made[2][i] = lab.b();
        }
        return made;
    }

    private static float[] scaled(float[] lightness) {
        float[] made = new float[lightness.length];
        for (int i = 0; i < made.length; i++) {
            made[i] = lightness[i] / 100;
        }
        return made;
    }

    private static double colour(float[][] one, float[][] other) {
        double sum = 0;
        for (int k = 0; k < DIRECTIONS; k++) {
            // Points of a Fibonacci lattice on half a ball.
            double z = (k + 0.5) / DIRECTIONS;
            double turn = k * Math.PI * (3 - Math.sqrt(5));
            double flat = Math.sqrt(1 - z * z);
            double[] direction = {z, flat * Math.cos(turn), flat * Math.sin(turn)};
            sum += apart(projected(one, direction), projected(other, direction));
        }
        return sum / DIRECTIONS;
    }

    private static float[] projected(float[][] colours, double[] direction) {
        float[] made = new float[colours[0].length];
        for (int i = 0; i < made.length; i++) {
            made[i] =
                    (float)
                            (colours[0][i] * direction[0]
                                    + colours[1][i] * direction[1]
                                    + colours[2][i] * direction[2]);
        }
        Arrays.sort(made);
        return made;
    }

    private static double apart(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += Math.abs(one[i] - other[i]);
        }
        return sum / one.length;
    }

    private static double structure(Plane one, Plane other) {
        Plane meanOne = Blur.box(one, WINDOW);
        Plane meanOther = Blur.box(other, WINDOW);
        Plane squareOne = Blur.box(product(one, one), WINDOW);
        Plane squareOther = Blur.box(product(other, other), WINDOW);
        Plane both = Blur.box(product(one, other), WINDOW);
        double sum = 0;
        for (int i = 0; i < one.values().length; i++) {
            double a = meanOne.values()[i];
            double b = meanOther.values()[i];
            double spread =
                    squareOne.values()[i] - a * a + squareOther.values()[i] - b * b + STEADY;
            sum += (2 * (both.values()[i] - a * b) + STEADY) / Math.max(STEADY, spread);
        }
        return Math.clamp(1 - sum / one.values().length, 0, 2);
    }

    private static Plane product(Plane one, Plane other) {
        Plane made = Plane.empty(one.width(), one.height());
        for (int i = 0; i < made.values().length; i++) {
            made.values()[i] = one.values()[i] * other.values()[i];
        }
        return made;
    }
}
