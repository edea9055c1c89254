package parley.image.operation.matte;

import parley.image.pixel.Blur;
import parley.image.pixel.Plane;

/// The colours of subject and background near each pixel, as normal distributions: what is alike
/// somewhere else in the picture does not count (Lankton and Tannenbaum, "Localizing region-based
/// active contours", 2008).
final class LocalColours {
    private static final double NEAR = 7;
    private static final double FAR = 40;
    private static final float LITTLE = 0.01f;

    /// What a colour strays by at least, in L\*a\*b\* units, squared.
    private static final float LEAST = 9;

    private final float[] evidence;
    private final float[] unrest;

    private LocalColours(int pixels) {
        evidence = new float[pixels];
        unrest = new float[pixels];
    }

    static LocalColours of(SmallCopy copy, Plane inside) {
        LocalColours colours = new LocalColours(copy.pixels());
        Plane outside = inside.copy();
        Plane within = inside.copy();
        for (int i = 0; i < outside.values().length; i++) {
            float share = inside.values()[i];
            within.values()[i] = share * share;
            outside.values()[i] = (1 - share) * (1 - share);
        }
        Side subject = new Side(within);
        Side background = new Side(outside);
        for (Plane channel : new Plane[] {copy.lightness(), copy.a(), copy.b()}) {
            colours.add(channel, subject.of(channel), background.of(channel));
        }
        return colours;
    }

    /// For each pixel the logarithm of how much likelier its colour is in the subject nearby.
    float[] evidence() {
        return evidence;
    }

    /// How far the colours of subject and background near the outline stray: a variance for one
    /// channel, in shares of 0 to 1; the larger of both sides. Nothing where the background is
    /// known to be smooth.
    static Plane unrest(SmallCopy copy, Candidate candidate) {
        Plane made = Plane.empty(copy.width(), copy.height());
        if (candidate.surface().isPresent()) {
            return made;
        }
        float[] unrest = of(copy, candidate.inside()).unrest;
        for (int i = 0; i < unrest.length; i++) {
            made.values()[i] = unrest[i] / (3 * 100f * 100f);
        }
        return made;
    }

    private record Normal(Plane mean, Plane variance) {}

    private void add(Plane channel, Normal subject, Normal background) {
        for (int i = 0; i < evidence.length; i++) {
            float value = channel.values()[i];
            float ofSubject = subject.variance().values()[i];
            float ofBackground = background.variance().values()[i];
            float toSubject = value - subject.mean().values()[i];
            float toBackground = value - background.mean().values()[i];
            evidence[i] +=
                    0.5f
                            * (toBackground * toBackground / ofBackground
                                    - toSubject * toSubject / ofSubject
                                    + (float) StrictMath.log(ofBackground / ofSubject));
            unrest[i] += Math.max(ofSubject, ofBackground) - LEAST;
        }
    }

    /// Means around each pixel over one side of the outline.
    private static final class Side {
        private final Plane weights;
        private final Plane near;
        private final Plane far;

        Side(Plane weights) {
            this.weights = weights;
            near = Blur.gaussian(weights, NEAR);
            far = Blur.gaussian(weights, FAR);
        }

        Normal of(Plane channel) {
            Plane mean = mean(channel);
            Plane squares = channel.copy();
            for (int i = 0; i < squares.values().length; i++) {
                squares.values()[i] *= channel.values()[i];
            }
            Plane variance = mean(squares);
            for (int i = 0; i < squares.values().length; i++) {
                float square = mean.values()[i] * mean.values()[i];
                variance.values()[i] = Math.max(0, variance.values()[i] - square) + LEAST;
            }
            return new Normal(mean, variance);
        }

        private Plane mean(Plane channel) {
            Plane weighed = channel.copy();
            for (int i = 0; i < weighed.values().length; i++) {
                weighed.values()[i] *= weights.values()[i];
            }
            Plane made = Blur.gaussian(weighed, NEAR);
            Plane wide = Blur.gaussian(weighed, FAR);
            for (int i = 0; i < made.values().length; i++) {
                float sum = made.values()[i] + LITTLE * wide.values()[i];
                float weight = near.values()[i] + LITTLE * far.values()[i];
                made.values()[i] = sum / Math.max(1e-7f, weight);
            }
            return made;
        }
    }
}
