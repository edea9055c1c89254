package parley.image.operation.style.painted;

import parley.image.pixel.Channels;
import parley.image.pixel.GuidedFilter;
import parley.image.pixel.Plane;
import parley.image.pixel.Rows;

/// Colours that are worked out pixel by pixel.
final class Tones {
    private Tones() {}

    /// What becomes of a colour.
    interface Change {
        /// @param rgb the colour, 0 to 1, to be changed in place
        void at(int x, int y, float[] rgb);
    }

    /// A picture with every colour changed.
    static Channels each(Channels picture, Change change) {
        int width = picture.width();
        Channels made =
                new Channels(
                        Plane.empty(width, picture.height()),
                        Plane.empty(width, picture.height()),
                        Plane.empty(width, picture.height()),
                        picture.alpha());
        Rows.each(
                picture.height(),
                y -> {
                    float[] rgb = new float[3];
                    for (int x = 0; x < width; x++) {
                        int i = y * width + x;
                        rgb[0] = picture.red().values()[i];
                        rgb[1] = picture.green().values()[i];
                        rgb[2] = picture.blue().values()[i];
                        change.at(x, y, rgb);
                        made.red().values()[i] = rgb[0];
                        made.green().values()[i] = rgb[1];
                        made.blue().values()[i] = rgb[2];
                    }
                });
        return made;
    }

    /// An opaque picture that is black.
    static Channels empty(int width, int height) {
        return new Channels(
                Plane.empty(width, height),
                Plane.empty(width, height),
                Plane.empty(width, height),
                Plane.filled(width, height, 1));
    }

    static float luma(float[] rgb) {
        return 0.2126f * rgb[0] + 0.7152f * rgb[1] + 0.0722f * rgb[2];
    }

    /// Moves a colour away from its grey.
    static void saturate(float[] rgb, float factor) {
        float grey = luma(rgb);
        for (int channel = 0; channel < 3; channel++) {
            rgb[channel] = grey + factor * (rgb[channel] - grey);
        }
    }

    /// Gives a colour another luma, and keeps its hue.
    static void relight(float[] rgb, float luma) {
        float grey = Math.max(0.02f, luma(rgb));
        float factor = Math.min(2.5f, luma / grey);
        for (int channel = 0; channel < 3; channel++) {
            rgb[channel] *= factor;
        }
        float missing = luma - luma(rgb);
        for (int channel = 0; channel < 3; channel++) {
            rgb[channel] += missing;
        }
    }

    static float mixed(float from, float to, float part) {
        return from + (to - from) * part;
    }

    /// 0 below one value and 1 above another, and smooth between.
    static float step(float low, float high, float value) {
        float t = Math.clamp((value - low) / (high - low), 0, 1);
        return t * t * (3 - 2 * t);
    }

    /// Forms without their details: colours even out and edges stay, along the way that edges run.
    static Channels simplified(Channels picture, int radius, double epsilon, int times) {
        Channels made = picture;
        for (int time = 0; time < times; time++) {
            Plane guide = made.luma();
            made =
                    new Channels(
                            GuidedFilter.smooth(guide, made.red(), radius, epsilon),
                            GuidedFilter.smooth(guide, made.green(), radius, epsilon),
                            GuidedFilter.smooth(guide, made.blue(), radius, epsilon),
                            picture.alpha());
        }
        return made;
    }

    /// 1 in the middle and less towards the corners.
    static float vignette(int x, int y, Channels picture, float amount) {
        float across = 2f * x / picture.width() - 1;
        float down = 2f * y / picture.height() - 1;
        float square = (across * across + down * down) / 2;
        return 1 - amount * square * square;
    }
}
