package parley.bench.images;

import java.util.ArrayList;
import java.util.List;
import parley.image.ImageWish;
import parley.image.operation.style.Flavour;
import parley.image.operation.style.Painting;
import parley.image.operation.style.ReferenceStyle;
import parley.image.operation.style.StyleScore;
import parley.image.pixel.Lab;
import parley.image.pixel.LabPlanes;
import parley.image.pixel.Picture;
import parley.image.pixel.Plane;
import parley.image.pixel.Size;

/// How near a picture's colours come to those of a reference, and how much of its structure is
/// left, beside the colour transfer of Reinhard et al. (2001); and how long each way of painting
/// takes.
public final class StyleQuality {
    private static final Size SIZE = new Size(320, 240);
    private static final Size LARGE = new Size(1152, 864);
    private static final double NANOS = 1e9;

    private final Size size;
    private final Size large;

    public StyleQuality() {
        this(SIZE, LARGE);
    }

    /// @param size of the pictures whose colours are measured
    /// @param large of those whose time is
    StyleQuality(Size size, Size large) {
        this.size = size;
        this.large = large;
    }

    /// Sums over pairs.
    private static final class Sums {
        private double distance;
        private double structure;

        void add(StyleScore score) {
            distance += score.distance();
            structure += score.structure();
        }
    }

    /// @param pairs how many pictures and references are measured
    public List<Measure> run(int pairs) {
        Sums balanced = new Sums();
        Sums free = new Sums();
        Sums before = new Sums();
        Sums reinhard = new Sums();
        for (int pair = 0; pair < pairs; pair++) {
            Picture picture = SampleScene.of(pair, size);
            Picture reference = SampleScene.of(pair + 1 + pair % 3, size);
            ReferenceStyle style = new ReferenceStyle(picture, reference);
            Picture half = style.transferred(1, 0.5, Flavour.DONOTSTYLE);
            balanced.add(StyleScore.of(picture, half, reference));
            Picture whole = style.transferred(1, 0, Flavour.DONOTSTYLE);
            free.add(StyleScore.of(picture, whole, reference));
            before.add(StyleScore.of(picture, picture, reference));
            reinhard.add(StyleScore.of(picture, reinhard(picture, reference), reference));
        }
        List<Measure> measures = new ArrayList<>();
        add(measures, "before", before, pairs);
        add(measures, "Reinhard", reinhard, pairs);
        Measure distance = of("colour distance, structure 50", balanced.distance / pairs);
        measures.add(distance.atMost(2.5));
        measures.add(of("structure kept, structure 50", balanced.structure / pairs).atLeast(0.95));
        Measure nearest = of("colour distance, structure 0", free.distance / pairs);
        measures.add(nearest.atMost(0.5));
        measures.add(of("structure kept, structure 0", free.structure / pairs).atLeast(0.8));
        measures.addAll(times());
        return measures;
    }

    private static void add(List<Measure> measures, String name, Sums sums, int pairs) {
        measures.add(of("colour distance, " + name, sums.distance / pairs));
        measures.add(of("structure kept, " + name, sums.structure / pairs));
    }

    private static Measure of(String what, double figure) {
        return Measure.of(what, "", figure);
    }

    private List<Measure> times() {
        List<Measure> measures = new ArrayList<>();
        Picture picture = SampleScene.of(1, large);
        for (String style : ImageWish.Choices.PAINTED_STYLES) {
            Painting.painted(picture, style, 1, 0.5, 1); // The first run is slower.
            long begun = System.nanoTime();
            Painting.painted(picture, style, 1, 0.5, 2);
            double seconds = (System.nanoTime() - begun) / NANOS / large.megapixels();
            measures.add(Measure.of(style + ", a megapixel", "s", seconds).atMost(2));
        }
        return measures;
    }

    /// The mean and deviation of each axis of L*a*b* made those of the reference.
    private static Picture reinhard(Picture picture, Picture reference) {
        LabPlanes own = LabPlanes.of(picture);
        LabPlanes other = LabPlanes.of(reference);
        LabPlanes made =
                new LabPlanes(
                        matched(own.lightness(), other.lightness()),
                        matched(own.a(), other.a()),
                        matched(own.b(), other.b()));
        int[] argb = new int[picture.argb().length];
        for (int i = 0; i < argb.length; i++) {
            Lab lab =
                    new Lab(
                            made.lightness().values()[i],
                            made.a().values()[i],
                            made.b().values()[i]);
            argb[i] = 0xff000000 | lab.rgb();
        }
        return new Picture(picture.width(), picture.height(), argb);
    }

    private static Plane matched(Plane own, Plane other) {
        double[] here = meanAndDeviation(own);
        double[] there = meanAndDeviation(other);
        Plane made = Plane.empty(own.width(), own.height());
        for (int i = 0; i < made.values().length; i++) {
            double score = (own.values()[i] - here[0]) / Math.max(1e-6, here[1]);
            made.values()[i] = (float) (there[0] + score * there[1]);
        }
        return made;
    }

    private static double[] meanAndDeviation(Plane plane) {
        double sum = 0;
        double squares = 0;
        for (float value : plane.values()) {
            sum += value;
            squares += (double) value * value;
        }
        double mean = sum / plane.values().length;
        double variance = squares / plane.values().length - mean * mean;
        return new double[] {mean, Math.sqrt(Math.max(0, variance))};
    }
}
