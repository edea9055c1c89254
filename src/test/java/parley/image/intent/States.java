package parley.image.intent;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import parley.image.ImageFeature;
import parley.image.intent.IntentReader.Earlier;
import parley.image.intent.IntentReader.LastStep;
import parley.image.intent.IntentReader.PictureState;
import parley.image.pixel.Size;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The states that utterances are read in, by name.
final class States {
    static final String PHOTO = "img_photo";
    static final String SECOND = "img_second";
    static final String MADE = "img_made";

    private States() {}

    static PictureState named(String name) {
        return switch (name) {
            case "none" -> PictureState.EMPTY;
            case "photo" -> attached(List.of(PHOTO));
            case "two" -> attached(List.of(PHOTO, SECOND));
            case "active" -> after(Optional.empty(), Optional.of(PHOTO));
            case "drawn" ->
                    after(
                            Optional.of(
                                    step(
                                            ImageFeature.IMAGE_GENERATION,
                                            wish().put("prompt", "a lighthouse at dusk"),
                                            Optional.empty())),
                            Optional.of(MADE));
            case "relit" ->
                    edited(
                            ImageFeature.RELIGHT,
                            wish().put("prompt", "golden hour").put("strength", 80));
            case "styled" ->
                    edited(
                            ImageFeature.STYLE_TRANSFER,
                            wish().put("engine_style", "oil").put("style_strength", 100));
            case "upscaled" -> edited(ImageFeature.UPSCALE, wish().put("scale_factor", 2));
            case "grown" ->
                    edited(ImageFeature.IMAGE_EXPAND, wish().put("left", 400).put("right", 400));
            case String other -> throw new IllegalArgumentException(other);
        };
    }

    private static PictureState attached(List<String> pictures) {
        return new PictureState(
                pictures,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of(PHOTO, new Size(1600, 1200)));
    }

    private static PictureState edited(ImageFeature feature, ObjectNode wish) {
        return after(Optional.of(step(feature, wish, Optional.of(PHOTO))), Optional.of(MADE));
    }

    private static PictureState after(Optional<LastStep> last, Optional<String> active) {
        List<Earlier> earlier = new ArrayList<>();
        boolean drawn = last.filter(step -> step.picture().isEmpty()).isPresent();
        if (!drawn) {
            earlier.add(upload(PHOTO));
        }
        last.ifPresent(step ->
                earlier.add(
                        new Earlier(
                                MADE,
                                step.feature().intent(),
                                step.wish().path("prompt").asString(""),
                                step.picture(),
                                "imt_1",
                                last,
                                step.picture())));
        return new PictureState(
                List.of(),
                earlier,
                active,
                last,
                Optional.empty(),
                Map.of(
                        PHOTO,
                        new Size(1600, 1200),
                        MADE,
                        drawn ? new Size(1024, 1024) : new Size(1600, 1200)));
    }

    static Earlier upload(String id) {
        return new Earlier(
                id, "upload", "", Optional.empty(), "", Optional.empty(), Optional.empty());
    }

    static LastStep step(ImageFeature feature, ObjectNode wish, Optional<String> picture) {
        return new LastStep(feature, wish, picture, 7);
    }

    static ObjectNode wish() {
        return JsonMapper.shared().createObjectNode();
    }
}
