package parley.image.intent;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import parley.image.ImageFeature;
import parley.image.intent.Objects.Thing;
import tools.jackson.databind.node.ObjectNode;

/// Reads wishes for another light.
final class LightEdits {
    private static final Pattern RELIGHT =
            Pattern.compile(
                    "^(?:re-?light(?:ing)?|light(?: up)?(?= (?:it|this|that|the|my|\uFFFC))|illuminat\\w+|bathe|beleucht\\w*|belicht\\w*|eclaire[rz]?|illumin\\w*|ilumin\\w*)(?![\\p{L}])");
    private static final Pattern DIM =
            Pattern.compile(
                    "^(?:brighten|lighten|darken|dim|warm(?= (?:it|this|that|up|the|my))|cool(?= (?:it|this|that|down|the|my))|soften|aufhell\\w*|hell\\w* .*auf|abdunkel\\w*|dunkel\\w*|eclairci\\w*|assombri\\w*|rechauff\\w*|aclara\\w*|oscurec\\w*)(?![\\p{L}])");
    private static final Pattern THE_LIGHT =
            Pattern.compile(
                    "^(?:change|adjust|fix|improve|redo|set|modify|alter|soften|warm|cool|move|turn|make|give|put|use|add|shine|switch|try|more|another|different|ander\\w*|chang\\w*|mets?|cambia\\w*|pon\\w*|anade|mach\\w*|with|new|i)(?![\\p{L}]).*(?<![\\p{L}])(?:light(?:s|ing)?|sunlight|illumination|beleuchtung|licht|lumiere|eclairage|luz|iluminacion)(?![\\p{L}])(?! ?(?:weight|house|bulb|year|mode|theme|saber|breeze|reading|touch))");
    private static final Pattern MADE =
            Pattern.compile(
                    "^(?:make|add|turn|get|set|give|put|have|use|change|switch|do|try|let|show|render|transform|bathe|mach\\w*|lass\\w*|rends?|fais|mets?|mettez|haz\\w*|pon\\w*)(?![\\p{L}])");
    private static final Pattern NO_LIGHT =
            Pattern.compile(
                    "^turn (?:left|right|on|off|up|down|around)\\b|lights? (?:on|off)\\b|\\blight of\\b|\\b(?:dark|light|night) mode\\b");
    private static final Pattern FROM =
            Pattern.compile(
                    "light(?:ing)?(?: coming| source)? (?:from|on) (?:the )?(?:left|right|top|above|below|behind|front|side)|lit from|from the (?:left|right) light|licht von|lumiere (?:de|venant)|luz desde|shine .* from");
    private static final Pattern WARMER =
            Pattern.compile(
                    "(?<![\\p{L}])(?:warmer|cooler|colder|softer|moodier|sunnier|gloomier|warmer|kalter|warmer|plus chaude?|plus froide?|mas calid\\w|mas fri\\w)(?![\\p{L}])");
    private static final Pattern STRENGTH =
            Pattern.compile(
                    "(?:at |with |by )?(\\d{1,3}) ?%(?: strength)?|strength(?: of)? (\\d{1,3})");
    private static final List<String> OFFERED =
            List.of("Golden hour", "Soft studio light", "Night", "Brighter");

    private final Scene scene;

    LightEdits(Scene scene) {
        this.scene = scene;
    }

    Optional<Command> read(Utterance clause) {
        String folded = clause.folded();
        Matcher relight = RELIGHT.matcher(folded);
        if (relight.find()) {
            boolean named = folded.matches("^re-?light.*|^beleucht.*");
            Thing thing = Objects.of(clause.from(relight.end()), scene);
            return Edits.fits(thing, named, scene)
                    ? Optional.of(lit(clause, Edits.SURE))
                    : Optional.empty();
        }
        Matcher dim = DIM.matcher(folded);
        if (dim.find()) {
            Thing thing = Objects.of(clause.from(dim.end()).withoutUp(), scene);
            return Edits.fits(thing, false, scene) && (thing != Thing.IT || scene.hasPicture())
                    ? Optional.of(lit(clause, Edits.LIKELY))
                    : Optional.empty();
        }
        if (THE_LIGHT.matcher(folded).find()
                && scene.hasPicture()
                && !NO_LIGHT.matcher(folded).find()) {
            return Optional.of(lit(clause, Edits.LIKELY));
        }
        return made(clause);
    }

