package parley.image.intent;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import parley.image.ImageFeature;
import parley.image.intent.Objects.Thing;

/// Reads what is to be done to a picture that is there. Each verb is at the beginning of its
/// clause; what it is said of decides whether pictures are meant at all.
final class Edits {
    static final double SURE = 0.97;
    static final double LIKELY = 0.85;
    private static final double PERHAPS = 0.7;

    /// Verbs that are hardly said of anything but pictures.
    private static final Pattern UPSCALE =
            Pattern.compile(
                    "^(?:(?:an?|the|some|\\d{1,2} ?x) )?(?:up-?scal(?:e|es|ing)|upsiz\\w+|up-?res|up-?sampl\\w+|super-?resol\\w+|super-?res|supersampl\\w+|hoch ?skalier\\w*|skalier\\w*|reechantillonn\\w*|reescala\\w*|escala\\w*)(?![\\p{L}])");

    private static final Pattern ENLARGE =
            Pattern.compile(
                    "^(?:enlarg(?:e|ing)|magnify|blow(?= .*up)|double|triple|quadruple|sharpen|unblur|deblur|scale(?: up)?|resize|increase|boost|raise|improve|enhance|vergro\\w+|scharfe?\\w*|verdopp\\w*|agrandi\\w*|double[rz]?|ameliore\\w*|augmente\\w*|amplia\\w*|agranda\\w*|aumenta\\w*|mejora\\w*|duplica\\w*|bring|take|get)(?![\\p{L}])");
    private static final Pattern FINER =
            Pattern.compile(
                    "(?<![\\p{L}])(?:scale (?:it |this |that )?up|bigger|larger|huge|enormous|sharper|crisper|resolution|res|hi-?res|higher[ -]res\\w*|size|sharpness|scharfer|auflosung|groser|gro(?:s|ss)er|plus grand\\w?|plus net\\w*|taille|mas grande|mas nitid\\w|resolucion|tamano|up ?scal\\w+|hochskalier\\w*|vergro\\w+|twice as (?:big|large)|times (?:as )?(?:big|large)\\w*|larger)(?![\\p{L}])");
    private static final Pattern ALONE =
            Pattern.compile(
                    "^(?:(?:even|a|an|much|still|a bit|a little|twice the|double the|twice as|way|in|noch|etwas|viel|plus|mas|at) )*(?:bigger|larger|sharper|crisper|higher[ -]res\\w*|high[ -]res\\w*|hi-?res|size|resolution|large|big|scharfer|groser|grande\\w?|nitid\\w|net)(?![\\p{L}])(?! (?:than|picture of|problem|question|issue|deal|city|country))");
    private static final Pattern TO_SIZE =
            Pattern.compile(
                    "(?:to|in|at|auf|en|a|it|this|that) (?:4k|8k|uhd|2k|full ?hd|1080p|\\d{3,5} ?(?:px|pixel\\w*))(?![\\p{L}\\p{N}])");
    private static final Pattern MAKE =
            Pattern.compile(
                    "^(?:make|turn|get|set|render|give|bring|have|put|change|do|transform|convert|let|mach\\w*|bring\\w*|lass\\w*|rends?|rendre|fais|faites|mets?|mettez|passe\\w*|transforme\\w*|haz\\w*|pon\\w*|convierte\\w*|conviert\\w*|vuelve\\w*|deja\\w*|hacer\\w*|wandle|verwandle|verwandeln)(?![\\p{L}])");
    private static final Pattern BACKGROUND =
            Pattern.compile(
                    "(?<![\\p{L}])(?:backgrounds?|back-?drops?|bg|back ground|surroundings|hintergrund(?:s|es)?|fond|arriere[- ]plan|fondo)(?! ?(?:nois\\w*|process\\w*|jobs?|tasks?|music|check\\w*|thread\\w*|workers?|services?|information|info|color of|colour of|of the (?:story|company|page|website|app)|image url|gerausch\\w*|d'ecran|de pantalla|apps?|activit\\w*))(?![\\p{L}])");
    private static final Pattern REMOVE =
            Pattern.compile(
                    "^(?:remov(?:e|ing)|delet(?:e|ing)|eras(?:e|ing)|cut(?:ting)?(?: out| away)?|take (?:out|away|off)|take(?= .* (?:out|away|off))|drop|strip(?: out| away| off)?|get(?:ting)? rid of|clear|eliminate|knock out|lose|ditch|kill|wipe|separate|extract|crop out|mask(?: out)?|clean up|"
                            + "entfern\\w*|losch\\w*|schneide?\\w*|nimm\\w*|stell\\w* .*frei|weg mit|enlev\\w*|supprim\\w*|retir\\w*|efface\\w*|detour\\w*|ote\\w*|quita\\w*|elimina\\w*|borra\\w*|suprim\\w*|saca\\w*|recorta\\w*)(?![\\p{L}])");
    private static final Pattern ISOLATE =
            Pattern.compile(
                    "^(?:isolate|cut ?out|cut(?= .* out)|extract|matte|mask out|clip out|separate|free|freistell\\w*|stell\\w*(?= .* frei)|detour\\w*|recorta\\w*)(?![\\p{L}])");
    private static final Pattern OTHER_BACKGROUND =
            Pattern.compile(
                    "^(?:make|set|turn|change|replace|swap|give|put|blur|use|add|with|on|place|fill|switch|render|let|have|i want|mach\\w*|setz\\w*|ersetz\\w*|ander\\w*|tausch\\w*|weichzeichn\\w*|mets?|mettez|remplac\\w*|chang\\w*|floute\\w*|rends?|cambia\\w*|reemplaza\\w*|pon\\w*|desenfoca\\w*|haz\\w*|sustituye\\w*|defocus)(?![\\p{L}])");
    private static final Pattern NO_BACKGROUND =
            Pattern.compile(
                    "(?<![\\p{L}])(?:without (?:the |its |a |any )?(?:background|backdrop|bg)|no (?:background|bg)|ohne hintergrund|sans (?:le )?(?:fond|arriere-plan)|sin (?:el )?fondo|hintergrund (?:weg|raus|transparent)|background (?:removed|off|out|gone|transparent)|freigestellt|make (?:it|this|that) transparent|transparent png|as a (?:transparent )?cut-?out|(?:on|in front of) (?:a )?(?:plain |pure |solid )?(?:white|black|grey|gray|red|green|blue|transparent|\\w+ background))(?![\\p{L}])");
    private static final Pattern EVERYTHING_ELSE =
            Pattern.compile(
                    "^(?:remove|delete|erase|cut away|drop|get rid of) (?:everything|all)(?: else)? (?:but|except|around|behind|besides|other than) ");
    private static final Pattern GONE =
            Pattern.compile(
                    "(?<![\\p{L}])(?:without (?:the |its |a |any )?(?:background|backdrop|bg)|no (?:background|bg)|background (?:removed|off|gone)|ohne hintergrund|hintergrund (?:weg|raus)|sans (?:le )?fond|sin (?:el )?fondo)(?![\\p{L}])");
    private static final Pattern BEHIND =
            Pattern.compile(
                    "(?:with|by|to|into|for|on|in front of|against|durch|gegen|par|avec|por|con|a) ((?:a |an |the |ein\\w* |une? |una? |some |of )?[\\p{L}][\\p{L}\\p{N} ,'-]*)$");
    private static final Pattern PART =
            Pattern.compile(
                    "^(?:remove|delete|erase|take out|take away|get rid of|eliminate|drop|entfern\\w*|enlev\\w*|supprim\\w*|quita\\w*|elimina\\w*|borra\\w*) (?:the |that |this |all (?:the )?|den |die |das |le |la |les |el |los )?((?:[\\p{L}-]+ ?){1,4})$");
    private static final Pattern CHANGE_THING =
            Pattern.compile(
                    "^(?:edit|change|modify|improve|fix|enhance|adjust|andere|retouch|touch up|work on|do something with|make (?:it|this|that) (?:better|nicer|pretty|prettier|look better|look good|look professional|pop)|bearbeite\\w*|verbesser\\w*|modifie\\w*|ameliore\\w*|edita\\w*|cambia\\w*|mejora\\w*)(?![\\p{L}])");

