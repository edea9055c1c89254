package parley.image.intent;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import parley.image.intent.IntentReader.Earlier;
import parley.image.intent.IntentReader.PictureState;
import parley.image.intent.IntentReader.Step;
import parley.image.intent.IntentReader.Understood;

/// Reads messages that choose their picture first: "the second one", "the cat, golden hour", "make
/// the first and the third wider". What is left is read as if that picture were "it".
final class Selection {
    private static final Pattern LEAD =
            Pattern.compile(
                    "^(?:(?:use|take|pick|choose|select|keep|show(?: me)?|let me see|see|go with|work with|continue with|switch to|i (?:like|prefer|choose|pick|take|meant?)|i'll take|nimm|verwende|wahle|ich nehme|ich meine|zeig(?:e)?(?: mir)?|prends|choisis|utilise|montre(?:-moi)?|je prends|usa|elige|toma|muestra(?:me)?|me quedo con) )+");

    /// An opinion, unless it names a picture.
    private static final Pattern TOLD =
            Pattern.compile(
                    "^i (?:like|prefer|meant?) (?!.*(?:one|picture|image|photo|pic|version|drawing)[.!? ]*$).*");

    private static final Pattern BARE_END =
            Pattern.compile(
                    "^(?: (?:please|bitte|por favor|s'il te plait|svp|then|instead|again|there))*[.!? ]*$");
    private static final Pattern ABOUT =
            Pattern.compile(
                    "^(?:(?:for|in|on|with|take|use|from|give me|show me|let me have|now|do|fur|bei|mit|nimm|pour|dans|avec|para|con) )?");
    private static final Pattern MARK = Pattern.compile("^ ?[,:;–-] ?(?:and |then |please )*");
    private static final Pattern SPACE = Pattern.compile("^ ");
    private static final Pattern JOINT =
            Pattern.compile("^(?:,? (?:and|und|et|y|&) (?:also )?|, )");
    private static final Pattern WORD_START =
            Pattern.compile("(?<![\\p{L}\\p{N}#'-])[\\p{L}\\p{N}#]");
    private static final Pattern ALL =
            Pattern.compile(
                    "(?<![\\p{L}])(?:both(?: of (?:them|these|those)| pictures| images| photos)?(?! (?:sides|ends|of|the)\\b)|all (?:of (?:them|these)|(?:two|three|four|\\d)(?: of them| pictures| images| photos)?|(?:the )?(?:pictures|images|photos))|beiden?(?: bilder)?|alle (?:bilder|drei|vier|zwei)|(?:toutes )?les (?:deux|trois|quatre)(?: images)?|amb[ao]s|l[ao]s (?:dos|tres|cuatro))(?![\\p{L}])");
    private static final int MOST = 4;

    private final Scene scene;
    private final PictureState state;
    private final PictureNames names;

    Selection(Scene scene, References references) {
        this.scene = scene;
        this.state = scene.state();
        this.names = new PictureNames(scene, references);
    }

    /// Empty where a message does not begin by choosing.
    Optional<Understood> read(Utterance text) {
        if (state.earlier().isEmpty() && state.attached().size() < 2) {
            return Optional.empty();
        }
        return several(text).or(() -> bare(text)).or(() -> focused(text, MARK));
    }

    /// "The second one wider": without a mark between, where the whole says nothing else.
    Optional<Understood> loosely(Utterance text) {
        return state.earlier().isEmpty() && state.attached().size() < 2
                ? Optional.empty()
                : focused(text, SPACE);
    }

    private Optional<Understood> bare(Utterance text) {
        Matcher lead = text.matcher(LEAD);
        Utterance rest = lead.find() ? text.from(lead.end()) : text;
        if (scene.bringsPicture() || text.matcher(TOLD).matches()) {
            return Optional.empty();
        }
        Optional<PictureNames.Named> named =
                names.leading(rest)
                        .filter(found -> BARE_END.matcher(behind(rest, found)).matches());
        if (named.isPresent() && (named.get().numbered() || state.earlier().size() > 1)) {
            return Optional.of(
                    new Understood.Show(
                            new IntentReader.Source.Known(named.get().imageId()),
                            0.9,
                            "Here it is. What comes next is done to this one."));
        }
        boolean missing =
                named.isEmpty()
                        && names.missing(rest)
                                .filter(end ->
                                        BARE_END.matcher(rest.folded().substring(end)).matches())
                                .isPresent();
        int count = state.earlier().size();
        return missing && count > 1
                ? Optional.of(
                        new Understood.Told(
                                "There are %d pictures in this conversation so far."
                                        .formatted(count),
                                0.9))
                : Optional.empty();
    }

