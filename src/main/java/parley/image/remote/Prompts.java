package parley.image.remote;

import java.util.Optional;
import parley.image.ImageWish;
import parley.image.LightRig;

/// Wishes in words, for those that are told everything in words.
final class Prompts {
    private static final String KEEP =
            " Keep the composition, every object and every face exactly as they are.";

    private Prompts() {}

    static String of(ImageWish wish) {
        return switch (wish) {
            case ImageWish.Generate it ->
                    it.prompt()
                            + it.style().map(style -> ", in the style: " + words(style)).orElse("");
            case ImageWish.Upscale _ -> "The same picture with finer detail.";
            case ImageWish.RemoveBackground _ ->
                    "Remove the background so that it is fully transparent. Keep the subject"
                            + " unchanged, with clean edges.";
            case ImageWish.Relight it -> relight(it);
            case ImageWish.StyleTransfer it ->
                    "Redraw the picture "
                            + it.engineStyle()
                                    .map(style -> "as " + words(style))
                                    .orElse("in the style of the second picture")
                            + ", style strength %d %%, structure kept to %d %%."
                                    .formatted(it.styleStrength(), it.structureStrength())
                            + after(it.prompt());
            case ImageWish.Reimagine it -> reimagine(it);
            case ImageWish.Expand it ->
                    "Continue the picture beyond its edges, seamlessly, with the same light,"
                            + " perspective and texture."
                            + after(it.prompt());
        };
    }

    private static String relight(ImageWish.Relight wish) {
        String light =
                wish.prompt()
                        .or(() -> wish.light().map(Prompts::light))
                        .orElse("a light that is " + words(wish.style()));
        return "Relight the picture: %s. Strength of the change: %d %%.%s"
                .formatted(light, wish.strength(), KEEP);
    }

    private static String light(LightRig light) {
        String side =
                light.azimuth() < 45 || light.azimuth() >= 315
                        ? "the right"
                        : light.azimuth() < 135
                                ? "above"
                                : light.azimuth() < 225 ? "the left" : "below";
        String kind = light.softness() > 0.5 ? "soft" : "hard";
        return "%s light from %s, colour temperature %.0f K".formatted(kind, side, light.kelvin());
    }

    private static String reimagine(ImageWish.Reimagine wish) {
        String how =
                switch (wish.imagination()) {
                    case SUBTLE -> "A slight variation of the picture: keep nearly everything.";
                    case VIVID -> "A vivid new version of the picture: keep its subject and idea.";
                    case WILD -> "A wild reinvention of the picture: only its idea stays.";
                };
        return how + after(wish.prompt());
    }

    private static String after(Optional<String> prompt) {
        return prompt.map(text -> " " + text).orElse("");
    }

    private static String words(String name) {
        return name.replace('_', ' ');
    }
}