    private static final Pattern VAGUE_IT =
            Pattern.compile(
                    "^(?:edit|change|modify|improve|fix|enhance|retouch|adjust|bearbeite|andere|verbessere|modifie|ameliore|edita|cambia|mejora)[ -]?(?:it|this|that|es|das|la|le|lo)(?: (?:please|a bit|a little|somehow|bitte|un peu|un poco))?[.!]?$|^(?:cambialo|cambiala|editalo|editala|mejoralo|mejorala|change-la|change-le|modifie-la|modifie-le|ameliore-la)[.!]?$");

    private final Scene scene;
    private final References references;
    private final LightEdits lights;
    private final StyleEdits styles;
    private final GrowEdits growing;
    private final PartEdits parts;

    Edits(Scene scene, References references) {
        this.scene = scene;
        this.references = references;
        this.lights = new LightEdits(scene);
        this.styles = new StyleEdits(scene, references);
        this.growing = new GrowEdits(scene, references);
        this.parts = new PartEdits(scene);
    }

    /// What a clause asks for; empty where it is nothing of this kind.
    Optional<Command> read(Utterance clause) {
        return parts.read(clause)
                .or(() -> background(clause))
                .or(() -> growing.read(clause))
                .or(() -> styles.read(clause))
                .or(() -> lights.read(clause))
                .or(() -> upscale(clause))
                .or(() -> styles.another(clause))
                .or(() -> part(clause))
                .or(() -> vague(clause));
    }

