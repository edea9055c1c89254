package parley.image.intent;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import parley.image.ImageFeature;
import parley.image.intent.IntentReader.PictureState;
import parley.image.intent.IntentReader.Understood;

/// Reads one message by rules.
final class Reading {
    private static final Pattern TEXT_WORK =
            Pattern.compile(
                    "^(?:write|compose|translate|summari[sz]e|explain|list|calculate|convert \\d|define|rewrite|proofread|spell|count|sort|plot|chart|graph|query|select|import|def|class|public|function|const|let \\w+ =|var|for \\(|if \\(|curl|git|npm|pip|docker|sudo|schreib\\w*|ubersetz\\w*|ecris|traduis|escribe|traduce)(?![\\p{L}])");
    private static final Pattern PLURAL_ABLE =
            Pattern.compile(
                    "^(?:upscal\\w*|re-?light\\w*|outpaint\\w*|reimagin\\w*|expand|extend|enlarge|remove (?:the |an? )?backgrounds?|edit|draw|paint|sketch|generate|create|make|style transfer|(?:do )?upscaling)(?: (?:images?|pictures?|photos?|pics|things|stuff|art|drawings|paintings|logos|(?:an? )?(?:image|picture|photo)s?(?:'s)?(?: background)?|backgrounds?|from (?:an? )?(?:images?|photos?|pictures?)|of (?:an? )?(?:images?|photos?|pictures?)|bilder|imagenes|too|as well|for me|here|like that|with (?:ai|you)|to \\w+))*$");
    private static final Pattern SUBJECT_FIRST =
            Pattern.compile(
                    "^(?:the|that|this|my|das|den|die|la|le|el|l') ?(?:[\\p{L}\\p{N}]+ ){1,3}(?:in|as|without|at|on|with|into|im|als|en|bigger|larger|brighter|darker|wider|square) ?");
    private static final int LONGEST_COMMAND = 1200;

    private final Scene scene;
    private final References references;
    private final Edits edits;
    private final Drawing drawing;
    private final FollowUps followUps;
    private final Plans plans;
    private final Selection selection;

    Reading(PictureState state, Utterance message) {
        scene = new Scene(state, message.links(), message.folded());
        references = new References(scene);
        edits = new Edits(scene, references);
        drawing = new Drawing();
        followUps = new FollowUps(scene, references);
        plans = new Plans(references);
        selection = new Selection(scene, references);
    }

    /// Empty where nothing asks for pictures.
    Optional<Understood> read(Utterance text) {
        if (text.isBlank() || text.folded().contains("```")) {
            return Optional.empty();
        }
        Openings.Opened opened = Openings.open(text);
        Utterance rest = opened.rest();
        if ((!opened.polite() && Openings.isQuestion(rest))
                || TEXT_WORK.matcher(rest.folded()).find()) {
            return Optional.empty();
        }
        if ((!opened.polite() && Openings.asks(rest)) || (opened.polite() && isGeneral(rest))) {
            return Optional.empty();
        }
        Optional<Understood> chosen = selection.read(rest);
        if (chosen.isPresent()) {
            return chosen;
        }
        List<Command> commands = new ArrayList<>();
        List<Utterance> about = new ArrayList<>();
        Clauses clauses = collect(rest, opened.polite(), commands, about);
        return understood(clauses, commands, about).or(() -> selection.loosely(rest));
    }

    /// Whether a message is no wish, whatever its words: a question, work on text or code, an order
    /// not to do something.
    boolean isOrdinary(Utterance text) {
        Openings.Opened opened = Openings.open(text);
        Utterance rest = opened.rest();
        return text.folded().contains("```")
                || TEXT_WORK.matcher(rest.folded()).find()
                || Openings.isNegated(rest)
                || (opened.polite()
                        ? isGeneral(rest)
                        : Openings.isQuestion(rest) || Openings.asks(rest));
    }

    /// "Can you upscale?", "could you make pictures": a question about what can be done.
    private boolean isGeneral(Utterance rest) {
        String words = rest.folded().replaceAll("[\\s?.!]+$", "");
        boolean definite = words.matches(".*\\b(?:the|this|that|it|my|me)\\b.*");
        return (PLURAL_ABLE.matcher(words).matches()
                        && !scene.bringsPicture()
                        && !(definite && scene.hasPicture())
                        && !(definite && words.matches(".*\\b(?:this|that|me|my)\\b.*")))
                || (words.matches(
                                ".*\\b(?:images|pictures|photos|backgrounds|bilder|fotos|imagenes)$")
                        && !scene.bringsPicture()
                        && !words.matches(".*\\b(?:these|the|two|three|four|some|my|\\d)\\b.*"))
                || (!scene.hasPicture()
                        && words.matches(
                                ".*\\b(?:an?|any) (?:image|photo|picture)(?:'s background)?$")
                        && !words.startsWith("draw")
                        && !words.matches(".*\\bme\\b.*"));
    }

