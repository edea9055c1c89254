package parley.image.operation.upscale;

import parley.image.pixel.Picture;
import parley.image.pixel.Plane;

/// How far a result, made smaller again, is from what it was made of. Anyone can check it: it is
/// measured on the eight bits of both pictures, with an antialiased bicubic filter.
///
/// @param rms root mean square over all channels, in levels of eight bits; colours count as much as
///   they are opaque
/// @param most the largest difference of any channel of any pixel, in levels
public record Certificate(double rms, double most) {
    /// Half a level: what rounding alone could do.
    public static final double BOUND = 0.5;

    private static final double LEVELS = 255;

    public boolean isConsistent() {
        return rms < BOUND;
    }

    public static Certificate of(Picture original, Picture result) {
        Shrinking shrinking = new Shrinking(result.width() / original.width());
        int channels = original.hasAlpha() || result.hasAlpha() ? 4 : 3;
        double squares = 0;
        double most = 0;
        for (int channel = 0; channel < channels; channel++) {
            Plane shrunk = shrinking.shrink(Layers.of(result, channel));
            float[] wanted = Layers.of(original, channel).values();
            for (int i = 0; i < wanted.length; i++) {
                double difference = (shrunk.values()[i] - wanted[i]) * LEVELS;
                squares += difference * difference;
                most = Math.max(most, Math.abs(difference));
            }
        }
        return new Certificate(Math.sqrt(squares / channels / original.size().pixels()), most);
    }
}
