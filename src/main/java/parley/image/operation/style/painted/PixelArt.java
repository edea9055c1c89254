package parley.image.operation.style.painted;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import parley.image.pixel.Channels;
import parley.image.pixel.Kernel;
import parley.image.pixel.Resize;
import parley.image.pixel.Size;

/// Large pixels in few colours, mixed by an ordered pattern. The palette is that of Heckbert,
/// "Color image quantization for frame buffer display", SIGGRAPH 1982, made better by means
/// (Lloyd); the pattern is Bayer's, 1973.
final class PixelArt implements PaintedStyle {
    private static final int COLOURS = 28;
    private static final int MEANS = 5;
    private static final float DITHER = 0.055f;
    private static final int[] BAYER = {0, 8, 2, 10, 12, 4, 14, 6, 3, 11, 1, 9, 15, 7, 13, 5};

    @Override
    public Channels paint(Subject subject) {
        int shorter = Math.min(subject.width(), subject.height());
        int cells = (int) Math.clamp(80 + 80 * subject.detail(), 1, Math.max(1, shorter));
        double cell = Math.max(1, (double) shorter / cells);
        Size size =
                new Size(
                        Math.max(1, (int) Math.round(subject.width() / cell)),
                        Math.max(1, (int) Math.round(subject.height() / cell)));
        Channels small = Resize.channels(subject.picture(), size, Kernel.BOX);
        Channels vivid =
                Tones.each(
                        small,
                        (_, _, rgb) -> {
                            Tones.saturate(rgb, 1.25f);
                            float luma = Tones.luma(rgb);
                            Tones.relight(rgb, Tones.mixed(luma, Tones.step(0, 1, luma), 0.35f));
                        });
        List<float[]> palette = palette(vivid);
        Channels drawn = Tones.each(vivid, (x, y, rgb) -> dithered(palette, x, y, rgb));
        return Tones.each(
                subject.picture(),
                (x, y, rgb) -> {
                    int column = (int) ((long) x * size.width() / subject.width());
                    int row = (int) ((long) y * size.height() / subject.height());
                    rgb[0] = drawn.red().at(column, row);
                    rgb[1] = drawn.green().at(column, row);
                    rgb[2] = drawn.blue().at(column, row);
                });
    }

    private static void dithered(List<float[]> palette, int x, int y, float[] rgb) {
        float by = DITHER * ((BAYER[(y & 3) * 4 + (x & 3)] + 0.5f) / 16 - 0.5f) * 2;
        for (int channel = 0; channel < 3; channel++) {
            rgb[channel] += by;
        }
        float[] nearest = palette.get(nearest(palette, rgb));
        System.arraycopy(nearest, 0, rgb, 0, 3);
    }

    private static int nearest(List<float[]> palette, float[] rgb) {
        int best = 0;
        float least = Float.MAX_VALUE;
        for (int k = 0; k < palette.size(); k++) {
            float distance = distance(palette.get(k), rgb);
            if (distance < least) {
                least = distance;
                best = k;
            }
        }
        return best;
    }

    /// Green counts most, as the eye has it.
    private static float distance(float[] one, float[] other) {
        float red = one[0] - other[0];
        float green = one[1] - other[1];
        float blue = one[2] - other[2];
        return 2 * red * red + 4 * green * green + 3 * blue * blue;
    }

    private static List<float[]> palette(Channels picture) {
        List<float[]> colours = new ArrayList<>();
        for (int i = 0; i < picture.red().values().length; i++) {
            colours.add(
                    new float[] {
                        picture.red().values()[i],
                        picture.green().values()[i],
                        picture.blue().values()[i]
                    });
        }
        List<List<float[]>> boxes = new ArrayList<>();
        boxes.add(colours);
        while (boxes.size() < COLOURS) {
            List<float[]> widest =
                    boxes.stream().max(Comparator.comparingDouble(PixelArt::spread)).orElseThrow();
            if (spread(widest) < 1e-4) {
                break;
            }
            boxes.remove(widest);
            boxes.addAll(halves(widest));
        }
        List<float[]> palette = boxes.stream().map(PixelArt::mean).toList();
        for (int round = 0; round < MEANS; round++) {
            palette = means(palette, colours);
        }
        return palette;
    }

    private static double spread(List<float[]> box) {
        return range(box, widestAxis(box)) * Math.sqrt(box.size());
    }

    private static int widestAxis(List<float[]> box) {
        int widest = 0;
        for (int axis = 1; axis < 3; axis++) {
            widest = range(box, axis) > range(box, widest) ? axis : widest;
        }
        return widest;
    }

    private static double range(List<float[]> box, int axis) {
        float least = Float.MAX_VALUE;
        float most = -Float.MAX_VALUE;
        for (float[] colour : box) {
            least = Math.min(least, colour[axis]);
            most = Math.max(most, colour[axis]);
        }
        return most - least;
    }

    private static List<List<float[]>> halves(List<float[]> box) {
        int axis = widestAxis(box);
        List<float[]> sorted =
                box.stream().sorted(Comparator.comparingDouble(colour -> colour[axis])).toList();
        int half = sorted.size() / 2;
        return List.of(sorted.subList(0, half), sorted.subList(half, sorted.size()));
    }

    private static float[] mean(List<float[]> colours) {
        double[] sum = new double[3];
        for (float[] colour : colours) {
            for (int axis = 0; axis < 3; axis++) {
                sum[axis] += colour[axis];
            }
        }
        float[] mean = new float[3];
        for (int axis = 0; axis < 3; axis++) {
            mean[axis] = (float) (sum[axis] / colours.size());
        }
        return mean;
    }

    private static List<float[]> means(List<float[]> palette, List<float[]> colours) {
        List<List<float[]>> nearest = new ArrayList<>();
        palette.forEach(_ -> nearest.add(new ArrayList<>()));
        colours.forEach(colour -> nearest.get(nearest(palette, colour)).add(colour));
        List<float[]> moved = new ArrayList<>();
        for (int k = 0; k < palette.size(); k++) {
            moved.add(nearest.get(k).isEmpty() ? palette.get(k) : mean(nearest.get(k)));
        }
        return moved;
    }
}