    private static String behind(Utterance text, PictureNames.Named named) {
        return text.folded().substring(named.end());
    }

    private Optional<Understood> focused(Utterance text, Pattern between) {
        Matcher about = text.matcher(ABOUT);
        Utterance named = about.find() ? text.from(about.end()) : text;
        Optional<PictureNames.Named> found = names.leading(named);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Matcher mark = between.matcher(behind(named, found.get()));
        boolean led = about.end() > 0 && behind(named, found.get()).startsWith(" ");
        if (!mark.find() && !led) {
            return Optional.empty();
        }
        String rest =
                named.original()
                        .substring(found.get().end())
                        .replaceFirst("(?i)^[ ,:;–-]+(?:again,? )?", "");
        return on(found.get().imageId(), rest)
                .or(() -> on(found.get().imageId(), "make it " + rest));
    }

    /// What a message means where this picture is "it"; empty where it is no wish.
    private Optional<Understood> on(String imageId, String message) {
        if (message.isBlank()) {
            return Optional.empty();
        }
        Utterance text = Utterance.of(message);
        Optional<Earlier> earlier = state.earlier(imageId);
        PictureState then =
                earlier.map(state::on)
                        .orElseGet(() ->
                                new PictureState(
                                        List.of(imageId),
                                        state.earlier(),
                                        state.active(),
                                        state.last(),
                                        Optional.empty(),
                                        state.sizes()));
        return new Reading(then, text).read(text);
    }

    private Optional<Understood> several(Utterance text) {
        Set<String> ids = new LinkedHashSet<>();
        int start = -1;
        int end = -1;
        Matcher all = text.matcher(ALL);
        int wanted = 0;
        if (all.find()) {
            ids.addAll(names.together());
            start = all.start();
            end = all.end();
            wanted = count(all.group());
        }
        Matcher word = text.matcher(WORD_START);
        while (ids.size() < 2 && word.find()) {
            ids.clear();
            start = word.start();
            end = list(text, start, ids);
        }
        if (ids.size() < 2 || (ids.size() > MOST && wanted == 0)) {
            return Optional.empty();
        }
        String before = text.original().substring(0, start);
        String after = text.original().substring(end).replaceFirst("^[ ,:]+", " ");
        String each = before.isBlank() ? after.strip() : before + "it" + after;
        if (wanted > 0 && wanted != ids.size()) {
            return on(ids.iterator().next(), each)
                    .filter(Understood.Plan.class::isInstance)
                    .map(plan -> whichOnes(plan.confidence()));
        }
        List<Understood.Plan> plans = new ArrayList<>();
        for (String id : ids) {
            on(id, each)
                    .or(() -> before.isBlank() ? on(id, "make it " + each) : Optional.empty())
                    .filter(Understood.Plan.class::isInstance)
                    .map(Understood.Plan.class::cast)
                    .filter(plan -> plan.steps().getFirst().picture().isPresent())
                    .ifPresent(plans::add);
        }
        return plans.size() == ids.size() ? Optional.of(joined(plans)) : Optional.empty();
    }

    private Understood whichOnes(double confidence) {
        return new Understood.Told(
                "There are %d pictures here. Say which ones, such as “the first and the third”."
                        .formatted(state.earlier().size()),
                confidence);
    }

    /// How many "both" and "all three" are; 0 where it is not said.
    private static int count(String words) {
        if (words.matches("both.*|.*(?:two|zwei|beiden?|deux|amb[ao]s|dos).*|.*2.*")) {
            return 2;
        }
        if (words.matches(".*(?:three|drei|trois|tres|3).*")) {
            return 3;
        }
        return words.matches(".*(?:four|vier|quatre|cuatro|4).*") ? 4 : 0;
    }

    /// The pictures of a list that begins there, and where it ends.
    private int list(Utterance text, int start, Set<String> ids) {
        int end = start;
        int at = start;
        while (true) {
            Optional<PictureNames.Named> named = names.leading(text.from(at));
            if (named.isEmpty()) {
                return end;
            }
            ids.add(named.get().imageId());
            end = at + named.get().end();
            Matcher joint = JOINT.matcher(text.folded().substring(end));
            if (!joint.find()) {
                return end;
            }
            at = end + joint.end();
        }
    }

    private static Understood joined(List<Understood.Plan> plans) {
        List<Step> steps = new ArrayList<>();
        plans.forEach(plan -> steps.addAll(plan.steps()));
        String said = plans.getFirst().said().replaceFirst("\\.$", "");
        double confidence = plans.stream().mapToDouble(Understood.Plan::confidence).min().orElse(1);
        return new Understood.Plan(
                steps,
                confidence,
                "%s, for each of the %d pictures.".formatted(said, plans.size()));
    }
}
