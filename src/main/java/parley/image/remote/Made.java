package parley.image.remote;

import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import parley.image.ImageEngine.Outcome;
import parley.image.ImageEngineException;
import parley.image.ImageFeature;
import parley.image.ImageWish;
import parley.image.ImageWish.FileForm;
import parley.image.intake.Codec;
import parley.image.pixel.Picture;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What engines elsewhere have in common: results, and pictures as texts.
final class Made {
    /// A vendor says nothing of how good its work is; it is usually good.
    private static final double CONFIDENCE = 0.8;

    private static final long MOST_SEEDS = 1L << 31;

    private Made() {}

    static Outcome outcome(List<Picture> pictures, String model) {
        return outcome(pictures, model, List.of());
    }

    static Outcome outcome(List<Picture> pictures, String model, List<String> warnings) {
        return new Outcome(pictures, Optional.empty(), model, CONFIDENCE, warnings, json());
    }

    /// How much of a picture is made anew: 0 to 1.
    static double strength(ImageWish.Reimagine wish) {
        return switch (wish.imagination()) {
            case SUBTLE -> 0.35;
            case VIVID -> 0.6;
            case WILD -> 0.85;
        };
    }

    /// A number as forms have it.
    static String decimal(double number) {
        return String.format(Locale.ROOT, "%.2f", number);
    }

    static ObjectNode json() {
        return JsonMapper.shared().createObjectNode();
    }

    static String base64(Codec codec, Picture picture) {
        return Base64.getEncoder().encodeToString(codec.write(picture, FileForm.PNG));
    }

    /// A seed as all vendors take it: 1 to 2³¹ - 1.
    static long seed(long seed, int offset) {
        return 1 + Math.floorMod(seed + offset, MOST_SEEDS - 1);
    }

    static ImageEngineException cannot(String title, ImageFeature feature) {
        return new ImageEngineException(
                ImageEngineException.Kind.FAILED,
                "%s cannot do %s.".formatted(title, feature.intent()));
    }
}
