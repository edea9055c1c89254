package parley.image.intent;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import parley.image.ImageFeature;
import parley.image.intent.IntentReader.Earlier;
import parley.image.intent.IntentReader.LastStep;
import parley.image.intent.IntentReader.Source;
import tools.jackson.databind.node.ObjectNode;

/// Reads what makes sense only after something was done: "again", "undo", "not so strong", "the
/// same but at night", "with a boat", "do the same to this one".
final class FollowUps {
    private static final Pattern UNDO =
            Pattern.compile(
                    "^(?:undo(?: (?:that|it|this|the last (?:one|step|change)))?(?: again)?|go (?:one )?(?:step )?back(?: one)?(?: step)?|back(?: one)?(?: step)?|revert(?: (?:that|it|this))?|take (?:that|it) back|roll ?back|"
                            + "(?:i )?(?:liked|preferred?) (?:it|the (?:one|version)) (?:better )?before|(?:it was )?better before|i (?:don't|do not) like (?:it|that|this),? (?:go back|undo)|not that,? go back|ctrl[ +-]?z|no,? undo(?: that)?|"
                            + "ruckgangig(?: machen)?|mach (?:das|es) ruckgangig|zuruck|annule\\w*(?: ca)?|reviens(?: en arriere)?|retour|deshaz\\w*|deshacer|vuelve atras|volver)(?: (?:please|bitte|por favor))?[.!]?$");
    private static final Pattern SHOW =
            Pattern.compile(
                    "^(?:(?:show|see|give|bring|get|display|take|zeig\\w*|montre\\w*|muestra\\w*|ensename)(?: me| us| mir| moi)?(?: back)?|(?:go|switch|revert|return|take me|roll) (?:it )?back to|back to|return to|revert to|switch to|zuruck zu\\w*|reviens a|vuelve a\\w*|restore|i want(?: back)?)(?![\\p{L}])");
    private static final Pattern SHOWN =
            Pattern.compile(
                    "^ (?:me )?(?:back )?(?:the |that |my |das |den |die |l'|le |la |el |to the )?(?:original|first|second|third|fourth|fifth|last|previous|earlier|erste|zweite|letzte|premier|deuxieme|primer|segund|one |other one|image \\d|picture \\d|number \\d|#\\d|version \\d|it again|that again|this again)");
    private static final Pattern BARE_ORIGINAL =
            Pattern.compile(
                    "^(?:the original(?: (?:one|picture|image|photo|again))*|original(?: please)?|das original|l'original|la original|the previous (?:one|version|picture|image)|the one before)(?: please| again| back)*[.!]?$");
    private static final Pattern AGAIN =
            Pattern.compile(
                    "^(?:(?:do |try |make |draw |generate |run |paint |create |render )?(?:(?:it|that|this) )?(?:again|once more|one more time|another time|over)|(?:try |give me |show me |make |draw |do |generate |i want |paint |create )?(?:another|a different|a new|one more|a second|an alternative|yet another|some other)(?: (?:one|version|try|attempt|picture|image|variant|go|drawing|take|option))?|"
                            + "(?:re-?(?:generate|do|try|roll|run|draw|paint))(?: (?:it|that|this))?|new seed|with (?:a )?(?:new|different|another) seed|different seed|more like (?:that|this)|same again|the same again|same thing again|again|"
                            + "noch(?: ?mal| einmal)|nochmal|noch ein(?:s|e|en)?|ein anderes|neu(?:er versuch)?|encore(?: une fois)?|refais(?:-le)?|une? autre|recommence|otra vez|otro|otra|de nuevo|repite(?:lo)?)(?: (?:please|bitte|por favor|s'il te plait))?[.!]?$");
    private static final Pattern SAME_BUT =
            Pattern.compile(
                    "^(?:(?:do |make |draw |give me |show me |now |try )?(?:the |exactly the |das |la |le |lo |el )?(?:same|gleiche|selbe|meme(?: chose)?|mismo|misma)(?: (?:thing|one|picture|image|again|bild|pero)| \\p{L}{3,}(?=,? (?:but|only|except|aber|mais|pero)(?![\\p{L}])))?|again|once more|it again|(?:that|this|it|do it|draw it|try it|try) again|nochmal|noch einmal|encore|otra vez|(?:keep|leave) (?:it|everything)(?: the same)?)(?:,? (?:but|only|just|except|aber|mais|pero)(?: (?:this time|now))?)?,? (?!to\\b|for\\b|on\\b|with (?:this|that|the (?:other|second|next))\\b|fur\\b|pour\\b|para\\b|a esta|one\\b|thing\\b|please|again)");
    private static final Pattern BUT =
            Pattern.compile("\\b(?:but|only|just|except|aber|mais|pero)\\b");
    private static final Pattern HOW =
            Pattern.compile(
                    "^(?:with|without|in|at|as|under|during|by|wider|taller|bigger|larger|brighter|darker|square|portrait|landscape|mit|ohne|im|als|bei|avec|sans|dans|con|sin|x?\\d+x?)(?![\\p{L}])");
    private static final Pattern OTHER_AGAIN =
            Pattern.compile(
                    "^(?:draw |make |do |try |paint |now |use |take )?(?<which>(?:the|das|die|der|den|le|la|les|el|los|las) (?:first|second|third|fourth|fifth|last|previous|original|[\\p{L}]+)(?: (?:one|picture|image|drawing))?)(?:,? (?:again|once more))?(?:,? (?:but|only|except|aber|mais|pero)(?: (?:this time|now))?) ");
    private static final Pattern SAME_TO =
            Pattern.compile(
                    "^(?:now )?(?:(?:and )?(?:do|apply|make|use|repeat|mach|fais|haz|aplica|run)(?: exactly)?(?: the| das| la| le| lo)? ?(?:same|that|this|it|gleiche|selbe|meme chose|mismo)(?: (?:thing|edit|treatment|change|effect|style|light|settings))?|(?:the )?same(?: thing| again| treatment)?|apply (?:that|it|this)|and)(?: again| too| also)? (?:to|for|on|with|fur|mit|bei|pour|avec|sur|a|para|con) (?<which>.+)$");
    private static final Pattern SAME_HERE =
            Pattern.compile(
                    "^(?:this one too|(?:and )?this one(?: as well| too| also)?|same here|the same here|same for this(?: one)?|and this|and the (?:other|second|first)(?: one)?(?: too| as well)?|(?:do )?the same|dieses auch|celle-ci aussi|esta tambien)[.!]?$");
    private static final Pattern AND_IT =
            Pattern.compile(
                    "^(?:add|put|insert|include|place|give (?:it|him|her|them)|fuge?|ajoute\\w*|anade\\w*|agrega\\w*|pon\\w*|setz\\w*|with|but with|mit|avec|con|without|but without|ohne|sans|sin|more|fewer|less|mehr|weniger|plus de|moins de|mas|menos|make (?:the|him|her|them|his|their) |change the |turn the |replace the |swap the |let the|have the|now with|now make|same with)(?![\\p{L}])");
    private static final Pattern DRAWN =
            Pattern.compile(
                    "^(?:draw|paint|create|make a|generate|write|tell|give|show|design)(?![\\p{L}])");
    private static final Pattern INSTEAD =
            Pattern.compile(
                    "^(?:(?<lead>(?:now |and now |this time |make (?:it|that|this) |change (?:it|that|this) (?:to|into) |turn (?:it|that|this) into |i meant |no,? |but )*))(?<what>(?:an? |the |some |two |three |one |ein\\w* |une? |una? )?[\\p{L}][\\p{L}\\p{N} ',-]{1,80}?)(?<how> instead(?: of .+)?| this time| now| statt\\w*| a la place| en su lugar)?[.!]?$");

