package parley.llm.builtin.skill;

import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.llm.builtin.language.Interruption;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/// Checks JSON and lays it out. The layout changes white space only: numbers and escapes stay as
/// they were written.
final class JsonText {
    private static final int LONGEST_LAYOUT = 2_000_000;

    private JsonText() {}

    static List<TextTool> tools() {
        return List.of(
                TextTool.of(
                        "\\b(?:valid|validate|check|verify|is this|correct)\\b.*\\bjson\\b",
                        (text, _) -> verdict(text)),
                TextTool.of(
                        "\\b(?:minify|compact|compress)\\b.*\\bjson\\b",
                        (text, _) -> laidOut(text, false)),
                TextTool.of(
                        "\\b(?:pretty|format|indent|beautify|tidy|prettify|lay"
                                + " out)\\b.*\\bjson\\b|\\bjson\\b.*\\b(?:pretty|format|indent)"
                                + "|^pretty[- ]?print$",
                        (text, _) -> laidOut(text, true)));
    }

    private static String verdict(String text) throws InterruptedException {
        String problem = problem(text);
        return problem.isEmpty() ? "Yes, this is valid JSON." : problem;
    }

    private static String laidOut(String text, boolean indented) throws InterruptedException {
        String problem = problem(text);
        if (!problem.isEmpty()) {
            return problem;
        }
        String layout = new JsonLayout(text, indented, LONGEST_LAYOUT).write();
        return layout.length() > LONGEST_LAYOUT
                ? "It is valid JSON, but nested so deep that laid out it would fill millions of"
                        + " characters."
                : layout;
    }

    /// What is wrong with it; empty if nothing is.
    private static String problem(String text) throws InterruptedException {
        try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), text)) {
            boolean any = false;
            int depth = 0;
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                Interruption.check();
                if (any && depth == 0) {
                    return at("something follows behind the end", parser.currentTokenLocation());
                }
                any = true;
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            }
            return any ? "" : "There is no JSON in it.";
        } catch (JacksonException e) {
            return at(reason(e), e.getLocation());
        }
    }

    private static String at(String reason, @Nullable TokenStreamLocation location) {
        if (location == null) {
            return "This is not valid JSON: " + reason + ".";
        }
        return "This is not valid JSON: in line %d, column %d, %s."
                .formatted(location.getLineNr(), location.getColumnNr(), reason);
    }

    private static String reason(JacksonException failure) {
        String message = String.valueOf(failure.getOriginalMessage());
        if (message.startsWith("Unexpected end-of-input")) {
            return "it ends too early";
        }
        if (message.startsWith("Unexpected character (")) {
            return "there is " + message.substring(22, 25) + " where something else is needed";
        }
        if (message.startsWith("Unrecognized token")) {
            return "there is a word that is not in quotes";
        }
        if (message.startsWith("Unexpected close marker")) {
            return "a bracket is closed by one of another kind, or was never opened";
        }
        return message.contains("nesting depth") ? "it is nested too deep" : "it cannot be read";
    }
}
