package parley.image.operation.style.painted;

import parley.image.pixel.Channels;
import parley.image.pixel.GuidedFilter;
import parley.image.pixel.Kernel;
import parley.image.pixel.Picture;
import parley.image.pixel.Plane;
import parley.image.pixel.Resize;
import parley.image.pixel.Size;

/// What is painted.
///
/// The strokes of a large picture are as many pixels wider as it is larger, so what is smooth over
/// the width of a stroke (tones, directions, grain) needs no more pixels than in a small one. It is
/// worked out on the draft, and enlarged; what is cut from it is cut in the picture's own size.
public final class Subject {
    /// The shorter side of a picture whose fine strokes are a pixel wide.
    private static final double USUAL_SIDE = 600;

    private static final double LEAST_UNIT = 0.4;
    private static final double MOST_UNIT = 8;

    /// Fine strokes this wide show all that smooth layers have.
    private static final double DRAFT_UNIT = 1.5;

    /// A draft that is hardly smaller saves no time.
    private static final double WORTH_IT = 1.2;

    /// How far a colour of the draft looks for an edge, in pixels of the draft, and the variance of
    /// luma that is none.
    private static final int EDGE_REACH = 2;

    private static final double NO_EDGE = 4e-4;

    private final Channels picture;
    private final double unit;
    private final double detail;
    private final long seed;
    private final Subject draft;

    private Subject(Channels picture, double unit, double detail, long seed) {
        this.picture = picture;
        this.unit = unit;
        this.detail = detail;
        this.seed = seed;
        this.draft = unit < DRAFT_UNIT * WORTH_IT ? this : smaller(unit / DRAFT_UNIT);
    }

    /// @param detail how closely the painting keeps to the picture: 0 to 1
    public static Subject of(Picture opaque, double detail, long seed) {
        double unit = Math.min(opaque.width(), opaque.height()) / USUAL_SIDE;
        double clamped = Math.clamp(unit, LEAST_UNIT, MOST_UNIT);
        return new Subject(Channels.of(opaque), clamped, detail, seed);
    }

    private Subject smaller(double times) {
        Size size =
                new Size(
                        Math.max(1, (int) Math.round(width() / times)),
                        Math.max(1, (int) Math.round(height() / times)));
        Channels small = Resize.channels(picture, size, Kernel.BICUBIC);
        return new Subject(small, unit / times, detail, seed);
    }

    /// Opaque, as sRGB encodes it.
    Channels picture() {
        return picture;
    }

    /// The width of a fine stroke, in pixels, so that pictures of any size look alike.
    double unit() {
        return unit;
    }

    /// How closely the painting keeps to the picture: 0 to 1.
    double detail() {
        return detail;
    }

    long seed() {
        return seed;
    }

    int width() {
        return picture.width();
    }

    int height() {
        return picture.height();
    }

    /// The same, so small that strokes of any width take the same time; itself if it is.
    Subject draft() {
        return draft;
    }

    /// How many times wider than the draft it is.
    double timesDraft() {
        return (double) width() / draft.width();
    }

    /// A smooth plane of the draft, in the size of the picture.
    Plane enlarged(Plane smooth) {
        return isOwnSize(smooth) ? smooth : Resize.plane(smooth, size(), Kernel.BICUBIC);
    }

    /// Smooth colours of the draft, in the size of the picture.
    Channels enlarged(Channels smooth) {
        return isOwnSize(smooth.red())
                ? smooth
                : new Channels(
                        enlarged(smooth.red()),
                        enlarged(smooth.green()),
                        enlarged(smooth.blue()),
                        picture.alpha());
    }

    /// Flat colours of the draft, in the size of the picture and with its edges (Kopf, Cohen,
    /// Lischinski and Uyttendaele, "Joint bilateral upsampling", SIGGRAPH 2007, by a guided
    /// filter).
    Channels enlargedWithEdges(Channels flat) {
        if (isOwnSize(flat.red())) {
            return flat;
        }
        Plane small = draft.picture.luma();
        Plane large = picture.luma();
        return new Channels(
                withEdges(flat.red(), small, large),
                withEdges(flat.green(), small, large),
                withEdges(flat.blue(), small, large),
                picture.alpha());
    }

    private static Plane withEdges(Plane flat, Plane small, Plane large) {
        return GuidedFilter.lines(small, flat, EDGE_REACH, NO_EDGE).over(large);
    }

    private boolean isOwnSize(Plane plane) {
        return plane.width() == width() && plane.height() == height();
    }

    private Size size() {
        return new Size(width(), height());
    }
}
