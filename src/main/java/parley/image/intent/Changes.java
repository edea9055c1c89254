package parley.image.intent;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
        String more = ExtraWords.without(said, taken);
        var style =
                Command.Do.class.cast(DrawnWish.of(Utterance.of("x " + more), "", Edits.LIKELY));
        if (style.wish().has("style")) {
            wish.put("style", style.wish().path("style").asString());
            more = style.wish().path("prompt").asString("").replaceFirst("^x ?", "");
        }
        if (style.wish().has("negative_prompt")) {
            wish.put("negative_prompt", style.wish().path("negative_prompt").asString());
            more = style.wish().path("prompt").asString("").replaceFirst("^x ?", "");
        }
        if (!more.replaceAll("[^\\p{L}\\p{N}]+", "").isEmpty()) {
            wish.put("prompt", joined(wish, more));
        }
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
