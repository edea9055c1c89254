package parley.image.intent;

import java.util.ArrayList;
import java.util.List;
import parley.image.intent.IntentReader.Step;
import tools.jackson.databind.node.ObjectNode;

/// Says in a short sentence what will be done.
final class Sayings {
    private static final int LONGEST = 80;

    private Sayings() {}

    static String of(List<Step> steps) {
        List<String> parts = new ArrayList<>();
        for (Step step : steps) {
            parts.add(part(step));
        }
        String all = String.join(", then ", parts);
        return Character.toUpperCase(all.charAt(0)) + all.substring(1) + ".";
    }

    private static String part(Step step) {
        ObjectNode wish = step.wish();
        return switch (step.feature()) {
            case IMAGE_GENERATION ->
                    "drawing “"
                            + shortened(wish.path("prompt").asString(""))
                            + "”"
                            + (wish.has("resolution")
                                            && !wish.path("resolution").asString("").equals("1k")
                                    ? " in " + wish.path("resolution").asString()
                                    : "");
            case UPSCALE -> "making it " + wish.path("scale_factor").asInt(2) + " times as large";
            case REMOVE_BACKGROUND -> background(wish.path("background").asString("transparent"));
            case RELIGHT ->
                    "changing the light"
                            + (wish.has("prompt")
                                    ? ": " + shortened(wish.path("prompt").asString(""))
                                    : wish.has("style")
                                            ? " ("
                                                    + wish.path("style")
                                                            .asString("")
                                                            .replace('_', ' ')
                                                    + ")"
                                            : "");
            case STYLE_TRANSFER ->
                    wish.has("engine_style")
                            ? "turning it into "
                                    + wish.path("engine_style").asString("").replace('_', ' ')
                            : "giving it the other picture's style";
            case REIMAGINE ->
                    "making a variation"
                            + (wish.has("prompt")
                                    ? ": " + shortened(wish.path("prompt").asString(""))
                                    : "");
            case IMAGE_EXPAND ->
                    wish.has("aspect_ratio")
                            ? "extending it to "
                                    + wish.path("aspect_ratio")
                                            .asString("")
                                            .replaceFirst("^.*_(\\d+)_(\\d+)$", "$1:$2")
                            : "extending it beyond its edges";
        };
    }

    private static String background(String background) {
        return switch (background) {
            case "transparent" -> "removing the background";
            case "blur" -> "blurring the background";
            case "image" -> "putting another background behind it";
            default -> "putting it on " + background;
        };
    }

    private static String shortened(String text) {
        String line = text.replaceAll("\\s+", " ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1).strip() + "…";
    }
}
