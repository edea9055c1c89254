package parley.bench.images;

import java.util.ArrayList;
import java.util.List;
import parley.image.operation.expand.Frame;
import parley.image.operation.expand.Outpainting;
import parley.image.operation.expand.SeamCertificate;
import parley.image.pixel.Picture;
import parley.image.pixel.Size;

/// How well pictures go on beyond their edges, by the certificate of the expansion, beside the
/// mirror that is the simplest way to do it.
public final class ExpandQuality {
    private static final double PART = 0.15;
    private static final Size SIZE = new Size(480, 360);
    private static final double NANOS = 1e9;

    private final Size size;

    public ExpandQuality() {
        this(SIZE);
    }

    /// @param size of the pictures, before they are expanded
    ExpandQuality(Size size) {
        this.size = size;
    }

    /// Sums over pictures.
    private static final class Sums {
        private double seam;
        private double divergence;
        private double mirror;
        private int passed;

        void add(SeamCertificate certificate) {
            seam += certificate.seamRatio();
            divergence += certificate.textureDivergence();
            mirror += certificate.mirrorIndex();
            passed += certificate.passes() ? 1 : 0;
        }
    }

    /// @param pictures how many are measured
    public List<Measure> run(int pictures) {
        int across = (int) (PART * size.width());
        int down = (int) (PART * size.height());
        Frame frame = new Frame(size, across, across, down, down);
        Sums ours = new Sums();
        Sums mirrored = new Sums();
        Outpainting.around(SampleScene.of(0, size), frame, 0); // The first run is slower.
        long nanos = 0;
        for (int seed = 0; seed < pictures; seed++) {
            Picture picture = SampleScene.of(seed, size);
            long begun = System.nanoTime();
            Outpainting.Result result = Outpainting.around(picture, frame, seed);
            nanos += System.nanoTime() - begun;
            ours.add(result.certificate());
            mirrored.add(SeamCertificate.of(mirror(picture, frame), frame));
        }
        String on = " on %d pictures, 15 %% at each side".formatted(pictures);
        List<Measure> measures = new ArrayList<>(of("expanded" + on, ours, pictures, true));
        double seconds = nanos / NANOS / pictures / (frame.pixels() / 1e6);
        measures.add(Measure.of("expanded, a megapixel" + on, "s", seconds).atMost(2));
        measures.addAll(of("mirrored" + on, mirrored, pictures, false));
        return measures;
    }

    private static List<Measure> of(String what, Sums sums, int pictures, boolean aimed) {
        Measure seam = Measure.of("seam ratio, " + what, "", sums.seam / pictures);
        Measure texture = Measure.of("texture KL, " + what, "nats", sums.divergence / pictures);
        Measure mirror = Measure.of("mirror index, " + what, "", sums.mirror / pictures);
        if (!aimed) {
            return List.of(seam, texture, mirror);
        }
        return List.of(
                seam.atLeast(SeamCertificate.LEAST_SEAM),
                seam.atMost(SeamCertificate.MOST_SEAM),
                texture.atMost(SeamCertificate.MOST_DIVERGENCE),
                mirror.atMost(SeamCertificate.MOST_MIRROR),
                Measure.of("certificate passed, " + what, "%", 100.0 * sums.passed / pictures));
    }

    private static Picture mirror(Picture picture, Frame frame) {
        int[] argb = new int[(int) frame.pixels()];
        for (int y = 0; y < frame.height(); y++) {
            for (int x = 0; x < frame.width(); x++) {
                argb[y * frame.width() + x] =
                        picture.at(
                                reflected(x - frame.left(), picture.width()),
                                reflected(y - frame.top(), picture.height()));
            }
        }
        return new Picture(frame.width(), frame.height(), argb);
    }

    private static int reflected(int place, int length) {
        int around = Math.floorMod(place, 2 * length);
        return around < length ? around : 2 * length - 1 - around;
    }
}
