package parley.image.intent;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import parley.image.ImageFeature;
import tools.jackson.databind.node.ObjectNode;

/// Reads wishes for another colour of something in the picture: "make the sky darker", "change the
/// roof to red". No operation on pictures does that; what was drawn is drawn again in other words,
/// with the same seed.
final class PartEdits {
    private static final String COLOUR =
            "red|orange|yellow|green|blue|purple|violet|pink|brown|black|white|gr[ae]y|golden|silver|turquoise|teal|navy|beige|crimson|scarlet|magenta|lilac|lavender|"
                    + "rot|gelb|grun|blau|lila|rosa|braun|schwarz|weiss?|weis|grau|rouge|jaune|verte?|bleue?|violette?|rose|brune?|noire?|blanche?|blanc|grise?|"
                    + "roj[oa]|amarill[oa]|verde|azul|morad[oa]|marron|negr[oa]|blanc[oa]|gris|naranja";
    private static final String HOW =
            "(?:(?:bright|light|dark|deep|pale|hell|dunkel)[ -]?)?(?:"
                    + COLOUR
                    + ")|darker|brighter|lighter|paler|redder|greener|bluer|yellower|dunkler|heller|(?:plus|mas) (?:sombre|fonce|claire?|oscur[oa]|clar[oa])";
    private static final Pattern PART =
            Pattern.compile(
                    "^(?:make|paint|colou?r|turn|change|dye|recolou?r|have|let|mach\\w*|farb\\w*|mal\\w*|rends?|fais|peins|mets|colorie|pon\\w*|haz|pinta|cambia)(?: me)? (?<article>the |his |her |its |their |das |die |den |le |la |les |l'|el |los |las )(?<thing>[\\p{L}-]+(?: [\\p{L}-]+)?)(?: (?:to|into|in|be|look|auf|en|a|de))*(?: (?:an?|a bit|a little|much|even|more|slightly|etwas|un peu|un poco|bitte))* (?<how>"
                            + HOW
                            + ")(?: (?:instead|please|bitte|now|colou?r))*[.!]?$");
    private static final Pattern WHOLE =
            Pattern.compile(
                    "^(?:make|paint|colou?r|turn|recolou?r|farbe|mach) (?:it|them|him|her|es|ihn|sie) (?:all )?(?<how>(?:(?:bright|light|dark|deep|pale)[ -]?)?(?:"
                            + COLOUR
                            + "))(?: (?:instead|please|bitte|now))*[.!]?$");
    private static final Pattern SAID =
            Pattern.compile(
                    "^(?:(?:change|make|set|turn) the colou?r of )?(?<article>the |his |her |its |their )(?<thing>[\\p{L}-]+(?: [\\p{L}-]+)?)(?:'s colou?r)? (?:should be|must be|could be|to|into)(?: (?:an?|a bit|a little|much|more))* (?<how>"
                            + HOW
                            + ")(?: (?:instead|please|now|though))*[.!]?$");
    private static final Pattern WISHED =
            Pattern.compile(
                    "^(?:make|give (?:it|him|her|them)|with|but with|put on)(?: (?:an?|some))? (?<how>(?:(?:bright|light|dark|deep|pale) )?(?:"
                            + COLOUR
                            + "))(?: (?:colou?red))? (?<thing>sky|roofs?|water|grass|ground|sand|hair|eyes|fur|nose|beak|wings|tail|doors?|windows|walls|sails?|leaves|clouds)(?: (?:instead|please|now|though))*[.!]?$");
    private static final Pattern NO_PART =
            Pattern.compile(
                    "(?<![\\p{L}])(?:"
                            + Objects.NOUN
                            + "|backgrounds?|back-?drop|bg|hintergrund|fond|fondo|light|lights|lighting|licht|lumiere|luz|colou?rs?|contrast|whole|everything|rest|text|button|page|font|cell|row|column|bars?|lines?|mood|tone|(?:first|second|third|last|original|other|erste|zweite|premier|deuxieme|primer[oa]?|segund[oa])\\w*)(?![\\p{L}])");
    private static final NamedWords<Boolean> SEEN =
            new NamedWords<Boolean>()
                    .add(
                            true,
                            "sky|roofs?|water|sea|ocean|lake|river|grass|ground|sand|snow|hills?|mountains?|trees?|leaves|clouds?|sun|moon|stars?|hair|eyes?|fur|nose|beak|wings?|tail|hat|dress|shirt|coat|scarf|shoes|doors?|windows?|walls?|house|tower|sails?|boat|ship|car|wheels?|flowers?|petals|flag|fence|path|road|himmel|dach|wasser|haare|augen|fell|tur|wand|ciel|toit|eau|cheveux|yeux|mur|porte|cielo|tejado|techo|agua|pelo|ojos|puerta|pared");

    private final Scene scene;

    PartEdits(Scene scene) {
        this.scene = scene;
    }

    Optional<Command> read(Utterance clause) {
        if (!scene.hasPicture()) {
            return Optional.empty();
        }
        Matcher made = PART.matcher(clause.folded());
        Matcher part = made.matches() ? made : SAID.matcher(clause.folded());
        if (part.matches()
                && !NO_PART.matcher(part.group("thing")).find()
                && isThere(part.group("thing"), clause.folded().startsWith("paint"))) {
            return Optional.of(
                    recoloured(
                            part.group("article"),
                            text(clause, part, "thing").replaceFirst("(?i) (?:to|into|in|be)$", ""),
                            text(clause, part, "how")));
        }
        Matcher wished = WISHED.matcher(clause.folded());
        if (wished.matches()) {
            return Optional.of(
                    recoloured("", text(clause, wished, "thing"), text(clause, wished, "how")));
        }
        Matcher whole = WHOLE.matcher(clause.folded());
        return whole.matches() && scene.justDrawn()
                ? Optional.of(recoloured("", "", text(clause, whole, "how")))
                : Optional.empty();
    }

    private static String text(Utterance clause, Matcher matcher, String group) {
        return clause.original().substring(matcher.start(group), matcher.end(group));
    }

    /// @param painted whether by a verb that is said of real walls, too
    private boolean isThere(String thing, boolean painted) {
        if (!painted && SEEN.in(thing)) {
            return true;
        }
        for (String word : thing.split(" ")) {
            if (scene.isName(word)) {
                return true;
            }
        }
        return false;
    }

    private Command recoloured(String article, String thing, String how) {
        Optional<Recipe> recipe =
                scene.bringsPicture()
                        ? Optional.empty()
                        : Recipe.of(
                                scene.state().active().flatMap(scene.state()::earlier),
                                scene.state());
        if (recipe.isEmpty()) {
            return cannot(thing);
        }
        ObjectNode wish = recipe.get().drawing().wish().deepCopy();
        wish.put(
                "prompt", Recoloured.prompt(wish.path("prompt").asString(""), article, thing, how));
        return recipe.get().again(wish, "", 0.9);
    }

    private static Command cannot(String thing) {
        return new Command.Ask(
                ImageFeature.REIMAGINE,
                "I cannot change the colour of the %s alone in a picture that I did not draw. Shall I make a variation of the whole picture instead?"
                        .formatted(thing),
                List.of("Make a variation", "No"),
                Edits.LIKELY);
    }
}
