package parley.image.operation.expand;

import java.util.Arrays;
import parley.image.pixel.Interleaved;
import parley.image.pixel.PatchMatch.Field;
import parley.image.pixel.Rows;

/// What the neighbourhoods that cover a pixel say it should be. Source: Wexler, Shechtman and
/// Irani, "Space-time completion of video", IEEE PAMI 29 (2007).
final class Votes {
    private static final int MOST_SAMPLES = 4096;

    /// A neighbourhood a pixel farther outside has this much less to say, in natural logarithms: so
    /// what follows from the picture spreads outwards.
    private static final double LOST = 0.15;

    private static final int FARTHEST = 400;

    private final Frame frame;
    private final Interleaved source;
    private final Field field;
    private final int radius;
    private final float scale;

    Votes(Frame frame, Interleaved source, Field field, int radius) {
        this.frame = frame;
        this.source = source;
        this.field = field;
        this.radius = radius;
        this.scale = scale(field);
    }

    /// Three quarters of the neighbourhoods are about as unlike as this or less: the deviation that
    /// the voices are weighed by, as Wexler et al. choose it.
    private static float scale(Field field) {
        float[] samples = new float[MOST_SAMPLES];
        int count = 0;
        int stride = Math.max(1, field.places().length / MOST_SAMPLES);
        for (int i = 0; i < field.places().length && count < MOST_SAMPLES; i += stride) {
            if (field.places()[i] != Field.NOWHERE) {
                samples[count++] = field.costs()[i];
            }
        }
        if (count == 0) {
            return 1;
        }
        Arrays.sort(samples, 0, count);
        return 1 / (samples[count * 3 / 4] + 1e-6f);
    }

    float voice(int index) {
        int outside = frame.outside(index % frame.width(), index / frame.width());
        double trust = -LOST * Math.clamp(outside, 0, FARTHEST);
        return (float) Math.exp(trust - Math.min(20, field.costs()[index] * scale));
    }

    /// Puts what is said into the canvas, where something is to be added.
    void cast(Interleaved canvas) {
        float[] voices = new float[field.places().length];
        Rows.each(
                frame.height(),
                y -> {
                    for (int i = y * frame.width(); i < (y + 1) * frame.width(); i++) {
                        voices[i] = field.places()[i] == Field.NOWHERE ? 0 : voice(i);
                    }
                });
        Rows.each(
                frame.height(),
                y -> {
                    float[] sum = new float[source.depth()];
                    for (int x = 0; x < frame.width(); x++) {
                        if (frame.isNew(x, y)) {
                            mean(x, y, voices, sum);
                            System.arraycopy(
                                    sum,
                                    0,
                                    canvas.values(),
                                    (y * frame.width() + x) * sum.length,
                                    sum.length);
                        }
                    }
                });
    }

    private void mean(int x, int y, float[] voices, float[] sum) {
        Arrays.fill(sum, 0);
        float all = 0;
        for (int dy = -radius; dy <= radius; dy++) {
            int row = y + dy;
            if (row < 0 || row >= frame.height()) {
                continue;
            }
            int last = Math.min(frame.width() - 1, x + radius);
            for (int column = Math.max(0, x - radius); column <= last; column++) {
                int centre = row * frame.width() + column;
                float voice = voices[centre];
                if (voice > 0) {
                    int from = field.places()[centre] - dy * source.width() + x - column;
                    for (int channel = 0; channel < sum.length; channel++) {
                        sum[channel] += voice * source.values()[from * sum.length + channel];
                    }
                    all += voice;
                }
            }
        }
        for (int channel = 0; channel < sum.length; channel++) {
            sum[channel] /= all;
        }
    }
}