    private final Scene scene;
    private final References references;
    private final Otherwise otherwise;

    FollowUps(Scene scene, References references) {
        this.scene = scene;
        this.references = references;
        this.otherwise = new Otherwise(scene, references);
    }

    /// What is said of the whole message: "same but wider and at night" is one wish.
    Optional<Command> whole(Utterance message) {
        return sameBut(message).or(() -> otherAgain(message));
    }

    Optional<Command> read(Utterance clause) {
        return look(clause)
                .or(() -> again(clause))
                .or(() -> sameTo(clause))
                .or(() -> sameBut(clause))
                .or(() -> otherAgain(clause))
                .or(() -> strength(clause));
    }

    /// Back to an earlier picture.
    private Optional<Command> look(Utterance clause) {
        String folded = clause.folded();
        if (scene.state().active().isEmpty()) {
            return Optional.empty();
        }
        if (UNDO.matcher(folded).matches()) {
            return Optional.of(
                    references
                            .before()
                            .<Command>map(source ->
                                    new Command.Look(
                                            source, "Back to the picture before.", Edits.SURE))
                            .orElse(
                                    new Command.Tell(
                                            ImageFeature.REIMAGINE,
                                            "There is no picture before this one.",
                                            0.9)));
        }
        if (BARE_ORIGINAL.matcher(folded).matches()) {
            return references
                    .named(clause)
                    .map(source -> new Command.Look(source, "Here it is again.", Edits.SURE));
        }
        Matcher show = SHOW.matcher(folded);
        if (!show.find()
                || folded.length() > 70
                || folded.matches(".*\\b(?:but|in|as|without|larger|bigger)\\b.*")) {
            return Optional.empty();
        }
        String rest = folded.substring(show.end());
        boolean again =
                rest.matches(".*\\bagain\\b.*|.*\\bonce more\\b.*|.* nochmal.*")
                        || folded.matches(
                                "^(?:go|switch|revert|return|take|roll|back|restore|zuruck).*");
        if (!SHOWN.matcher(rest).find()
                && !(again
                        && references.named(clause.from(show.end())).isPresent()
                        && rest.matches("^ (?:me )?(?:the|my|that|das|le|la|el) .*"))) {
            return Optional.empty();
        }
        return references
                .named(clause)
                .or(() -> rest.matches(".* again.*") ? references.it() : Optional.empty())
                .map(source -> new Command.Look(source, "Here it is again.", Edits.SURE));
    }

