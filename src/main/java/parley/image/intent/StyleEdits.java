package parley.image.intent;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import parley.image.ImageFeature;
import parley.image.intent.IntentReader.Source;
import parley.image.intent.Objects.Thing;
import tools.jackson.databind.node.ObjectNode;

/// Reads wishes for another way of painting, and for variations.
final class StyleEdits {
    private static final Pattern TURN =
            Pattern.compile(
                    "^(?:turn|convert|transform|make|render|re-?draw|re-?paint|paint|draw|change|restyle|styli[sz]e|style|do|show|give|put|redo|reimagine|recreate|have|wandle|verwandle\\w*|mach\\w*|zeichne|male?|stilisier\\w*|transforme\\w*|rends?|fais|mets?|convierte\\w*|conviert\\w*|haz\\w*|pon\\w*|transforma\\w*)(?![\\p{L}])");
    private static final Pattern MANNER =
            Pattern.compile(
                    "(?<![\\p{L}])(?:(?:in|with|im) (?:the |an? |das? )?(?:\\w+ ){0,3}(?:style|stil|look|manner)|in the style of|in the manner of|(?:im|in) stil|dans le style|al estilo|en estilo|estilo|style of|into (?:an? )?|as (?:an? )?(?:if )?|look(?:s)? like|like (?:an? )?|als |in ein\\w* |en (?:un\\w* )?|como (?:un\\w* )?|to (?:an? )?|in (?:an? )?)");
    private static final Pattern APPLY =
            Pattern.compile(
                    "^(?:apply|use|transfer|copy|match|borrow|take|give it|give this|put|style transfer|neural style|style like|same style|ubertrag\\w*|applique\\w*|aplica\\w*)(?![\\p{L}]).*(?<![\\p{L}])(?:styles?|look|colou?rs?|stil|estilo|effect|filter)(?![\\p{L}])(?! (?:guide|sheet|rules?|attribute|tag))");
    private static final Pattern ONE_WORD =
            Pattern.compile(
                    "^(?:(?:slightly|subtly|gently|lightly|fully) )?(?:cartoon(?:ify|i[sz]e)|pixel(?:ate|ify)|comicify|watercolou?rify|styli[sz]e|restyle|style transfer|animefy|animify|sketchify|stilisier\\w*|stylise\\w*|estiliza\\w*)(?![\\p{L}])");
    private static final Pattern LIKE_OTHER =
            Pattern.compile(
                    "(?:like|as|of|from|with|match|wie|von|comme|de|como|and) (?:in )?(?:the |this |that |my |das |die |la |l'|el |der |dem )?(?:(?:second|2nd|other|reference|attached|zweite\\w*|deuxieme|segunda?|first|1st|third)(?: \\w+)?|this|that|these|one|"
                            + Objects.NOUN
                            + "|\uFFFC)(?![\\p{L}])");
    private static final Pattern CHANGE_STYLE =
            Pattern.compile(
                    "^(?:change|try|give (?:it|this)|use|make|with|in|another|different|a different|ander\\w*|chang\\w*|cambia\\w*)(?![\\p{L}]).*(?<![\\p{L}])(?:style|stil|estilo)(?![\\p{L}])");
    private static final Pattern FROM_TO =
            Pattern.compile(
                    "(?:style|look|colou?rs) (?:of|from) (the .+?) (?:to|on|onto|for) (.+)$");
    private static final Pattern STYLE_OF =
            Pattern.compile("(?:style|manner) of |im stil von |style d[e'] ?|estilo de ");
    private static final Pattern STRENGTH = Pattern.compile("(?:at |with )?(\\d{1,3}) ?%");
    private static final List<String> OFFERED =
            List.of("Watercolour", "Oil painting", "Pencil sketch", "Cartoon");

    private static final Pattern ANOTHER =
            Pattern.compile(
                    "^(?:re-?imagin\\w*|remix\\w*|re-?interpret\\w*|rethink|riff(?: on)?|reinvent\\w*|vary|variier\\w*|interpretier\\w*|varie[rz]?|varia(?:lo|la)?)(?![\\p{L}])");
    private static final Pattern VARIATIONS =
            Pattern.compile(
                    "(?<![\\p{L}])(?:variations?|variants?|varianten?|variationen|variantes?|variacion(?:es)?|alternative versions?|different (?:versions?|takes?|interpretations?)|new (?:takes?|interpretation)|fresh take|(?:something|more|images?|pictures?) (?:like (?:this|it|that)|similar)|similar (?:images?|pictures?|one|ones))(?![\\p{L}])");
    private static final Pattern VARIED_PICTURE =
            Pattern.compile(
                    "(?:of|to|like|von|de) (?:the |this |that |my |das |la |cette |esta )?(?:"
                            + Objects.NOUN
                            + ")(?![\\p{L}])");
    private static final Pattern MAKE =
            Pattern.compile(
                    "^(?:make|create|give|generate|show|do|produce|get|draw|paint|try|some|more|a few|a|two|three|four|\\d|another|mach\\w*|erstell\\w*|zeig\\w*|gib|fais|cree[rz]?|donne\\w*|montre\\w*|haz\\w*|crea\\w*|dame|muestra\\w*|variation|variations|something|similar|different|eine?|une|una)(?![\\p{L}])");