    private Optional<Command> upscale(Utterance clause) {
        String folded = clause.folded();
        Matcher explicit = UPSCALE.matcher(folded);
        if (explicit.find()) {
            Thing thing = Objects.of(clause.from(explicit.end()), scene);
            return fits(thing, true) ? Optional.of(upscaled(clause, SURE)) : Optional.empty();
        }
        Matcher larger = ENLARGE.matcher(folded);
        Matcher make = MAKE.matcher(folded);
        boolean enlarged = larger.find();
        boolean made = make.find();
        int verbEnd = enlarged ? larger.end() : made ? make.end() : 0;
        boolean alone =
                ALONE.matcher(folded).find() && folded.length() < 40 && Residue.isEmpty(folded);
        if (!enlarged && !made && !alone) {
            return Optional.empty();
        }
        Optional<Found<Integer>> factor = ScaleWords.factor(folded, Optional.empty());
        boolean finer =
                FINER.matcher(folded).find()
                        || folded.matches(
                                "^(?:enlarge|magnify|blow|sharpen|unblur|deblur|vergro|scharf|agrandi|amplia|agranda).*");
        if (!finer && factor.isEmpty() && !TO_SIZE.matcher(folded).find()) {
            return Optional.empty();
        }
        String rest = folded.substring(verbEnd).strip().replaceFirst("^(?:up )", "");
        boolean quality =
                rest.matches(
                        "^(?:the |its |la |die |el )?(?:resolution|size|quality|sharpness|auflosung|taille|tamano|resolucion|qualite|calidad|definition)(?![\\p{L}]).*");
        Thing thing = alone || quality ? Thing.IT : Objects.of(clause.from(verbEnd), scene);
        if (!fits(thing, false)) {
            return Optional.empty();
        }
        return Optional.of(enlargement(clause, thing));
    }

    /// What is drawn is drawn finer; what was sent, or worked on, is made larger.
    private Command enlargement(Utterance clause, Thing thing) {
        if (scene.justDrawn() && thing == Thing.IT) {
            return Finer.of(clause, scene).orElseGet(() -> upscaled(clause, LIKELY));
        }
        return upscaled(clause, LIKELY);
    }

    private Command upscaled(Utterance clause, double confidence) {
        var size =
                references
                        .picture(clause)
                        .flatMap(source ->
                                source instanceof IntentReader.Source.Known(String id)
                                        ? scene.size(id)
                                        : Optional.empty());
        var wish = Command.wish();
        wish.put(
                "scale_factor",
                ScaleWords.factor(clause.folded(), size).map(Found::value).orElse(2));
        if (clause.folded()
                .matches(".*\\b(?:sharpen|sharper|crisper|scharfer|plus net|mas nitid).*")) {
            wish.put("sharpen", 50);
        }
        return Command.Do.of(ImageFeature.UPSCALE, wish, confidence);
    }

