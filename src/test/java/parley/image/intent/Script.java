package parley.image.intent;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import parley.image.ImageFeature;
import parley.image.intent.IntentReader.Asked;
import parley.image.intent.IntentReader.Earlier;
import parley.image.intent.IntentReader.LastStep;
import parley.image.intent.IntentReader.PictureState;
import parley.image.intent.IntentReader.Source;
import parley.image.intent.IntentReader.Step;
import parley.image.intent.IntentReader.Understood;
import parley.image.pixel.Size;

/// A conversation in which every wish comes true at once. Pictures that are sent are `u1`, `u2`, as
/// the script names them; those that are made are `m1`, `m2`, in order.
final class Script {
    private static final Pattern SENT = Pattern.compile("^\\[([a-z0-9 ]+)] (.*)$");

    private final List<Earlier> earlier = new ArrayList<>();
    private Optional<String> active = Optional.empty();
    private Optional<LastStep> last = Optional.empty();
    private Optional<Asked> asked = Optional.empty();
    private int made;

    /// What is meant by the next message.
    Understood say(String line, IntentReader intents) {
        Matcher sent = SENT.matcher(line);
        boolean brings = sent.matches();
        List<String> attached = brings ? List.of(sent.group(1).split(" ")) : List.of();
        String message = brings ? sent.group(2) : line;
        Understood understood =
                intents.read(
                        message, new PictureState(attached, earlier, active, last, asked, sizes()));
        attached.forEach(this::add);
        asked = Optional.empty();
        happens(understood, message, attached);
        return understood;
    }

    private Map<String, Size> sizes() {
        Map<String, Size> sizes = new HashMap<>();
        earlier.forEach(each -> sizes.put(each.imageId(), new Size(1024, 768)));
        return sizes;
    }

    private void add(String upload) {
        earlier.add(States.upload(upload));
        active = Optional.of(upload);
    }

    private void happens(Understood understood, String message, List<String> attached) {
        switch (understood) {
            case Understood.Talk _, Understood.Told _ -> {}
            case Understood.Unclear unclear ->
                    asked =
                            Optional.of(
                                    new Asked(
                                            unclear.intent(),
                                            message,
                                            unclear.choices(),
                                            attached));
            case Understood.Show show -> {
                active = Optional.of(id(show.picture(), "none"));
                last = active.flatMap(this::find).flatMap(Earlier::made).or(() -> last);
            }
            case Understood.Plan plan -> {
                String before = "none";
                for (Step step : plan.steps()) {
                    before = done(step, before);
                }
            }
        }
    }

    private Optional<Earlier> find(String id) {
        return earlier.stream().filter(each -> each.imageId().equals(id)).findFirst();
    }

    private String done(Step step, String before) {
        int count =
                step.feature() == ImageFeature.IMAGE_GENERATION
                                || step.feature() == ImageFeature.REIMAGINE
                        ? step.wish().path("num_images").asInt(1)
                        : 1;
        Optional<String> picture = step.picture().map(source -> id(source, before));
        LastStep how =
                new LastStep(step.feature(), step.wish(), picture, step.seed().orElse(made + 11L));
        String first = "m" + (made + 1);
        String group = "imt_" + first;
        for (int i = 0; i < count; i++) {
            made++;
            earlier.add(
                    new Earlier(
                            "m" + made,
                            step.feature().intent(),
                            step.wish().path("prompt").asString(""),
                            picture,
                            group,
                            Optional.of(how),
                            active));
        }
        active = Optional.of(first);
        last = Optional.of(how);
        return first;
    }

    /// The picture that is worked on, by its name in the script.
    static String picture(Understood understood) {
        return switch (understood) {
            case Understood.Show show -> id(show.picture(), "before");
            case Understood.Plan plan ->
                    plan.steps().stream()
                            .filter(step -> step.feature().needsPicture())
                            .findFirst()
                            .flatMap(Step::picture)
                            .map(source -> id(source, "before"))
                            .orElse("none");
            case Understood.Talk _, Understood.Told _ -> "none";
            case Understood.Unclear _ -> "none";
        };
    }

    private static String id(Source source, String before) {
        return switch (source) {
            case Source.Known(String id) -> id;
            case Source.Named(String text) -> text;
            case Source.StepBefore() -> before;
        };
    }
}
