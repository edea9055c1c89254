package parley.image.operation.reimagine;

import parley.image.pixel.Blur;
import parley.image.pixel.Channels;
import parley.image.pixel.Kernel;
import parley.image.pixel.Kuwahara;
import parley.image.pixel.Picture;
import parley.image.pixel.Plane;
import parley.image.pixel.Resize;
import parley.image.pixel.Rows;
import parley.image.pixel.Size;

/// What is done to a variation at the end: strokes of a brush, paper, grain, glow, dark corners.
final class Finish {
    /// Strokes are painted on at most this many pixels a side; the time grows with the fourth
    /// power.
    private static final int CANVAS = 960;

    private final Chance chance;
    private final Steering steering;

    Finish(Chance chance, Steering steering) {
        this.chance = chance;
        this.steering = steering;
    }

    /// @param stroke the radius of a stroke, in parts of the longer side
    static Picture painted(Picture picture, double stroke) {
        Size canvas = picture.size().within(CANVAS);
        int radius = (int) Math.round(stroke * Math.max(canvas.width(), canvas.height()));
        if (radius < 1) {
            return picture;
        }
        Picture small = Resize.picture(picture, canvas, Kernel.BOX);
        Picture made = Kuwahara.paint(Channels.of(small), radius).picture();
        return Resize.picture(made, picture.size(), Kernel.BICUBIC);
    }

    Picture finished(Picture picture, double amount) {
        double glow =
                steering.wants(Motif.DREAMY) ? 0.6 : steering.wants(Motif.CYBERPUNK) ? 0.35 : 0;
        boolean old = steering.wants(Motif.VINTAGE) || steering.wants(Motif.SEPIA);
        boolean dark = steering.wants(Motif.NOIR) || steering.wants(Motif.CINEMATIC);
        double corners = old || dark ? 0.5 : steering.wants(Motif.CYBERPUNK) ? 0.3 : 0;
        double grain = old || steering.wants(Motif.NOIR) ? 0.05 : 0;
        boolean paper = steering.wants(Motif.WATERCOLOUR);
        if (glow == 0 && corners == 0 && grain == 0 && !paper) {
            return picture;
        }
        Channels channels = Channels.of(picture);
        if (glow > 0) {
            glow(channels, glow * amount);
        }
        if (paper) {
            paper(channels, amount);
        }
        if (corners > 0 || grain > 0) {
            corners(channels, corners * amount, grain * amount);
        }
        return channels.picture();
    }

    /// Orton's way: the picture through itself out of focus.
    private static void glow(Channels channels, double amount) {
        double radius = Math.max(channels.width(), channels.height()) / 60.0;
        for (Plane plane : planes(channels)) {
            Plane soft = Blur.gaussian(plane, radius);
            Rows.each(
                    plane.height(),
                    y -> {
                        for (int i = y * plane.width(); i < (y + 1) * plane.width(); i++) {
                            float own = plane.values()[i];
                            float screened = 1 - (1 - own) * (1 - 0.75f * soft.values()[i]);
                            plane.values()[i] = (float) (own + 0.7 * amount * (screened - own));
                        }
                    });
        }
    }

    /// Paint runs together at the edges of washes, and paper shows through.
    private void paper(Channels channels, double amount) {
        Plane luma = channels.luma();
        int width = channels.width();
        int side = Math.max(width, channels.height());
        Plane soft = Blur.gaussian(luma, Math.max(1, side / 350.0));
        Plane[] planes = planes(channels);
        Rows.each(
                channels.height(),
                y -> {
                    for (int x = 0; x < width; x++) {
                        int i = y * width + x;
                        float dx = soft.atNearest(x + 1, y) - soft.atNearest(x - 1, y);
                        float dy = soft.atNearest(x, y + 1) - soft.atNearest(x, y - 1);
                        double edge = Math.min(0.3, Math.hypot(dx, dy) * side / 260.0);
                        double fibre =
                                0.035 * chance.smooth(71, 260.0 * x / side, 260.0 * y / side)
                                        + 0.05 * chance.smooth(72, 9.0 * x / side, 9.0 * y / side);
                        double wash = amount * (fibre - 0.75 * edge);
                        for (Plane plane : planes) {
                            float own = plane.values()[i];
                            double light = own + 0.1 * amount * (1 - own);
                            plane.values()[i] =
                                    (float)
                                            Math.clamp(
                                                    light + wash * (0.35 + own) * (1.25 - own),
                                                    0,
                                                    1);
                        }
                    }
                });
    }

    private void corners(Channels channels, double corners, double grain) {
        int width = channels.width();
        int height = channels.height();
        Plane[] planes = planes(channels);
        double side = Math.max(width, height);
        Rows.each(
                height,
                y -> {
                    double v = 2 * (y + 0.5) / height - 1;
                    for (int x = 0; x < width; x++) {
                        int i = y * width + x;
                        double u = 2 * (x + 0.5) / width - 1;
                        double away = Math.max(0, (u * u + v * v) / 2 - 0.18);
                        double shade = 1 - corners * away * 1.1;
                        double noise = grain * chance.smooth(73, 620 * x / side, 620 * y / side);
                        for (Plane plane : planes) {
                            float own = plane.values()[i];
                            plane.values()[i] = (float) Math.clamp(own * shade + noise, 0, 1);
                        }
                    }
                });
    }

    private static Plane[] planes(Channels channels) {
        return new Plane[] {channels.red(), channels.green(), channels.blue()};
    }
}
