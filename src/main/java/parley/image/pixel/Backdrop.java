package parley.image.pixel;

import java.util.Arrays;

/// What is put behind a subject.
public final class Backdrop {
    private static final int LEVELS_SIDE = 640;
    private static final double BLUR = 0.022;

    private Backdrop() {}

    /// One colour, `0xRRGGBB`.
    public static Picture colour(Size size, int rgb) {
        int[] argb = new int[Math.toIntExact(size.pixels())];
        Arrays.fill(argb, 0xff000000 | rgb);
        return new Picture(size.width(), size.height(), argb);
    }

    /// Another picture, as large as is needed to cover everything, its middle in the middle.
    public static Picture cover(Size size, Picture other) {
        double scale =
                Math.max(
                        (double) size.width() / other.width(),
                        (double) size.height() / other.height());
        int width = Math.clamp(Math.round(size.width() / scale), 1, other.width());
        int height = Math.clamp(Math.round(size.height() / scale), 1, other.height());
        Picture part =
                other.part(
                        (other.width() - width) / 2,
                        (other.height() - height) / 2,
                        new Size(width, height));
        return Resize.picture(part, size, Kernel.BICUBIC);
    }

    /// The picture out of focus, without its subject: what is behind the subject is carried in from
    /// around it, so that the subject has no halo.
    public static Picture blurred(Picture picture, Picture subject) {
        Size small = picture.size().within(LEVELS_SIDE);
        Channels colours = Channels.linear(Resize.picture(opaque(picture), small, Kernel.BICUBIC));
        Plane alpha = Resize.plane(Channels.of(subject).alpha(), small, Kernel.BILINEAR);
        Plane weight = Plane.empty(small.width(), small.height());
        // What is near the subject may still hold some of its colour.
        Plane near = Blur.box(alpha, 2);
        for (int i = 0; i < weight.values().length; i++) {
            weight.values()[i] = near.values()[i] < 0.01f ? 1 : 0;
        }
        double sigma = BLUR * Math.max(small.width(), small.height());
        Channels made =
                new Channels(
                        around(colours.red(), weight, sigma),
                        around(colours.green(), weight, sigma),
                        around(colours.blue(), weight, sigma),
                        Plane.filled(small.width(), small.height(), 1));
        return Resize.picture(made.pictureOfLinear(), picture.size(), Kernel.BICUBIC);
    }

    private static Picture opaque(Picture picture) {
        int[] argb = picture.argb().clone();
        for (int i = 0; i < argb.length; i++) {
            argb[i] |= 0xff000000;
        }
        return new Picture(picture.width(), picture.height(), argb);
    }

    /// A blur in which only what has weight counts; where nothing near has any, what is farther.
    private static Plane around(Plane plane, Plane weight, double sigma) {
        Plane weighed = plane.copy();
        for (int i = 0; i < weighed.values().length; i++) {
            weighed.values()[i] *= weight.values()[i];
        }
        Plane sum = Plane.empty(plane.width(), plane.height());
        Plane total = Plane.empty(plane.width(), plane.height());
        float share = 1;
        for (int ring = 0; ring < 4; ring++) {
            Plane colour = Blur.gaussian(weighed, sigma);
            Plane count = Blur.gaussian(weight, sigma);
            for (int i = 0; i < sum.values().length; i++) {
                sum.values()[i] += share * colour.values()[i];
                total.values()[i] += share * count.values()[i];
            }
            share *= 0.02f;
            sigma *= 2.2;
        }
        for (int i = 0; i < sum.values().length; i++) {
            sum.values()[i] /= Math.max(1e-9f, total.values()[i]);
        }
        return sum;
    }

    /// The subject in front of it. The edge is mixed as encoded, which is how its shares were
    /// measured and how browsers show them.
    public static Picture behind(Picture backdrop, Picture subject) {
        int[] argb = new int[subject.argb().length];
        int width = subject.width();
        Rows.each(
                subject.height(),
                y -> {
                    for (int i = y * width; i < (y + 1) * width; i++) {
                        argb[i] = over(subject.argb()[i], backdrop.argb()[i]);
                    }
                });
        return new Picture(width, subject.height(), argb);
    }

    private static int over(int front, int back) {
        int alpha = front >>> 24;
        if (alpha == 255) {
            return front;
        }
        int seen = back | 0xff000000;
        if (alpha == 0) {
            return seen;
        }
        float share = alpha / 255f;
        return 0xff000000
                | mix(front >> 16 & 0xff, seen >> 16 & 0xff, share) << 16
                | mix(front >> 8 & 0xff, seen >> 8 & 0xff, share) << 8
                | mix(front & 0xff, seen & 0xff, share);
    }

    private static int mix(int front, int back, float share) {
        return Math.round(share * front + (1 - share) * back);
    }
}