    private Clauses collect(
            Utterance rest, boolean polite, List<Command> commands, List<Utterance> about) {
        Clauses clauses = Clauses.of(rest);
        List<Utterance> pieces = clauses.pieces();
        Optional<Command> whole = followUps.whole(trimmed(rest));
        if (whole.isPresent()) {
            commands.add(whole.get());
            about.add(rest);
            return clauses;
        }
        int at = 0;
        while (at < pieces.size()) {
            at = next(rest, pieces, at, polite, commands, about);
        }
        return clauses;
    }

    /// Reads the longest run of pieces that is one command.
    private int next(
            Utterance rest,
            List<Utterance> pieces,
            int at,
            boolean polite,
            List<Command> commands,
            List<Utterance> about) {
        int start = start(pieces, at);
        int end = at + 1;
        while (end < pieces.size()
                && !begins(pieces.get(end), rest.part(start, start(pieces, end)))) {
            end++;
        }
        int last = start(pieces, end - 1) + pieces.get(end - 1).folded().length();
        Utterance whole = rest.part(start, Math.min(last + 1, rest.folded().length()));
        boolean first = commands.isEmpty();
        boolean drawn =
                commands.stream().anyMatch(each -> each.feature() == ImageFeature.IMAGE_GENERATION);
        Optional<Command> command = command(whole, polite, first, drawn);
        if (command.isEmpty() && end > at + 1) {
            whole = pieces.get(at);
            command = command(whole, polite, first, drawn);
            end = at + 1;
        }
        if (command.isPresent()) {
            commands.add(command.get());
            about.add(whole);
        }
        return end;
    }

    /// Where a piece begins. Pieces are parts of the same text, found again by their order.
    private static int start(List<Utterance> pieces, int at) {
        return pieces.get(at).offset();
    }

    /// Whether a piece is a command of its own behind the text before it.
    private boolean begins(Utterance piece, Utterance before) {
        Utterance bare = Openings.withoutCourtesy(piece);
        if (Openings.isNegated(bare)) {
            return true;
        }
        Optional<Command> drawn = drawing.read(Openings.withoutCourtesy(before), false);
        boolean toDraw = drawn.filter(Command.Do.class::isInstance).isPresent();
        Edits after = toDraw ? afterDrawing() : edits;
        boolean explicit = !toDraw || AFTER_DRAWING.matcher(bare.folded()).find();
        return (explicit
                        && (after.read(bare).isPresent()
                                || bareFactor(trimmed(bare)).isPresent()
                                || (!toDraw && followUps.read(bare).isPresent())))
                || (!bare.folded().matches(".{0,3}")
                        && drawing.read(bare, false)
                                .filter(found -> found.confidence() > 0.8)
                                .isPresent());
    }

    private Edits afterDrawing() {
        Scene then = scene.afterDrawing();
        return new Edits(then, new References(then));
    }

    private static final Pattern AFTER_DRAWING =
            Pattern.compile(
                    "^(?:up-?scale|enlarge|remove the background|cut (?:it|them) out|relight|re-?imagine|expand|extend|outpaint|cartoonify|pixelate|isolate|turn (?:it|this|that|the)|convert (?:it|this)|make (?:it|this|that|the background)|blur the|give it|put it|set the background|change the|brighten|darken|entferne|vergro\\w*|mach (?:es|das)|supprime|enleve|agrandi\\w*|quita|elimina|amplia\\w*|hazlo)(?![\\p{L}])");

