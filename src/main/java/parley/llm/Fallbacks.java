package parley.llm;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Which models answer where another cannot.
///
/// @param byModel what was asked for (`provider/model`, a model's name, or `*` for all others) and
///   who answers then, in order
public record Fallbacks(Map<String, List<String>> byModel) {
    static final Fallbacks NONE = new Fallbacks(Map.of());

    private static final String ALL = "*";
    private static final String ARROW = "->";

    public Fallbacks {
        byModel = Map.copyOf(byModel);
    }

    /// Reads `asked -> first, second; other -> third; * -> last`. Names hold slashes and colons, so
    /// neither separates anything.
    ///
    /// @throws IllegalArgumentException with what it must be, and which rule is not
    static Fallbacks parse(String text) {
        Map<String, List<String>> byModel = new LinkedHashMap<>();
        for (String rule : text.split(";", -1)) {
            if (rule.isBlank()) {
                continue;
            }
            String[] sides = rule.split(ARROW, -1);
            if (sides.length != 2) {
                throw wrong(rule, "has not one ->");
            }
            String asked = sides[0].strip();
            List<String> names = Arrays.stream(sides[1].split(",", -1)).map(String::strip).toList();
            check(rule, asked, names);
            if (byModel.put(asked, names) != null) {
                throw wrong(rule, "is a second rule for the same model");
            }
        }
        return byModel.isEmpty() ? NONE : new Fallbacks(byModel);
    }

    private static void check(String rule, String asked, List<String> names) {
        if (asked.isEmpty()) {
            throw wrong(rule, "names no model before the ->");
        }
        if (names.contains("")) {
            throw wrong(rule, "lacks a model's name after the ->");
        }
        if (names.contains(ALL)) {
            throw wrong(rule, "has a * after the ->");
        }
        if (names.contains(asked)) {
            throw wrong(rule, "sends a model to itself");
        }
        if (names.stream().distinct().count() < names.size()) {
            throw wrong(rule, "names a model twice");
        }
    }

    /// The names of the models that answer where this one cannot.
    List<String> of(ResolvedModel model) {
        if (byModel.isEmpty()) {
            return List.of();
        }
        List<String> named = byModel.get(model.fullName());
        if (named == null) {
            named = byModel.get(model.model());
        }
        return named == null ? byModel.getOrDefault(ALL, List.of()) : named;
    }

    private static IllegalArgumentException wrong(String rule, String problem) {
        return new IllegalArgumentException(
                "rules such as 'openai/gpt-4o -> anthropic/claude-sonnet-4-5, builtin/parley; * ->"
                        + " builtin/parley'; '%s' %s".formatted(rule.strip(), problem));
    }
}