    private Optional<Command> again(Utterance clause) {
        if (!AGAIN.matcher(clause.folded()).matches() || scene.last().isEmpty()) {
            return Optional.empty();
        }
        ObjectNode wish = scene.last().get().wish().deepCopy();
        if (clause.folded()
                .matches(
                        ".*\\b(?:another|one more|a different|noch ein\\w*|otro|otra|autre)\\b.*")) {
            wish.remove("num_images");
        }
        return Optional.of(repeated(scene.last().get(), wish, Optional.empty()));
    }

    private static Command.Do repeated(LastStep last, ObjectNode wish, Optional<Long> seed) {
        return Command.Do.of(last.feature(), wish, 0.9)
                .on(last.picture().map(Source.Known::new))
                .seeded(seed);
    }

    private Optional<Command> sameTo(Utterance clause) {
        Optional<LastStep> last = scene.last().filter(step -> step.feature().needsPicture());
        if (last.isEmpty()) {
            return Optional.empty();
        }
        Matcher same = SAME_TO.matcher(clause.folded());
        boolean here = SAME_HERE.matcher(clause.folded()).matches();
        boolean to = same.matches();
        if ((!to && !here)
                || (here
                        && !scene.bringsPicture()
                        && !clause.folded().matches(".*(?:other|second|first).*"))) {
            return Optional.empty();
        }
        Utterance which = to ? clause.from(same.start("which")) : clause;
        Optional<Source> picture =
                scene.bringsPicture() && !which.folded().matches(".*\\b(?:second|third|first)\\b.*")
                        ? references.it()
                        : references.named(which).or(references::it);
        boolean named = Objects.of(which, scene) != Objects.Thing.OTHER || scene.bringsPicture();
        return named
                ? picture.map(source ->
                        Command.Do.of(last.get().feature(), last.get().wish().deepCopy(), 0.9)
                                .on(Optional.of(source))
                                .seeded(Optional.of(last.get().seed())))
                : Optional.empty();
    }

    private Optional<Command> sameBut(Utterance clause) {
        Matcher same = SAME_BUT.matcher(clause.folded());
        if (scene.last().isEmpty() || !same.find() || same.end() >= clause.folded().length()) {
            return Optional.empty();
        }
        boolean but = BUT.matcher(same.group()).find();
        Utterance rest = clause.from(same.end());
        if (!but && !rest.has(HOW)) {
            return Optional.empty();
        }
        return Optional.of(
                otherwise.of(
                        scene.last().get(),
                        scene.state().active().flatMap(scene.state()::earlier),
                        rest,
                        0.9));
    }

    /// "The first one again but at night".
    private Optional<Command> otherAgain(Utterance clause) {
        Matcher other = OTHER_AGAIN.matcher(clause.folded());
        if (!other.find()) {
            return Optional.empty();
        }
        Optional<Earlier> earlier =
                references
                        .named(clause.part(other.start("which"), other.end("which")))
                        .flatMap(source ->
                                source instanceof Source.Known(String id)
                                        ? scene.state().earlier(id)
                                        : Optional.empty());
        return earlier.flatMap(Earlier::made)
                .map(made -> otherwise.of(made, earlier, clause.from(other.end()), 0.9));
    }