    private Optional<Command> background(Utterance clause) {
        String folded = clause.folded();
        if (folded.matches(
                        "^(?:extend|expand|continue|outpaint|widen|more|erweiter|etend|extiend).*")
                || folded.matches(
                        ".*\\b(?:css|html|div|slide|powerpoint|excel|website|web page|page|app|cell|terminal|desktop|windows|android|email|button)\\b.*")) {
            return Optional.empty();
        }
        boolean named = BACKGROUND.matcher(folded).find();
        boolean removed = REMOVE.matcher(folded).find();
        if (named
                && (removed
                        || folded.matches(
                                ".*(?:entfern|losch|freistell|ausschneid|weg|raus|enlev|supprim|retir|efface|quit|elimin|borr)\\w*[.!?]?$"))) {
            // "Remove the red background" is no wish for a red one.
            var on =
                    Pattern.compile("(?:replace|on|with|make|leave|and put|png|transparent)\\b.*")
                            .matcher(folded);
            return Optional.of(
                    cutOut(on.find() ? clause.from(on.start()) : clause.part(0, 0), SURE));
        }
        if (EVERYTHING_ELSE.matcher(folded).find() && scene.hasPicture()) {
            return Optional.of(cutOut(clause.part(0, 0), LIKELY));
        }
        boolean changed =
                OTHER_BACKGROUND.matcher(folded).find()
                        && !folded.matches(
                                ".*\\b(?:some background|give (?:me|us) .*background|background info\\w*)\\b.*");
        if (named && GONE.matcher(folded).find() && scene.hasPicture()) {
            return Optional.of(cutOut(clause.part(0, 0), LIKELY));
        }
        if (named && changed) {
            return Optional.of(otherBackground(clause));
        }
        if (NO_BACKGROUND.matcher(folded).find()
                && folded.length() < 70
                && (changed
                        || MAKE.matcher(folded).find()
                        || NO_BACKGROUND.matcher(folded).lookingAt())
                && fits(Objects.of(clause.from(firstWord(folded)), scene), false)) {
            return Optional.of(cutOut(clause, LIKELY));
        }
        if (named
                && folded.length() < 40
                && Residue.isEmpty(folded)
                && (LookWords.background(folded).isPresent()
                        || folded.matches(
                                "^(?:no|ohne|sans|sin|bg|background)\\b.*|.*\\bremoval\\b.*"))
                && scene.hasPicture()) {
            return Optional.of(cutOut(clause, LIKELY));
        }
        Matcher isolate = ISOLATE.matcher(folded);
        if (isolate.find()) {
            Thing thing = Objects.of(clause.from(isolate.end()), scene);
            boolean subject =
                    folded.matches(
                            ".*\\b(?:subject|person|people|man|woman|girl|boy|dog|cat|figure|foreground|product|objects?|motiv|hauptmotiv|sujet|sujeto|personne|persona|face|head|couple|baby|child|model|car|animal|bird|horse|flower)\\b.*");
            if ((scene.hasPicture()
                            && (subject || (thing != Thing.OTHER && !folded.startsWith("free"))))
                    || (subject && folded.matches(".*\\b(?:photo|picture|image|bild|foto)\\b.*"))) {
                return Optional.of(cutOut(clause.part(0, 0), LIKELY));
            }
        }
        return Optional.empty();
    }

    private static int firstWord(String folded) {
        int space = folded.indexOf(' ');
        return space < 0 ? folded.length() : space;
    }

    private static Command.Do cutOut(Utterance about, double confidence) {
        var wish = Command.wish();
        wish.put(
                "background",
                LookWords.background(about.folded()).map(Found::value).orElse("transparent"));
        if (about.folded().matches(".*\\bwebp\\b.*")) {
            wish.put("output", "webp");
        }
        return Command.Do.of(ImageFeature.REMOVE_BACKGROUND, wish, confidence);
    }

