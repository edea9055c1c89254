package parley.image.onnx;

import java.util.ArrayList;
import java.util.List;
import parley.image.ImageEngine.Progress;
import parley.image.ImageEngineException;
import parley.image.ImageEngineException.Kind;
import parley.image.onnx.Model.Input;
import parley.image.onnx.Recipe.Order;
import parley.image.onnx.Recipe.Range;
import parley.image.pixel.Kernel;
import parley.image.pixel.Picture;
import parley.image.pixel.Plane;
import parley.image.pixel.Resize;
import parley.image.pixel.Size;

/// Finds out how a model that makes pictures larger is used: it gets a picture of flat grey, a
/// gradient and patches of colour in every form, and the form in which the answer is most like a
/// plain enlargement is the right one.
final class SelfTest {
    private static final int SIDE = 64;

    /// Beyond this mean difference, of 0 to 1, it is no enlargement.
    private static final double UNLIKE = 0.15;

    /// What another form must be better by: models that treat all channels alike do not care.
    private static final double CLEARLY = 0.9;

    private SelfTest() {}

    /// How much larger the model makes a picture.
    static int factor(Model model, Recipe recipe) {
        Input input = model.inputs().getFirst();
        int width = input.width() > 0 ? input.width() : SIDE;
        int height = input.height() > 0 ? input.height() : SIDE;
        List<Plane> planes = new ArrayList<>();
        for (int channel = 0; channel < Math.max(1, input.channels()); channel++) {
            planes.add(Plane.filled(width, height, 0.5f));
        }
        Tensor answer = model.run(List.of(planes), recipe.layout());
        int factor = answer.width() / width;
        boolean isWhole =
                factor >= 1
                        && factor <= 16
                        && factor * width == answer.width()
                        && factor * height == answer.height();
        if (!isWhole) {
            throw new ImageEngineException(
                    Kind.MISCONFIGURED,
                    "models/onnx/%s makes %d × %d pixels of %d × %d, which is no whole factor."
                            .formatted(
                                    model.name(), answer.width(), answer.height(), width, height));
        }
        return factor;
    }

    /// The model with the form it takes.
    static Upscaling upscaling(Model model, Recipe recipe) {
        int factor = factor(model, recipe);
        if (recipe.isCertain()) {
            return new Upscaling(model, recipe, factor);
        }
        Picture chart = chart();
        Size size = chart.size().times(factor);
        Picture plain = Resize.picture(chart, size, Kernel.BICUBIC);
        Upscaling best = new Upscaling(model, recipe, factor);
        double least = Double.MAX_VALUE;
        for (Range range : List.of(Range.ONE, Range.BYTE)) {
            for (Order order : Order.values()) {
                Upscaling tried = new Upscaling(model, recipe.with(range, order), factor);
                double difference = difference(tried.larger(chart, Progress.UNHEARD), plain);
                if (difference < least * CLEARLY) {
                    least = difference;
                    best = tried;
                }
            }
        }
        if (least > UNLIKE) {
            throw new ImageEngineException(
                    Kind.MISCONFIGURED,
                    ("models/onnx/%s makes something else of a test picture than the same picture"
                                    + " larger; a file %s beside it may say how it is used.")
                            .formatted(model.name(), model.name().replace(".onnx", ".json")));
        }
        return best;
    }

    private static Picture chart() {
        int[] patches = {0xe03020, 0x20a040, 0x2040d0, 0xe0c020};
        int[] argb = new int[SIDE * SIDE];
        for (int i = 0; i < argb.length; i++) {
            int x = i % SIDE;
            int y = i / SIDE;
            int rgb;
            if (y < SIDE / 3) {
                rgb = 0x808080;
            } else if (y < 2 * SIDE / 3) {
                rgb = 0x010101 * (x * 255 / (SIDE - 1));
            } else {
                rgb = patches[x * patches.length / SIDE];
            }
            argb[i] = 0xff000000 | rgb;
        }
        return new Picture(SIDE, SIDE, argb);
    }

    private static double difference(Picture one, Picture other) {
        double sum = 0;
        for (int i = 0; i < one.argb().length; i++) {
            for (int shift = 0; shift <= 16; shift += 8) {
                sum +=
                        Math.abs(
                                (one.argb()[i] >> shift & 0xff)
                                        - (other.argb()[i] >> shift & 0xff));
            }
        }
        return sum / (3.0 * 255 * one.argb().length);
    }
}
