package parley.image.intent;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import parley.image.ImageFeature;
import parley.image.ImageWish.Sides;
import parley.image.intent.IntentReader.Source;
import parley.image.intent.Objects.Thing;
import parley.image.pixel.Size;
import tools.jackson.databind.node.ObjectNode;

/// Reads wishes for more of a picture than there is.
final class GrowEdits {
    private static final Pattern EXPLICIT =
            Pattern.compile(
                    "^(?:out-?paint\\w*|un-?crop\\w*|zoom(?:ed)? out|zoom it out|zoom this out|pull back|step back)(?![\\p{L}])");
    private static final Pattern EXTEND =
            Pattern.compile(
                    "^(?:expand|extend|widen|broaden|grow|continue|lengthen|stretch(?= the canvas)|erweiter\\w*|verbreiter\\w*|elargi\\w*|etend\\w*|prolonge\\w*|agrandi\\w*(?= (?:la toile|le cadre|le champ))|extiend\\w*|expand\\w*|ensanch\\w*|amplia\\w*(?= (?:el lienzo|el cuadro|hacia|por)))(?![\\p{L}])");
    private static final Pattern MADE =
            Pattern.compile(
                    "^(?:make|get|turn|set|change|convert|fit|fill|fill out|fill it out|format|adapt|render|put|give|use|i|reformat|reframe|mach\\w*|bring\\w*|rends?|fais|mets?|passe\\w*|haz\\w*|pon\\w*|convierte\\w*|in|as|to|into|now in|im|als|en|au)(?![\\p{L}])");
    private static final Pattern ADD =
            Pattern.compile(
                    "^(?:add|give|leave|put|i|insert|show|more|create|make|need|some|extra|\\d|fuge?|zeig\\w*|mehr|ajoute\\w*|montre\\w*|plus|anade\\w*|agrega\\w*|muestra\\w*|mas)(?![\\p{L}])");
    private static final Pattern ROOM =
            Pattern.compile(
                    "(?<![\\p{L}])(?:space|room|canvas|margin|border|headroom|area|sky|ground|background|sea|water|sand|grass|foreground|scenery|surroundings|of the scene|of it|scene|pixels?|px|%|percent|platz|himmel|rand|espace|place|ciel|espacio|cielo|sitio|breathing room)(?![\\p{L}])");
    private static final Pattern WIDER =
            Pattern.compile(
                    "^(?:(?:a bit|a little|much|even|slightly|somewhat|\\d+ ?(?:%|px|pixels|percent)|way|etwas|viel|un peu|un poco|twice as|make (?:it|this|that|the (?:"
                            + Objects.NOUN
                            + ")))[ -]?)*(?:(?<=as )wide|(?<=as )tall|wider|taller|broader|higher(?! res| qual| def| contr)|breiter|hoher|plus larges?|plus hautes?|plus haut|mas anch\\w+|mas alt\\w+)(?: (?:please|again|still|now|by .*|on .*|at .*))?[.!]?$");
    private static final Pattern AS_WIDE =
            Pattern.compile(
                    "(?<![\\p{L}])(?:(?<!px )(?<!pixels )(?<!pixel )(?:wide|tall)|wider|widen|taller|broader|breiter|hoher|plus larges?|plus hautes?|plus haut|mas anch\\w+|mas alt\\w+)(?![\\p{L}])(?! (?:screen|angle|format))");

    private static final Pattern WHOLE_SIZE =
            Pattern.compile(
                    "\\d{3,5} ?(?:px|pixels?|pixeles)? (?:wide|tall|high|across|in width|in height|breit|hoch|de large|de haut|de ancho|de alto)(?![\\p{L}])|\\d{3,5} ?(?:x|by) ?\\d{3,5}");
    private static final Pattern MORE_OF_IT =
            Pattern.compile(
                    "(?<![\\p{L}])(?:expand|extend|outpaint|widen|uncrop|add|more|extra|left|right|top|bottom|side|sides|erweiter\\w*|verbreiter\\w*|mehr|etend\\w*|elargi\\w*|extiende\\w*|canvas)(?![\\p{L}])");

    private final Scene scene;
    private final References references;

    GrowEdits(Scene scene, References references) {
        this.scene = scene;
        this.references = references;
    }

    Optional<Command> read(Utterance clause) {
        String folded = clause.folded();
        if (isLarger(clause)) {
            return Optional.empty();
        }
        if (EXPLICIT.matcher(folded).find()) {
            Matcher verb = EXPLICIT.matcher(folded);
            verb.find();
            Thing thing = Objects.of(clause.from(verb.end()), scene);
            boolean named = folded.matches("^(?:out-?paint|un-?crop).*");
            return Edits.fits(thing, named, scene)
                    ? Optional.of(grown(clause, Edits.SURE, true))
                    : Optional.empty();
        }
        Matcher extend = EXTEND.matcher(folded);
        if (extend.find()) {
            return extended(clause, extend.end());
        }
        if (WIDER.matcher(folded).find() && scene.hasPicture()) {
            return Optional.of(grown(clause, Edits.LIKELY, false));
        }
        return made(clause).or(() -> added(clause));
    }

    /// "Make it 3200 px wide": as large as that, not so much more at its sides.
    private boolean isLarger(Utterance clause) {
        String folded = clause.folded();
        return WHOLE_SIZE.matcher(folded).find()
                && !MORE_OF_IT.matcher(folded).find()
                && ScaleWords.growth(folded, size(clause)).filter(growth -> growth > 1).isPresent();
    }

