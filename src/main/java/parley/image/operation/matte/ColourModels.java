package parley.image.operation.matte;

import parley.image.pixel.Plane;

/// Which colours are the subject's and which are the background's, as two histograms.
final class ColourModels {
    private static final int LIGHTNESS_STEPS = 20;
    private static final int HUE_STEPS = 32;
    private static final float LIGHTNESS_WIDTH = 101f / LIGHTNESS_STEPS;
    private static final float HUE_WIDTH = 220f / HUE_STEPS;

    private final int[] cells;
    private final int count = LIGHTNESS_STEPS * HUE_STEPS * HUE_STEPS;

    ColourModels(SmallCopy copy) {
        cells = new int[copy.pixels()];
        for (int i = 0; i < cells.length; i++) {
            int lightness = step(copy.lightness().values()[i] / LIGHTNESS_WIDTH, LIGHTNESS_STEPS);
            int a = step(copy.a().values()[i] / HUE_WIDTH + HUE_STEPS / 2f, HUE_STEPS);
            int b = step(copy.b().values()[i] / HUE_WIDTH + HUE_STEPS / 2f, HUE_STEPS);
            cells[i] = (lightness * HUE_STEPS + a) * HUE_STEPS + b;
        }
    }

    private static int step(float value, int steps) {
        return Math.clamp((int) Math.floor(value), 0, steps - 1);
    }

    /// For each pixel the logarithm of how much likelier its colour is in the subject.
    ///
    /// @param inside how much of each pixel is taken for the subject
    float[] evidence(Plane inside) {
        float[] subject = new float[count];
        float[] background = new float[count];
        float subjects = count(inside, subject, background);
        float[] smoothSubject = smooth(subject);
        float[] smoothBackground = smooth(background);
        float backgrounds = cells.length - subjects;
        float floor = 0.02f / 27;
        float[] evidence = new float[cells.length];
        for (int i = 0; i < cells.length; i++) {
            float ofSubject = smoothSubject[cells[i]] / Math.max(1, subjects);
            float ofBackground = smoothBackground[cells[i]] / Math.max(1, backgrounds);
            evidence[i] =
                    (float)
                            StrictMath.log(
                                    (ofSubject + floor * 0.01f) / (ofBackground + floor * 0.01f));
        }
        return evidence;
    }

    /// How unlike the colours of the frame of the picture each pixel is: 0 to 1.
    Plane unlikeFrame(SmallCopy copy) {
        Plane frame = Plane.empty(copy.width(), copy.height());
        for (int i = 0; i < frame.values().length; i++) {
            frame.values()[i] = copy.isInFrame(i) ? 0 : 0.55f;
        }
        float[] evidence = evidence(frame);
        for (int i = 0; i < evidence.length; i++) {
            frame.values()[i] = 1 / (1 + (float) StrictMath.exp(-1.5f * (evidence[i] - 0.5f)));
        }
        return frame;
    }

    /// How much of both is of the same colours: 0 to 1.
    float overlap(Plane inside) {
        float[] subject = new float[count];
        float[] background = new float[count];
        float subjects = count(inside, subject, background);
        float backgrounds = cells.length - subjects;
        if (subjects < 1 || backgrounds < 1) {
            return 1;
        }
        float[] smoothSubject = smooth(subject);
        float[] smoothBackground = smooth(background);
        double overlap = 0;
        double whole = 0;
        for (int cell = 0; cell < count; cell++) {
            double ofSubject = smoothSubject[cell] / subjects;
            double ofBackground = smoothBackground[cell] / backgrounds;
            overlap += Math.min(ofSubject, ofBackground);
            whole += ofSubject;
        }
        return (float) (overlap / Math.max(1e-9, whole));
    }

    private float count(Plane inside, float[] subject, float[] background) {
        float subjects = 0;
        for (int i = 0; i < cells.length; i++) {
            float share = inside.values()[i];
            subject[cells[i]] += share;
            background[cells[i]] += 1 - share;
            subjects += share;
        }
        return subjects;
    }

    private static float[] smooth(float[] cells) {
        float[] once = smoothAlong(cells, 1, HUE_STEPS);
        float[] twice = smoothAlong(once, HUE_STEPS, HUE_STEPS);
        return smoothAlong(twice, HUE_STEPS * HUE_STEPS, LIGHTNESS_STEPS);
    }

    private static float[] smoothAlong(float[] cells, int stride, int steps) {
        float[] made = new float[cells.length];
        for (int i = 0; i < cells.length; i++) {
            if (cells[i] == 0) {
                continue;
            }
            int step = i / stride % steps;
            made[i] += cells[i] * 0.5f;
            if (step > 0) {
                made[i - stride] += cells[i] * 0.25f;
            }
            if (step < steps - 1) {
                made[i + stride] += cells[i] * 0.25f;
            }
        }
        return made;
    }
}