    private Optional<Command> made(Utterance clause) {
        String folded = clause.folded();
        boolean look =
                LookWords.hasLight(folded)
                        || FROM.matcher(folded).find()
                        || WARMER.matcher(folded).find()
                        || LookWords.LIGHT_STYLES.in(folded);
        if (!look || folded.length() > 160 || NO_LIGHT.matcher(folded).find()) {
            return Optional.empty();
        }
        Matcher made = MADE.matcher(folded);
        boolean verb = made.find();
        boolean alone = clause.words().size() <= 7 && scene.hasPicture() && Residue.isEmpty(folded);
        if (!verb && !alone) {
            return Optional.empty();
        }
        int end = verb ? made.end() : 0;
        Thing thing = verb ? Objects.of(clause.from(end), scene) : Thing.IT;
        boolean lightFirst =
                LookWords.LIGHT_WORD
                        .matcher(
                                folded.substring(end)
                                        .replaceFirst("^ (?:a |the |some |more )?", ""))
                        .lookingAt();
        boolean about = lightFirst || Edits.fits(thing, false, scene);
        return about && (scene.hasPicture() || (thing == Thing.PICTURE && verb))
                ? Optional.of(lit(clause, verb ? Edits.LIKELY : 0.8))
                : Optional.empty();
    }

    private Command lit(Utterance clause, double confidence) {
        ObjectNode wish = Command.wish();
        Optional<Found<String>> style = LookWords.LIGHT_STYLES.find(clause.folded());
        boolean words =
                LookWords.hasLight(clause.folded())
                        || FROM.matcher(clause.folded()).find()
                        || WARMER.matcher(clause.folded()).find()
                        || (THE_LIGHT.matcher(clause.folded()).find()
                                && SideWords.anySide(clause.folded()));
        if (style.isPresent()) {
            wish.put("style", style.get().value());
        }
        Matcher strength = STRENGTH.matcher(clause.folded());
        List<Found<String>> numbers = new java.util.ArrayList<>();
        if (strength.find()) {
            String number = strength.group(1) != null ? strength.group(1) : strength.group(2);
            wish.put("strength", Math.min(100, Integer.parseInt(number)));
            numbers.add(new Found<>(number, strength.start(), strength.end()));
        }
        if (words) {
            String said = ExtraWords.without(clause, numbers);
            wish.put("prompt", prompt(said));
        }
        if (!words && style.isEmpty()) {
            return bare(clause)
                    ? new Command.Ask(
                            ImageFeature.RELIGHT,
                            "What light would you like?",
                            OFFERED,
                            Edits.LIKELY)
                    : Command.Do.of(
                            ImageFeature.RELIGHT,
                            wish.put("prompt", prompt(clause.original())),
                            confidence);
        }
        return Command.Do.of(ImageFeature.RELIGHT, wish, confidence);
    }

    /// Whether it is said that the light is to change, and not how.
    private static boolean bare(Utterance clause) {
        return clause.folded()
                .replaceAll(
                        "(?<![\\p{L}])(?:relight|re-light|light|lighting|change|adjust|fix|improve|different|another|other|new|better|nicer|licht|beleuchtung|beleucht\\w*|it|this|that|the|my|a|some|give|with|please|of|in|on|to|me|make|use|try|bitte|das|die|neu|eclaire\\w*|ilumin\\w*|la|l'|lumiere|luz|"
                                + Objects.NOUN
                                + ")(?![\\p{L}])",
                        " ")
                .replaceAll("[^\\p{L}\\p{N}]+", "")
                .isEmpty();
    }

    /// The words about light, without the verb and what it is said of.
    static String prompt(String said) {
        String words =
                said.strip()
                        .replaceFirst("[.!?]+$", "")
                        .replaceFirst("(?i)(?:,? (?:please|thanks|bitte|for me))+$", "");
        String shorter =
                words.replaceFirst(
                        "(?iu)^(?:re-?light|light(?: up)?(?= (?:it|this|that|the|my)\\b)|illuminate|brighten|make|turn|get|set|give|put|have|use|change|switch|bathe|do|try|add|shine|mache?|lass|beleuchte|éclaire[rz]?|rends|mets|ilumina|haz(?:lo|la)?|pon(?:lo|la)?)(?![\\p{L}])[\\s:-]*"
                                + "(?:(?:it|this|that|the (?:image|picture|photo|scene|lighting|light)|this (?:image|picture|photo)|my (?:image|picture|photo)|das bild|es|l'image|la imagen|\uFFFC)(?![\\p{L}])\\s*)?"
                                + "(?:(?:look like|look|to be|to|so that it is|be|into|as|like it's|like|with|in|a|un peu|neu)\\s+)*",
                        "");
        shorter = shorter.replaceFirst("^[\\s:,.-]+", "");
        return shorter.isBlank() ? words : shorter.strip();
    }
}
