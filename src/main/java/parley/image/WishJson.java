package parley.image;

import java.util.Locale;
import parley.image.ImageWish.Background;
import parley.image.ImageWish.Expand;
import parley.image.ImageWish.Generate;
import parley.image.ImageWish.Reimagine;
import parley.image.ImageWish.Relight;
import parley.image.ImageWish.RemoveBackground;
import parley.image.ImageWish.StyleTransfer;
import parley.image.ImageWish.Upscale;
import tools.jackson.databind.node.ObjectNode;

/// Writes wishes as JSON.
final class WishJson {
    private WishJson() {}

    static ObjectNode write(ImageWish wish) {
        ObjectNode json = Wishes.object();
        switch (wish) {
            case Generate it -> {
                json.put("prompt", it.prompt());
                it.negativePrompt().ifPresent(text -> json.put("negative_prompt", text));
                it.style().ifPresent(text -> json.put("style", text));
                json.put("aspect_ratio", it.shape().wireName());
                json.put("resolution", it.resolution().wireName());
                json.put("num_images", it.count());
            }
            case Upscale it ->
                    json.put("scale_factor", it.factor())
                            .put("creativity", it.creativity())
                            .put("sharpen", it.sharpen())
                            .put("optimized_for", it.optimizedFor());
            case RemoveBackground it ->
                    json.put("background", text(it.background()))
                            .put("output", it.output().name().toLowerCase(Locale.ROOT));
            case Relight it -> {
                it.prompt().ifPresent(text -> json.put("prompt", text));
                json.put("style", it.style()).put("strength", it.strength());
                it.light().ifPresent(light -> json.set("light", rig(light)));
            }
            case StyleTransfer it -> {
                json.put("style_strength", it.styleStrength())
                        .put("structure_strength", it.structureStrength())
                        .put("flavor", it.flavor());
                it.engineStyle().ifPresent(text -> json.put("engine_style", text));
                it.prompt().ifPresent(text -> json.put("prompt", text));
            }
            case Reimagine it -> {
                it.prompt().ifPresent(text -> json.put("prompt", text));
                json.put("imagination", it.imagination().name().toLowerCase(Locale.ROOT));
                json.put("aspect_ratio", it.shape().map(Shape::wireName).orElse("original"));
                json.put("num_images", it.count());
            }
            case Expand it -> {
                json.put("left", it.sides().left())
                        .put("right", it.sides().right())
                        .put("top", it.sides().top())
                        .put("bottom", it.sides().bottom());
                it.shape().ifPresent(shape -> json.put("aspect_ratio", shape.wireName()));
                it.prompt().ifPresent(text -> json.put("prompt", text));
            }
        }
        return json;
    }

    private static String text(Background background) {
        return switch (background) {
            case Background.Transparent _ -> "transparent";
            case Background.Blurred _ -> "blur";
            case Background.Other _ -> "image";
            case Background.Colour(int rgb) -> "#%06x".formatted(rgb);
        };
    }

    /// A light as [Wishes#read] reads it.
    static ObjectNode rig(LightRig light) {
        return Wishes.object()
                .put("azimuth", light.azimuth())
                .put("elevation", light.elevation())
                .put("kelvin", light.kelvin())
                .put("intensity", light.intensity())
                .put("softness", light.softness());
    }
}
