package parley.image.intent;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import parley.image.intent.IntentReader.Step;
import parley.image.intent.IntentReader.Understood;

/// A message with what it means, as people said.
///
/// @param state see [States]
/// @param intent one, or several of a plan with `+`; `?` before it where a question is to be put;
///   `show`; `talk`
/// @param slots values that must be found; a value may have alternatives, with `~` between
record Labelled(String state, String message, String intent, Map<String, List<String>> slots) {
    static List<Labelled> all(String resource) {
        List<Labelled> all = new ArrayList<>();
        for (String line : lines(resource)) {
            String[] cells = line.split("\t", -1);
            all.add(
                    new Labelled(
                            cells[0], cells[1], cells[2], slots(cells.length > 3 ? cells[3] : "")));
        }
        return all;
    }

    static List<String> lines(String resource) {
        return allLines(resource).stream().filter(line -> !line.isBlank()).toList();
    }

    static List<String> allLines(String resource) {
        try (InputStream in =
                java.util.Objects.requireNonNull(Labelled.class.getResourceAsStream(resource))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, List<String>> slots(String text) {
        Map<String, List<String>> slots = new LinkedHashMap<>();
        for (String each : text.isEmpty() ? new String[0] : text.split("\\|")) {
            int is = each.indexOf('=');
            slots.put(each.substring(0, is), List.of(each.substring(is + 1).split("~")));
        }
        return slots;
    }

    static String intentOf(Understood understood) {
        return switch (understood) {
            case Understood.Talk _ -> "talk";
            case Understood.Show _ -> "show";
            case Understood.Told _ -> "told";
            case Understood.Unclear unclear -> "?" + unclear.intent().intent();
            case Understood.Plan plan ->
                    plan.steps().stream()
                            .map(step -> step.feature().intent())
                            .collect(Collectors.joining("+"));
        };
    }

    /// Everything that was found in all steps; of a name that is there twice, both.
    static Map<String, List<String>> found(Understood understood) {
        Map<String, List<String>> found = new LinkedHashMap<>();
        if (understood instanceof Understood.Plan plan) {
            for (Step step : plan.steps()) {
                step.wish()
                        .properties()
                        .forEach(each ->
                                found.computeIfAbsent(each.getKey(), _ -> new ArrayList<>())
                                        .add(each.getValue().asString()));
                step.seed()
                        .ifPresent(seed ->
                                found.computeIfAbsent("seed", _ -> new ArrayList<>())
                                        .add(seed.toString()));
            }
        }
        return found;
    }

    boolean intentIsRight(Understood understood) {
        return intentOf(understood).equals(intent);
    }

    /// How many of the values were found.
    int slotsFound(Understood understood) {
        Map<String, List<String>> found = found(understood);
        int right = 0;
        for (Map.Entry<String, List<String>> slot : slots.entrySet()) {
            List<String> values = found.getOrDefault(slot.getKey(), List.of());
            boolean any =
                    slot.getValue().stream()
                            .anyMatch(wanted ->
                                    values.stream().anyMatch(value -> same(wanted, value)));
            right += any ? 1 : 0;
        }
        return right;
    }

    /// How many values were found of those that are judged: of names that are labelled, and of
    /// names that should not be there at all.
    int slotsSaid(Understood understood) {
        Map<String, List<String>> found = found(understood);
        int said = 0;
        for (Map.Entry<String, List<String>> each : found.entrySet()) {
            boolean judged =
                    !slots.isEmpty()
                            && (slots.containsKey(each.getKey()) || JUDGED.contains(each.getKey()));
            said += judged ? each.getValue().size() : 0;
        }
        return said;
    }

    private static final List<String> JUDGED =
            List.of(
                    "aspect_ratio",
                    "style",
                    "num_images",
                    "engine",
                    "negative_prompt",
                    "left",
                    "right",
                    "top",
                    "bottom",
                    "imagination",
                    "background",
                    "engine_style");

    private static boolean same(String wanted, String value) {
        return value.strip()
                .toLowerCase(Locale.ROOT)
                .equals(wanted.strip().toLowerCase(Locale.ROOT));
    }
}