    private Optional<Command> extended(Utterance clause, int verbEnd) {
        String folded = clause.folded();
        Thing thing = Objects.of(clause.from(verbEnd), scene);
        boolean side = SideWords.anySide(folded) || ShapeWords.find(folded).isPresent();
        boolean ofScene =
                folded.substring(verbEnd)
                        .matches(
                                "^ (?:the |this |my |das |den |die |la |le |l'|el )?(?:image|canvas|frame|scene|background|sky|picture|photo|borders?|edges?|view|foreground|sea|sides?|left|right|top|bottom|width|height|bild|leinwand|hintergrund|toile|cadre|fond|lienzo|imagen|fondo|cielo|ciel|himmel)(?![\\p{L}]).*");
        boolean fits =
                thing == Thing.PICTURE
                        || ((ofScene || thing == Thing.SHOWN) && scene.hasPicture())
                        || scene.bringsPicture()
                        || (thing == Thing.IT
                                && scene.hasPicture()
                                && (side
                                        || folded.matches(
                                                "^(?:expand|extend|widen) (?:it|this|that)[.!]?$")))
                        || (thing == Thing.IT
                                && scene.hasPicture()
                                && folded.matches("^(?:widen|expand|extend)[.!]?$"));
        return fits ? Optional.of(grown(clause, Edits.SURE, false)) : Optional.empty();
    }

    private Optional<Command> made(Utterance clause) {
        String folded = clause.folded();
        Matcher made = MADE.matcher(folded);
        boolean verb = made.find();
        Optional<Found<String>> shape = ShapeWords.find(folded);
        boolean wide = AS_WIDE.matcher(folded).find();
        if ((shape.isEmpty() && !wide)
                || (!scene.hasPicture() && !folded.matches(".*\\b(?:" + Objects.NOUN + ")\\b.*"))) {
            return Optional.empty();
        }
        boolean alone = !verb && scene.hasPicture() && shape.isPresent() && Residue.isEmpty(folded);
        Thing thing = verb ? Objects.of(clause.from(made.end()), scene) : Thing.IT;
        boolean ofPicture = Edits.fits(thing, false, scene) || Residue.isEmpty(folded);
        if (!alone
                && !(verb && ofPicture && scene.hasPicture())
                && !(verb && thing == Thing.PICTURE)) {
            return Optional.empty();
        }
        return Optional.of(grown(clause, Edits.LIKELY, false));
    }

    private Optional<Command> added(Utterance clause) {
        String folded = clause.folded();
        boolean side = SideWords.anySide(folded);
        Matcher amount = Pattern.compile("\\d+ ?(?:px|pixels?|%)").matcher(folded);
        boolean room = ROOM.matcher(folded).find();
        boolean fits =
                scene.hasPicture() && ADD.matcher(folded).find() && side && (room || amount.find());
        return fits && folded.length() < 120 && !folded.matches(".*\\b(?:padding|margin-|css)\\b.*")
                ? Optional.of(grown(clause, Edits.LIKELY, false))
                : Optional.empty();
    }

    /// @param around whether it grows on all sides where nothing is said
    private Command grown(Utterance clause, double confidence, boolean around) {
        String folded = clause.folded();
        ObjectNode wish = Command.wish();
        Optional<Found<String>> shape = ShapeWords.find(folded);
        Optional<Sides> sides = SideWords.sides(folded, size(clause));
        boolean sided =
                sides.isPresent() && !(shape.isPresent() && !folded.matches(".*\\d ?(?:px|%).*"));
        if (sided) {
            put(wish, sides.get());
        } else if (shape.isPresent()) {
            wish.put("aspect_ratio", shape.get().value());
        } else if (around
                || clause.folded().matches(".*\\b(?:canvas|leinwand|toile|lienzo)\\b.*")) {
            put(wish, SideWords.sides("all around " + folded, size(clause)).orElse(Sides.NONE));
        } else {
            return new Command.Ask(
                    ImageFeature.IMAGE_EXPAND,
                    "Which way should it grow?",
                    List.of("Wider", "Taller", "On all sides", "To 16:9"),
                    Edits.LIKELY);
        }
        Matcher with =
                Pattern.compile(
                                "(?<![\\p{L}])(?:with|showing|mit|avec|con) (?!\\d|(?:more|another) \\d)([\\p{L}].*)$")
                        .matcher(folded);
        if (with.find()) {
            wish.put(
                    "prompt",
                    clause.original()
                            .substring(with.start(1), with.end(1))
                            .replaceFirst("[.!?]+$", ""));
        }
        return Command.Do.of(ImageFeature.IMAGE_EXPAND, wish, confidence);
    }

    private Optional<Size> size(Utterance clause) {
        return references
                .picture(clause)
                .flatMap(source ->
                        source instanceof Source.Known(String id)
                                ? scene.size(id)
                                : Optional.empty());
    }

    private static void put(ObjectNode wish, Sides sides) {
        putUnlessNone(wish, "left", sides.left());
        putUnlessNone(wish, "right", sides.right());
        putUnlessNone(wish, "top", sides.top());
        putUnlessNone(wish, "bottom", sides.bottom());
    }

    private static void putUnlessNone(ObjectNode wish, String side, int pixels) {
        if (pixels > 0) {
            wish.put(side, pixels);
        }
    }
}