    private Optional<Command> strength(Utterance clause) {
        OptionalDouble factor = Strength.factor(clause.folded());
        if (factor.isEmpty() || scene.last().isEmpty() || scene.bringsPicture()) {
            return Optional.empty();
        }
        LastStep last = scene.last().get();
        return Strength.changed(last, factor.getAsDouble())
                .map(wish ->
                        Strength.isSame(last, wish)
                                ? new Command.Tell(
                                        last.feature(),
                                        Strength.atItsEnd(factor.getAsDouble()),
                                        0.9)
                                : repeated(last, wish, Optional.of(last.seed())));
    }

    /// What is left when nothing else fits: changes of what was drawn last, in words.
    Optional<Command> words(Utterance clause) {
        if (scene.last().isEmpty() || scene.bringsPicture() || clause.folded().length() > 120) {
            return Optional.empty();
        }
        LastStep last = scene.last().get();
        boolean drawn = last.feature() == ImageFeature.IMAGE_GENERATION;
        String folded = clause.folded();
        Matcher add = AND_IT.matcher(folded);
        if (add.find() && add.end() < folded.length()) {
            String rest = folded.substring(add.end());
            boolean shown =
                    Visible.in(rest)
                            || LookWords.hasLight(rest)
                            || Objects.of(clause.from(add.end()), scene) == Objects.Thing.SHOWN
                            || SHOWABLE.in(rest);
            boolean elsewhere =
                    rest.matches(".*\\b(?:css|html|table|list|code|text file|column)\\b.*");
            if (!shown || elsewhere) {
                return Optional.empty();
            }
            return Optional.of(
                    drawn || last.feature() == ImageFeature.REIMAGINE
                            ? otherwise.changed(last, clause, 0.8)
                            : Command.Do.of(
                                    ImageFeature.REIMAGINE,
                                    Command.wish()
                                            .put(
                                                    "prompt",
                                                    clause.original().replaceFirst("[.!?]+$", "")),
                                    0.7));
        }
        Matcher instead = INSTEAD.matcher(folded);
        boolean matches = instead.matches();
        if (!drawn || !matches || clause.words().size() > 12) {
            return Optional.empty();
        }
        String what = instead.group("what");
        boolean told =
                folded.matches(
                        ".*\\b(?:is|are|was|were|my|i|we|you|it's|can|can't|costs?|has|have|would|will|eats?|named?|called|css|html|python)\\b.*");
        boolean led = instead.group("how") != null || !instead.group("lead").isEmpty();
        boolean replaced = led && Visible.in(what);
        boolean subject =
                Visible.in(what)
                        && clause.words().size() <= 5
                        && what.matches("^(?:an? |two |three |ein\\w* |une? |una? ).*");
        if (told || DRAWN.matcher(folded).find()) {
            return Optional.empty();
        }
        if (replaced || subject) {
            ObjectNode wish = last.wish().deepCopy();
            wish.put(
                    "prompt",
                    clause.original()
                            .substring(instead.start("what"), instead.end("what"))
                            .strip());
            return Optional.of(Command.Do.of(ImageFeature.IMAGE_GENERATION, wish, 0.8));
        }
        boolean setting =
                what.matches(
                        "^(?:in|at|on|during|under|im|bei|am|en|au|a la|de) (?:the |a |an |der |dem |la |le |el )?(?:"
                                + SETTING
                                + ")(?: .*)?");
        return setting ? Optional.of(otherwise.changed(last, clause, 0.8)) : Optional.empty();
    }

    private static final String SETTING =
            "winter|summer|spring|autumn|fall|snow|rain|fog|mist|storm|desert|space|forest|city|mountains|beach|sea|paris|tokyo|new york|london|background|"
                    + LookWords.LIGHT;
    private static final NamedWords<Boolean> SHOWABLE =
            new NamedWords<Boolean>()
                    .add(
                            true,
                            "(?:clouds?|stars?|trees?|people|snow|rain|fog|mist|waves?|birds?|seagulls?|hat|scarf|glasses|crown|smile|hair|eyes?|wings?|colou?rs?|foreground|background|sky|grass|rocks?|leaves|lights?|windows?|shadows?|reflections?|text|title|caption|border|wolken|sterne|baume|leute|schnee|regen|vogel|nuages?|etoiles?|arbres?|gens|neige|pluie|oiseaux?|nubes|estrellas|arboles|gente|nieve|lluvia|pajaros|walls?|roof|door|dress|shirt|sunglasses|mountains?|fire|smoke|fence|path|flag)");
}
