package parley.image.operation.style.painted;

import parley.image.pixel.Blur;
import parley.image.pixel.Noise;
import parley.image.pixel.Plane;
import parley.image.pixel.Rows;

/// Paper: how high its grain is, about 0 on the mean, with a deviation of about 1.
final class Paper {
    private Paper() {}

    /// Paper as large as a subject.
    ///
    /// @param coarseness of the grain beside the width of a fine stroke
    static Plane grain(Subject subject, double coarseness) {
        Subject draft = subject.draft();
        int width = draft.width();
        int height = draft.height();
        double unit = coarseness * draft.unit();
        Plane fine = Blur.gaussian(Noise.white(width, height, subject.seed() + 31), 0.7 * unit);
        Plane coarse = Blur.gaussian(Noise.white(width, height, subject.seed() + 32), 2.2 * unit);
        Plane grain = Plane.empty(width, height);
        double squares = 0;
        for (int i = 0; i < grain.values().length; i++) {
            float value = fine.values()[i] - 0.5f + 1.5f * (coarse.values()[i] - 0.5f);
            grain.values()[i] = value;
            squares += value * value;
        }
        float scale = (float) (1 / Math.sqrt(squares / grain.values().length + 1e-9));
        Rows.each(
                height,
                y -> {
                    for (int i = y * width; i < (y + 1) * width; i++) {
                        grain.values()[i] *= scale;
                    }
                });
        return subject.enlarged(grain);
    }
}
