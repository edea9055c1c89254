package parley.image.intent;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import parley.image.ImageFeature;
import parley.image.intent.IntentReader.LastStep;
import parley.image.intent.IntentReader.Source;
import tools.jackson.databind.node.ObjectNode;

/// What was wished for, with something of it said anew.
final class Changes {
    /// A time of day, with the word that leads to it: there is one in a picture.
    private static final Pattern HOUR =
            Pattern.compile(
                    "(?iu)(?<![\\p{L}]),? ?(?:at|by|in the|during|bei|am|à|au|al|de) (?:the )?(?:dusk|dawn|night|noon|midnight|midday|sun ?set|sun ?rise|twilight|day|day ?light|golden hour|blue hour|morning|evening|afternoon|nacht|sonnenuntergang|sonnenaufgang|nuit|crépuscule|aube|noche|atardecer|amanecer)(?![\\p{L}])");

    private static final String NUMBER =
            "one|two|three|four|five|six|seven|eight|nine|ten|\\d{1,2}";
    private static final Pattern COUNTED =
            Pattern.compile(
                    "(?iu)(?:with |make it |make them )?(?:only )?(?<number>"
                            + NUMBER
                            + ") (?<thing>[\\p{L}-]+)[.!]?");

    private Changes() {}

    static Command.Do of(LastStep last, Utterance said, Scene scene) {
        ObjectNode wish = last.wish().deepCopy();
        List<Found<?>> taken = new ArrayList<>();
        Optional<Found<Long>> seed = ExtraWords.seed(said.folded());
        seed.ifPresent(taken::add);
        switch (last.feature()) {
            case IMAGE_GENERATION -> drawn(wish, said, taken);
            case UPSCALE ->
                    ScaleWords.factor(said.folded(), last.picture().flatMap(scene::size))
                            .ifPresent(found -> wish.put("scale_factor", found.value()));
            case REMOVE_BACKGROUND ->
                    LookWords.background(said.folded())
                            .ifPresent(found -> wish.put("background", found.value()));
            case RELIGHT -> {
                LookWords.LIGHT_STYLES
                        .find(said.folded())
                        .ifPresentOrElse(
                                found -> wish.put("style", found.value()),
                                () -> wish.put("prompt", LightEdits.prompt(said.original())));
            }
            case STYLE_TRANSFER ->
                    LookWords.PAINTED
                            .find(said.folded())
                            .ifPresent(found -> wish.put("engine_style", found.value()));
            case REIMAGINE -> {
                Optional<Found<String>> imagination = LookWords.IMAGINATION.find(said.folded());
                imagination.ifPresent(found -> wish.put("imagination", found.value()));
                if (imagination.isEmpty()) {
                    wish.put("prompt", joined(wish, said.original()));
                }
            }
            case IMAGE_EXPAND -> grown(wish, said, last.picture().flatMap(scene::size));
        }
        return new Command.Do(
                last.feature(),
                wish,
                last.picture().map(Source.Known::new),
                Optional.empty(),
                seed.map(Found::value),
                Edits.LIKELY);
    }

    private static void drawn(ObjectNode wish, Utterance said, List<Found<?>> taken) {
        ShapeWords.find(said.folded())
                .ifPresent(found -> {
                    wish.put("aspect_ratio", found.value());
                    taken.add(found);
                });
        ExtraWords.resolution(said.folded())
                .ifPresent(found -> {
                    wish.put("resolution", found.value());
                    taken.add(found);
                });
        String words = ExtraWords.without(said, taken);
        var style =
                Command.Do.class.cast(DrawnWish.of(Utterance.of("x " + words), "", Edits.LIKELY));
        boolean understood = style.wish().has("style") || style.wish().has("negative_prompt");
        for (String field : List.of("style", "negative_prompt")) {
            if (style.wish().has(field)) {
                wish.put(field, style.wish().path(field).asString());
            }
        }
        String more =
                understood
                        ? style.wish().path("prompt").asString("").replaceFirst("^x ?", "")
                        : words;
        if (more.replaceAll("[^\\p{L}\\p{N}]+", "").isEmpty()) {
            return;
        }
        String before = wish.path("prompt").asString("");
        wish.put(
                "prompt",
                Recoloured.recoloured(before, more)
                        .or(() -> recounted(before, more))
                        .orElseGet(() -> joined(wish, more)));
    }

    /// "With three apples" where there are two: as many as that.
    private static Optional<String> recounted(String before, String more) {
        Matcher said = COUNTED.matcher(more.strip());
        if (!said.matches()) {
            return Optional.empty();
        }
        String thing = Pattern.quote(said.group("thing").replaceFirst("(?i)s$", ""));
        Matcher was =
                Pattern.compile(
                                "(?iu)(?<![\\p{L}])(?:"
                                        + NUMBER
                                        + "|an?)(?<between> (?:[\\p{L}-]+ ){0,2}?)"
                                        + thing
                                        + "s?(?![\\p{L}])")
                        .matcher(before);
        return was.find()
                ? Optional.of(
                        before.substring(0, was.start())
                                + said.group("number")
                                + was.group("between")
                                + said.group("thing")
                                + before.substring(was.end()))
                : Optional.empty();
    }

    private static String joined(ObjectNode wish, String more) {
        String before = wish.path("prompt").asString("");
        String words =
                more.replaceFirst("[.!?]+$", "")
                        .replaceFirst(
                                "(?i)^(?:please |now |make (?:it|that|this) |but |and |add |put |include |insert |this time |füge? |ajoute |añade |agrega )+",
                                "")
                        .replaceFirst(
                                "(?i) (?:instead|this time|please|to (?:it|the (?:picture|image))|hinzu)$",
                                "")
                        .strip();
        String join =
                words.matches(
                                "(?iu)(?:with|in|at|on|under|during|by|near|mit|bei|im|am|avec|dans|à|la nuit|con|en|de)\\b.*")
                        ? " "
                        : ", ";
        String kept = HOUR.matcher(words).find() ? HOUR.matcher(before).replaceAll("") : before;
        return kept.isBlank() ? words : kept.strip() + join + words;
    }

    private static void grown(
            ObjectNode wish, Utterance said, Optional<parley.image.pixel.Size> size) {
        ShapeWords.find(said.folded())
                .ifPresentOrElse(
                        found -> {
                            wish.removeAll();
                            wish.put("aspect_ratio", found.value());
                        },
                        () ->
                                SideWords.sides(said.folded(), size)
                                        .ifPresent(sides -> {
                                            wish.removeAll();
                                            wish.put("left", sides.left());
                                            wish.put("right", sides.right());
                                            wish.put("top", sides.top());
                                            wish.put("bottom", sides.bottom());
                                        }));
    }

    /// The features whose last wish can be changed in words.
    static boolean isDrawn(LastStep last) {
        return last.feature() == ImageFeature.IMAGE_GENERATION;
    }
}