    private final Scene scene;
    private final References references;

    StyleEdits(Scene scene, References references) {
        this.scene = scene;
        this.references = references;
    }

    Optional<Command> read(Utterance clause) {
        String folded = clause.folded();
        if (!scene.hasPicture()
                && !folded.matches(".*\\b(?:" + Objects.NOUN + ")\\b.*")
                && !ONE_WORD.matcher(folded).find()) {
            return Optional.empty();
        }
        boolean applied = APPLY.matcher(folded).find();
        boolean word = ONE_WORD.matcher(folded).find();
        if ((applied || word || turned(clause)) && withReference(clause).isPresent()) {
            return withReference(clause);
        }
        Optional<Found<String>> painted = LookWords.PAINTED.find(folded);
        if (painted.isPresent()
                && (applied || word || turned(clause) || alone(clause, painted.get()))) {
            return Optional.of(styled(clause, painted.get().value()));
        }
        if (word) {
            String style =
                    folded.startsWith("pixel")
                            ? "pixel_art"
                            : folded.matches("^(?:cartoon|comic|anim).*") ? "cartoon" : "";
            return Optional.of(style.isEmpty() ? ask() : styled(clause, style));
        }
        if (scene.hasPicture() && (applied || CHANGE_STYLE.matcher(folded).find())) {
            // A painter whose name is not known is tried in oil.
            return ofSomebody(clause)
                    ? Optional.of(styled(clause, "oil"))
                    : Residue.isEmpty(folded.replaceFirst("^\\w+", ""))
                            ? Optional.of(ask())
                            : Optional.empty();
        }
        return turned(clause) && ofSomebody(clause)
                ? Optional.of(styled(clause, "oil"))
                : Optional.empty();
    }

    /// "In the style of Dalí": of somebody with a name.
    private static boolean ofSomebody(Utterance clause) {
        Matcher of = STYLE_OF.matcher(clause.folded());
        return of.find()
                && of.end() < clause.original().length()
                && Character.isUpperCase(clause.original().charAt(of.end()));
    }

    private static Command ask() {
        return new Command.Ask(
                ImageFeature.STYLE_TRANSFER, "In which style?", OFFERED, Edits.LIKELY);
    }

    /// "Turn it into a watercolour", "make this a sketch", and the same without a verb.
    private boolean turned(Utterance clause) {
        Matcher turn = TURN.matcher(clause.folded());
        boolean verb = turn.find();
        String rest = clause.folded().substring(verb ? turn.end() : 0);
        Thing thing = verb ? Objects.of(clause.from(turn.end()), scene) : Thing.IT;
        boolean manner = MANNER.matcher(rest).find();
        boolean directly =
                rest.matches(
                        "^ ?(?:it|this|that|\uFFFC|es|daraus|davon|lo|la|the (?:"
                                + Objects.NOUN
                                + ")) (?:more |look |a bit |much |all |an? |ein\\w* |un\\w* )*(?:\\w+[ -]?){1,3}$");
        boolean made = verb && Edits.fits(thing, false, scene) && (manner || directly);
        return made
                || (!verb
                        && manner
                        && (Residue.isEmpty(clause.folded()) || ofSomebody(clause))
                        && scene.hasPicture()
                        && clause.words().size() <= 7
                        && rest.matches("^(?:in|as|like|im|als|en|como|with|dans|al|a la) .*"));
    }

    private boolean alone(Utterance clause, Found<String> painted) {
        return scene.hasPicture()
                && clause.words().size() <= 8
                && Residue.isEmpty(clause.folded())
                && painted.start() <= 12
                && !clause.folded()
                        .matches(
                                "^(?:draw|paint|sketch|generate|create|make|ink|zeichne|dessine|dibuja)\\b.*");
    }

    private Command styled(Utterance clause, String style) {
        ObjectNode wish = Command.wish().put("engine_style", style);
        Matcher strength = STRENGTH.matcher(clause.folded());
        if (strength.find()) {
            wish.put("style_strength", Math.min(100, Integer.parseInt(strength.group(1))));
        } else if (clause.folded()
                .matches(
                        ".*\\b(?:slight|slightly|subtle|subtly|a bit|a little|a touch|lightly|leicht|un peu|un poco)\\b.*")) {
            wish.put("style_strength", 60);
        }
        return Command.Do.of(ImageFeature.STYLE_TRANSFER, wish, Edits.SURE);
    }

