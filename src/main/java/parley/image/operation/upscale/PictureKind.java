package parley.image.operation.upscale;

import parley.image.pixel.Picture;
import parley.image.pixel.Plane;

/// What a picture shows, as far as it matters for making it larger.
public enum PictureKind {
    PHOTOGRAPH,
    /// Text, drawings, diagrams: one ground, hard strokes on it.
    LINE_ART,
    PIXEL_ART;

    private static final int LEVELS = 255;
    private static final int NEAR = 10;

    /// How much of the picture the ground must be.
    private static final double GROUND = 0.6;

    /// How much of the rest must be far from it.
    private static final double STROKES = 0.5;

    private static final double LEAST_STROKES = 0.01;
    private static final int FAR = 90;
    private static final int LEAST_PIXELS = 256;

    static PictureKind of(Picture picture, Plane luma) {
        if (PixelArt.is(picture)) {
            return PIXEL_ART;
        }
        return isLineArt(luma) ? LINE_ART : PHOTOGRAPH;
    }

    private static boolean isLineArt(Plane luma) {
        long[] tones = new long[LEVELS + 1];
        for (float value : luma.values()) {
            tones[Math.clamp(Math.round(value * LEVELS), 0, LEVELS)]++;
        }
        int ground = 0;
        for (int tone = 1; tone <= LEVELS; tone++) {
            ground = tones[tone] > tones[ground] ? tone : ground;
        }
        long near = 0;
        long far = 0;
        for (int tone = 0; tone <= LEVELS; tone++) {
            int away = Math.abs(tone - ground);
            near += away <= NEAR ? tones[tone] : 0;
            far += away >= FAR ? tones[tone] : 0;
        }
        long all = luma.values().length;
        return all >= LEAST_PIXELS
                && near >= GROUND * all
                && far >= LEAST_STROKES * all
                && far >= STROKES * (all - near);
    }
}