    private Optional<Command> command(
            Utterance piece, boolean polite, boolean first, boolean afterDrawing) {
        Utterance bare = Openings.withoutCourtesy(piece);
        if (bare.isBlank()
                || (Openings.isNegated(bare) && !SOFTENED.matcher(bare.folded()).find())
                || (!first && Openings.isQuestion(bare))) {
            return Optional.empty();
        }
        Utterance trimmed = trimmed(bare);
        if (trimmed.folded().length() > LONGEST_COMMAND) {
            return drawing.read(trimmed, polite);
        }
        return followUps
                .read(trimmed)
                .or(() -> drawing.ofSomething(trimmed, polite))
                .or(() -> (afterDrawing ? afterDrawing() : edits).read(trimmed))
                .or(() -> subjectFirst(trimmed))
                .or(() ->
                        piece.offset() == 0 || Drawing.hasVerb(trimmed)
                                ? drawing.read(trimmed, polite)
                                : Optional.empty())
                .or(() -> !first || piece.offset() == 0 ? bareFactor(trimmed) : Optional.empty())
                .or(() ->
                        first && piece.offset() == 0 ? followUps.words(trimmed) : Optional.empty())
                .map(command -> seeded(command, trimmed));
    }

    /// "Not so strong" is said of a step, and is no order to leave it.
    private static final Pattern SOFTENED =
            Pattern.compile(
                    "^(?:not (?:so|that|quite|as) |without |nicht (?:so|ganz so|zu) |pas (?:si|aussi|trop) |no tan )");

    private static Utterance trimmed(Utterance text) {
        return text.part(0, text.folded().replaceAll("[\\s.!?]+$", "").length());
    }

    /// "The second one in watercolour": an order, but for its verb.
    private Optional<Command> subjectFirst(Utterance piece) {
        boolean fits = piece.has(SUBJECT_FIRST) && references.named(piece).isPresent();
        return fits ? edits.read(piece.after("make ")) : Optional.empty();
    }

    /// "4x", "x2", "twice as large", with nothing else.
    private Optional<Command> bareFactor(Utterance piece) {
        String folded = piece.folded().strip();
        boolean number =
                folded.matches(
                        "^(?:(?:now |by |at |to |and |in )*(?:x ?\\d{1,2}|\\d{1,2} ?x|\\d{3} ?%|4k|8k|double|twice)(?: (?:bigger|larger|size|the size|please|resolution))?)$");
        if (!number || !scene.hasPicture()) {
            return Optional.empty();
        }
        if (folded.matches(".*\\d+k.*") && scene.justDrawn()) {
            return Finer.of(piece, scene);
        }
        var size =
                references
                        .it()
                        .flatMap(source ->
                                source instanceof IntentReader.Source.Known(String id)
                                        ? scene.size(id)
                                        : Optional.empty());
        return ScaleWords.factor(folded, size)
                .map(found ->
                        Command.Do.of(
                                ImageFeature.UPSCALE,
                                Command.wish().put("scale_factor", found.value()),
                                Edits.LIKELY));
    }

    private static Command seeded(Command command, Utterance piece) {
        if (!(command instanceof Command.Do doing)) {
            return command;
        }
        Command.Do with =
                doing.seed().isPresent()
                        ? doing
                        : doing.seeded(ExtraWords.seed(piece.folded()).map(Found::value));
        ExtraWords.engine(piece.folded())
                .ifPresent(found -> with.wish().put("engine", found.value()));
        return with;
    }

    private Optional<Understood> understood(
            Clauses clauses, List<Command> commands, List<Utterance> about) {
        List<Command.Do> doing = new ArrayList<>();
        List<Utterance> said = new ArrayList<>();
        for (int i = 0; i < commands.size(); i++) {
            if (commands.get(i) instanceof Command.Do each) {
                doing.add(each);
                said.add(about.get(i));
            }
        }
        if (!doing.isEmpty()) {
            return Optional.of(plans.plan(doing, said, clauses.ordered()));
        }
        for (Command command : commands) {
            switch (command) {
                case Command.Look(var picture, String text, double confidence) -> {
                    return Optional.of(new Understood.Show(picture, confidence, text));
                }
                case Command.Ask(
                                ImageFeature feature,
                                String question,
                                List<String> choices,
                                double confidence) -> {
                    boolean nothing = feature.needsPicture() && !scene.hasPicture();
                    return Optional.of(
                            nothing
                                    ? new Understood.Unclear(
                                            feature,
                                            confidence,
                                            "Which picture do you mean? Send it with your answer, as a file or an address.",
                                            List.of())
                                    : new Understood.Unclear(
                                            feature, confidence, question, choices));
                }
                case Command.Again(List<IntentReader.Step> steps, double confidence) -> {
                    return Optional.of(new Understood.Plan(steps, confidence, Sayings.of(steps)));
                }
                case Command.Tell(_, String sentence, double confidence) -> {
                    return Optional.of(new Understood.Told(sentence, confidence));
                }
                case Command.Do _ -> {}
            }
        }
        return Optional.empty();
    }
}