    /// "Apply the style of the dragon to the cat".
    private Optional<Command> fromTo(Utterance clause) {
        Matcher matcher = clause.matcher(FROM_TO);
        if (!matcher.find()) {
            return Optional.empty();
        }
        Optional<Source> reference =
                references.named(clause.part(matcher.start(1), matcher.end(1)));
        Optional<Source> picture =
                references.picture(clause.part(matcher.start(2), matcher.end(2)));
        return reference.isEmpty() || reference.equals(picture)
                ? Optional.empty()
                : Optional.of(
                        Command.Do.of(ImageFeature.STYLE_TRANSFER, Command.wish(), Edits.SURE)
                                .on(picture)
                                .like(reference));
    }

    /// "In the style of the second picture", "make it look like this".
    private Optional<Command> withReference(Utterance clause) {
        Optional<Command> fromTo = fromTo(clause);
        if (fromTo.isPresent()) {
            return fromTo;
        }
        Matcher like = LIKE_OTHER.matcher(clause.folded());
        List<String> attached = scene.state().attached();
        if (!like.find()) {
            return Optional.empty();
        }
        Source picture;
        Source reference;
        if (attached.size() >= 2) {
            boolean first =
                    clause.folded().matches(".*(?:like|of|from) (?:the )?(?:first|1st)\\b.*");
            picture = new Source.Known(attached.get(first ? 1 : 0));
            reference = new Source.Known(attached.get(first ? 0 : 1));
        } else if (attached.size() == 1 && scene.state().active().isPresent()) {
            picture = new Source.Known(scene.state().active().get());
            reference = new Source.Known(attached.getFirst());
        } else if (!scene.links().isEmpty()
                && (scene.state().hasPicture() || scene.links().size() > 1)) {
            picture =
                    scene.links().size() > 1
                            ? new Source.Named(scene.links().getFirst())
                            : attached.isEmpty()
                                    ? new Source.Known(scene.state().active().orElseThrow())
                                    : new Source.Known(attached.getFirst());
            reference = new Source.Named(scene.links().getLast());
        } else {
            Utterance phrase = clause.from(like.start());
            Optional<Source> named = references.named(phrase);
            Optional<Source> it = references.picture(clause.part(0, like.start()));
            if (named.isEmpty() || it.isEmpty() || named.equals(it)) {
                return Optional.empty();
            }
            picture = it.get();
            reference = named.get();
        }
        return Optional.of(
                Command.Do.of(ImageFeature.STYLE_TRANSFER, Command.wish(), Edits.SURE)
                        .on(Optional.of(picture))
                        .like(Optional.of(reference)));
    }

    /// Variations.
    Optional<Command> another(Utterance clause) {
        String folded = clause.folded();
        Matcher verb = ANOTHER.matcher(folded);
        boolean named = verb.find();
        if (named) {
            Thing thing = Objects.of(clause.from(verb.end()), scene);
            boolean certain = folded.matches("^re-?imagin.*");
            if (!Edits.fits(
                    thing,
                    (certain && thing != Thing.IT) || (certain && scene.hasPicture()),
                    scene)) {
                return Optional.empty();
            }
        } else if (!(VARIATIONS.matcher(folded).find()
                        && MAKE.matcher(folded).find()
                        && scene.hasPicture())
                || (!Residue.isEmpty(folded) && !VARIED_PICTURE.matcher(folded).find())) {
            return Optional.empty();
        }
        ObjectNode wish = Command.wish();
        LookWords.IMAGINATION
                .find(scene.message())
                .ifPresent(found -> wish.put("imagination", found.value()));
        ExtraWords.count(folded).ifPresent(found -> wish.put("num_images", found.value()));
        Matcher words =
                Pattern.compile(
                                "(?<![\\p{L}])(?:as (?:an? |if )|with |in |into |set in |but |als |mit |en |avec |dans |con |como )(.+)$")
                        .matcher(folded);
        if (named && words.find() && wish.path("imagination").isMissingNode()) {
            String prompt =
                    clause.original()
                            .substring(words.start())
                            .replaceFirst("[.!?]+$", "")
                            .replaceFirst("^(?:but|into) ", "")
                            .strip();
            if (!prompt.matches("(?i)(?:in|with|as) (?:a )?(?:few|different|other|new|\\d).*")) {
                wish.put("prompt", prompt);
            }
        }
        return Optional.of(
                Command.Do.of(ImageFeature.REIMAGINE, wish, named ? Edits.SURE : Edits.LIKELY));
    }
}