    private Command otherBackground(Utterance clause) {
        String folded = clause.folded();
        Matcher behind = BEHIND.matcher(folded.replaceAll("[.!?]+$", ""));
        Optional<Found<String>> plain = LookWords.background(folded);
        if (plain.isPresent()) {
            return cutOut(clause, SURE);
        }
        if (scene.state().attached().size() >= 2
                && folded.matches(".*\\b(?:second|other|this|that|zweite|deuxieme|segunda)\\b.*")) {
            var wish = Command.wish().put("background", "image");
            return Command.Do.of(ImageFeature.REMOVE_BACKGROUND, wish, SURE)
                    .like(
                            Optional.of(
                                    new IntentReader.Source.Known(
                                            scene.state().attached().get(1))));
        }
        if (behind.find()
                && !behind.group(1)
                        .strip()
                        .matches(
                                "(?:something|anything|it|this|that|another|else|a new|a different|different|new|etwas|algo).*")) {
            String place = clause.original().substring(behind.start(1), behind.end(1)).strip();
            var wish = Command.wish().put("background", "image").put("prompt", place);
            return Command.Do.of(ImageFeature.REMOVE_BACKGROUND, wish, SURE);
        }
        return new Command.Ask(
                ImageFeature.REMOVE_BACKGROUND,
                "What should be behind it?",
                List.of("Transparent", "White", "Blurred"),
                LIKELY);
    }

    /// Single things cannot be taken out of a picture.
    private Optional<Command> part(Utterance clause) {
        Matcher part =
                PART.matcher(
                        clause.folded()
                                .replaceAll("[.!?]+$", "")
                                .replaceFirst(
                                        " (?:from|in|of|aus|de|du) (?:the |this |my |dem |la |l')?(?:"
                                                + Objects.NOUN
                                                + "|it|this)$",
                                        ""));
        if (!part.matches() || !scene.hasPicture()) {
            return Optional.empty();
        }
        String thing = part.group(1).strip();
        boolean inPicture =
                thing.matches(
                                ".*\\b(?:sky|person|people|man|woman|text|watermark|logo|shadow|tree|car|house|wall|crowd|stranger|object|wires?|dog|cat|clouds?|moon|sun|boat|ship|bird|building|water|sea|glasses|frame|himmel|ciel|cielo|personne|persona)s?\\b.*")
                        || scene.isName(thing.substring(thing.lastIndexOf(' ') + 1));
        if (!inPicture) {
            return Optional.empty();
        }
        return Optional.of(
                new Command.Ask(
                        ImageFeature.REMOVE_BACKGROUND,
                        "I cannot take just the %s out of a picture. Shall I remove the whole background instead?"
                                .formatted(thing),
                        List.of("Remove the background", "No"),
                        LIKELY));
    }

    private Optional<Command> vague(Utterance clause) {
        Matcher change = CHANGE_THING.matcher(clause.folded());
        if (!change.find() || clause.folded().length() > 60) {
            return Optional.empty();
        }
        Thing thing = Objects.of(clause.from(change.end()), scene);
        boolean picture =
                !Drawing.isOtherImage(clause.folded())
                        && (thing == Thing.PICTURE
                                || (thing == Thing.IT
                                        && (scene.bringsPicture()
                                                || VAGUE_IT.matcher(clause.folded()).matches())));
        if (!picture
                || !scene.hasPicture()
                || clause.folded()
                                .replaceAll("[.!? ]+$", "")
                                .substring(
                                        Math.min(
                                                change.end(),
                                                clause.folded()
                                                        .replaceAll("[.!? ]+$", "")
                                                        .length()))
                                .strip()
                                .split(" ")
                                .length
                        > 3) {
            return Optional.empty();
        }
        return Optional.of(
                new Command.Ask(
                        ImageFeature.UPSCALE,
                        "What should be done to it?",
                        List.of(
                                "Make it larger",
                                "Brighten it",
                                "Remove the background",
                                "Make a variation"),
                        PERHAPS));
    }

    private boolean fits(Thing thing, boolean explicit) {
        return fits(thing, explicit, scene);
    }

    /// Whether something said of this is said of a picture that is there, or must be asked for.
    ///
    /// @param explicit whether the verb is hardly said of anything else
    static boolean fits(Thing thing, boolean explicit, Scene scene) {
        return switch (thing) {
            case PICTURE -> true;
            case IT, SHOWN -> scene.hasPicture() || explicit;
            case ANY -> scene.hasPicture() && explicit;
            case OTHER -> scene.bringsPicture();
        };
    }
}
