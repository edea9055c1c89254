package parley.image.remote;

import java.util.Arrays;
import parley.image.ImageEngine.Job;
import parley.image.ImageWish.Background;
import parley.image.ImageWish.RemoveBackground;
import parley.image.InputRole;
import parley.image.pixel.Blur;
import parley.image.pixel.Channels;
import parley.image.pixel.Picture;
import parley.image.pixel.Plane;

/// Puts what was cut out before what is wished for.
final class Backdrop {
    /// Of the picture's longer side.
    private static final double BLUR = 0.02;

    private Backdrop() {}

    static Picture put(Picture cutOut, RemoveBackground wish, Job job) {
        return switch (wish.background()) {
            case Background.Transparent _ -> cutOut;
            case Background.Colour(int rgb) -> over(cutOut, flat(cutOut, 0xff000000 | rgb));
            case Background.Blurred _ ->
                    over(cutOut, blurred(Fitting.to(job.image(), cutOut.size())));
            case Background.Other _ ->
                    job.input(InputRole.BACKGROUND)
                            .map(behind -> over(cutOut, Fitting.to(behind, cutOut.size())))
                            .orElse(cutOut);
        };
    }

    private static Picture flat(Picture like, int colour) {
        int[] argb = new int[like.argb().length];
        Arrays.fill(argb, colour);
        return new Picture(like.width(), like.height(), argb);
    }

    private static Picture blurred(Picture picture) {
        double sigma = BLUR * Math.max(picture.width(), picture.height());
        Channels channels = Channels.linear(picture);
        return new Channels(
                        Blur.gaussian(channels.red(), sigma),
                        Blur.gaussian(channels.green(), sigma),
                        Blur.gaussian(channels.blue(), sigma),
                        Plane.filled(picture.width(), picture.height(), 1))
                .pictureOfLinear();
    }

    private static Picture over(Picture front, Picture back) {
        int[] argb = new int[front.argb().length];
        for (int i = 0; i < argb.length; i++) {
            int alpha = front.argb()[i] >>> 24;
            int pixel = 0xff000000;
            for (int shift = 0; shift < 24; shift += 8) {
                int own = front.argb()[i] >> shift & 0xff;
                int behind = back.argb()[i] >> shift & 0xff;
                pixel |= ((own * alpha + behind * (255 - alpha) + 127) / 255) << shift;
            }
            argb[i] = pixel;
        }
        return new Picture(front.width(), front.height(), argb);
    }
}
