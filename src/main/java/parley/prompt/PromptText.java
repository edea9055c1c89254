package parley.prompt;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import parley.error.AppException;
import parley.error.ErrorCode;

/// The text of a prompt: `{name}` is a variable, `{{` and `}}` are braces. A brace that is neither,
/// as in code, stands for itself. A name is a letter or underscore, then letters, digits,
/// underscores, hyphens and dots.
final class PromptText {
    private static final Pattern PIECE =
            Pattern.compile("\\{\\{|}}|\\{([\\p{L}_][\\p{L}\\p{N}_.-]{0,99})}");

    private PromptText() {}

    /// The names of the variables, in the order in which they first appear.
    static List<String> variables(String content) {
        Set<String> names = new LinkedHashSet<>();
        Matcher piece = PIECE.matcher(content);
        while (piece.find()) {
            if (piece.group(1) != null) {
                names.add(piece.group(1));
            }
        }
        return List.copyOf(names);
    }

    /// The text with values in place of its variables. Values are put in as they are: nothing in
    /// them is a variable.
    ///
    /// @throws AppException (422) naming the variables that have no value
    static String fill(String content, Map<String, String> values) {
        List<String> missing = new ArrayList<>(variables(content));
        missing.removeAll(values.keySet());
        if (!missing.isEmpty()) {
            throw AppException.invalid(
                            "variables",
                            missing.size() == 1
                                    ? "The variable \"%s\" has no value."
                                            .formatted(missing.getFirst())
                                    : "The variables \"%s\" have no values."
                                            .formatted(String.join("\", \"", missing)))
                    .as(ErrorCode.UNPROCESSABLE);
        }
        StringBuilder text = new StringBuilder();
        Matcher piece = PIECE.matcher(content);
        while (piece.find()) {
            String name = piece.group(1);
            String replacement =
                    name == null ? piece.group().substring(1) : values.getOrDefault(name, "");
            piece.appendReplacement(text, Matcher.quoteReplacement(replacement));
        }
        return piece.appendTail(text).toString();
    }
}
