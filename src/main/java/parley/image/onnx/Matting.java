package parley.image.onnx;

import java.util.List;
import parley.image.onnx.Model.Input;
import parley.image.onnx.Recipe.Order;
import parley.image.onnx.Recipe.Output;
import parley.image.pixel.Channels;
import parley.image.pixel.Kernel;
import parley.image.pixel.Picture;
import parley.image.pixel.Plane;
import parley.image.pixel.Resize;
import parley.image.pixel.Size;

/// Cuts subjects out with models of the U²-Net, IS-Net and BiRefNet kind: the whole picture,
/// stretched to a square, gives one plane that says where the subject is.
final class Matting {
    private final Model model;
    private final Recipe recipe;

    Matting(Model model, Recipe recipe) {
        this.model = model;
        this.recipe = recipe;
    }

    /// The picture, transparent where the subject is not.
    Picture cut(Picture picture) {
        Input input = model.inputs().getFirst();
        int side = recipe.side() > 0 ? recipe.side() : 512;
        Size size =
                new Size(
                        input.width() > 0 ? input.width() : side,
                        input.height() > 0 ? input.height() : side);
        Channels small = Channels.of(Resize.picture(picture, size, Kernel.LANCZOS));
        Tensor answer = model.run(List.of(given(small, recipe)), recipe.layout());
        Plane alpha = stretched(answer.plane(0), recipe.output());
        Plane whole = Resize.plane(alpha, picture.size(), Kernel.LANCZOS);
        int[] argb = picture.argb().clone();
        for (int i = 0; i < argb.length; i++) {
            int level = Math.clamp(Math.round(whole.values()[i] * 255), 0, 255);
            int before = argb[i] >>> 24;
            argb[i] = (argb[i] & 0xffffff) | (level * before / 255) << 24;
        }
        return new Picture(picture.width(), picture.height(), argb);
    }

    /// The channels as the recipe wants them.
    static List<Plane> given(Channels channels, Recipe recipe) {
        double brightest = 0;
        for (Plane plane : List.of(channels.red(), channels.green(), channels.blue())) {
            for (float value : plane.values()) {
                brightest = Math.max(brightest, value);
            }
        }
        double scale = recipe.scale(brightest);
        Plane red = normal(channels.red(), scale, recipe, 0);
        Plane green = normal(channels.green(), scale, recipe, 1);
        Plane blue = normal(channels.blue(), scale, recipe, 2);
        return recipe.order() == Order.RGB ? List.of(red, green, blue) : List.of(blue, green, red);
    }

    private static Plane normal(Plane plane, double scale, Recipe recipe, int channel) {
        double mean = recipe.mean().get(channel);
        double deviation = recipe.deviation().get(channel);
        Plane made = Plane.empty(plane.width(), plane.height());
        for (int i = 0; i < made.values().length; i++) {
            made.values()[i] = (float) ((plane.values()[i] * scale - mean) / deviation);
        }
        return made;
    }

    /// Makes the least value 0 and the largest 1. What is the same everywhere is no subject, or all
    /// of one, as its value says.
    static Plane stretched(Plane plane, Output output) {
        Plane made = plane.copy();
        float least = Float.MAX_VALUE;
        float most = -Float.MAX_VALUE;
        for (int i = 0; i < made.values().length; i++) {
            float value = made.values()[i];
            float seen = output == Output.LOGITS ? (float) (1 / (1 + Math.exp(-value))) : value;
            made.values()[i] = seen;
            least = Math.min(least, seen);
            most = Math.max(most, seen);
        }
        if (most - least < 1e-4f) {
            return made;
        }
        for (int i = 0; i < made.values().length; i++) {
            made.values()[i] = (made.values()[i] - least) / (most - least);
        }
        return made;
    }
}
