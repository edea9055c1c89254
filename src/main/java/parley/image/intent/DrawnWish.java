package parley.image.intent;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import parley.image.ImageFeature;
import tools.jackson.databind.node.ObjectNode;

/// Makes the wish for a new picture of the words that describe it: what is about its form is taken
/// out of them, the rest is the prompt.
final class DrawnWish {
    private static final Pattern TAIL =
            Pattern.compile(
                    "(?:(?:[\\s,]+|^)(?:please|pls|thanks|thank you|for me|bitte|danke|stp|svp|s'il te plait|s'il vous plait|merci|por favor|gracias|would you|will you|can you|could you|ok|okay|now))+[\\s.!?]*$|[\\s.!?]+$");
    private static final Pattern MANNER =
            Pattern.compile(
                    "(?<![\\p{L}])(?:,? ?(?:in|as|im|en|als|dans|al) (?:the |an? |ein\\w* |un\\w* |le |el )?(?:style (?:of )?|stil |estilo )?(?:an? )?(?<name>water ?colou?r|oil(?: paint(?:ing)?| on canvas)?|pencil(?: sketch| drawing)?|charcoal|ink|half-?tone|low[ -]?poly|mosaic|pointillis\\w+|cartoon|comic(?: book)?|anime|pixel[ -]?art|sepia|vintage|pop[ -]?art|aquarell\\w*|aquarelle|acuarela|olgemalde|bleistift\\w*|huile|oleo|lapiz|photorealistic|photo)(?: ?(?:style|painting|drawing|look|stil|art|sketch))?)(?![\\p{L}])");
    private static final Pattern WITHOUT =
            Pattern.compile(
                    ",? ?(?<![\\p{L}])(?:without(?: any)?|but no|with no|(?<=, )no|ohne|sans|sin) ((?:the |a |an |any )?[\\p{L}]+(?: [\\p{L}]+)?)(?=[,.;!?]|$| in | at )");

    private DrawnWish() {}

    static Command missing() {
        return new Command.Ask(
                ImageFeature.IMAGE_GENERATION,
                "What should the picture show?",
                List.of(),
                Edits.LIKELY);
    }

    /// A wish made of the words that say what is to be seen.
    static Command of(Utterance words, String head, double confidence) {
        ObjectNode wish = Command.wish();
        List<Found<?>> taken = new ArrayList<>();
        String text = words.folded();
        String all = head + " " + text;
        ShapeWords.find(text)
                .ifPresent(found -> {
                    wish.put("aspect_ratio", found.value());
                    take(taken, found, text);
                });
        if (wish.path("aspect_ratio").isMissingNode()) {
            ShapeWords.find(all)
                    .or(() -> shapeOfKind(all))
                    .ifPresent(found -> wish.put("aspect_ratio", found.value()));
        }
        ExtraWords.resolution(text)
                .ifPresent(found -> {
                    wish.put("resolution", found.value());
                    taken.add(found);
                });
        if (wish.path("resolution").isMissingNode()) {
            ExtraWords.resolution(head).ifPresent(found -> wish.put("resolution", found.value()));
        }
        ExtraWords.count(text)
                .or(() -> ExtraWords.count(head))
                .ifPresent(found -> wish.put("num_images", found.value()));
        ExtraWords.count(text).ifPresent(taken::add);
        Optional<Found<Long>> seed = ExtraWords.seed(text);
        seed.ifPresent(taken::add);
        Matcher manner = MANNER.matcher(text);
        if (manner.find()) {
            wish.put("style", styleName(manner.group("name")));
            taken.add(new Found<>("", manner.start(), manner.end()));
        } else {
            LookWords.PAINTED
                    .find(head)
                    .filter(found ->
                            !head.matches(
                                            ".*\\b(?:sketch|drawing|zeichnung|dessin|cartoon|comic)\\w*\\b.*")
                                    || head.matches(
                                            ".*\\b(?:pencil|ink|charcoal|cartoon|comic)\\b.*"))
                    .ifPresent(found -> wish.put("style", styleName(found.value())));
        }
        Matcher without = WITHOUT.matcher(text);
        if (without.find()) {
            wish.put(
                    "negative_prompt",
                    words.original().substring(without.start(1), without.end(1)).strip());
            taken.add(new Found<>("", without.start(), without.end()));
        }
        Optional<Found<String>> engine = ExtraWords.engine(text);
        engine.ifPresent(found -> {
            wish.put("engine", found.value());
            taken.add(found);
        });
        wish.put("prompt", prompt(ExtraWords.without(words, taken)));
        if (wish.path("prompt").asString("").isBlank()) {
            return missing();
        }
        return Command.Do.of(ImageFeature.IMAGE_GENERATION, wish, confidence)
                .seeded(seed.map(Found::value));
    }

    /// A wallpaper for a phone stays a wallpaper; "in 16:9" is only about the shape.
    private static void take(List<Found<?>> taken, Found<String> found, String text) {
        String said = text.substring(found.start(), found.end());
        if (!said.matches(
                        ".*(?:panoram|banner|header|wallpaper|cinematic|widescreen view|lock ?screen).*")
                || said.startsWith("as ")
                || said.startsWith("in ")
                || said.startsWith("for ")) {
            taken.add(found);
        }
    }

    private static Optional<Found<String>> shapeOfKind(String text) {
        if (text.matches(".*\\b(?:banner|header)\\b.*")) {
            return Optional.of(new Found<>("horizontal_2_1", 0, 0));
        }
        return Optional.empty();
    }

    private static String prompt(String words) {
        String text = words;
        for (int i = 0; i < 2; i++) {
            Matcher tail = TAIL.matcher(Utterance.fold(text));
            text = tail.find() ? text.substring(0, tail.start()) : text;
        }
        return text.replaceFirst("^[\\s:,.-]+", "")
                .replaceFirst(
                        "(?i)^(?:versions?|options?|drafts?|designs?) (?:of|for) (?:an? )?", "")
                .replaceFirst("(?i)^(?:an? |the )?(?:picture|image|photo) of ", "")
                .replaceFirst("^(?:of|von|de|showing) ", "")
                .strip();
    }

    /// As vendors spell them.
    static String styleName(String folded) {
        String known = LookWords.PAINTED.find(folded).map(Found::value).orElse(folded);
        return switch (known) {
            case "watercolour" -> "watercolor";
            case "photorealistic", "photo" -> "photo";
            default -> known.replace(' ', '_');
        };
    }
}
