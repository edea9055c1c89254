package parley.export.openwebui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.parser.Parser;
import parley.llm.Part;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Takes an answer apart in which Open WebUI has put, as `<details>` with a `type`, what the model
/// thought and which tools it called.
final class AnswerText {
    private static final String OPENING = "<details";
    private static final String CLOSING = "</details>";
    private static final Pattern ATTRIBUTE = Pattern.compile("([a-z_-]+)=\"([^\"]*)\"");
    private static final Pattern SUMMARY = Pattern.compile("(?s)^\\s*<summary>.*?</summary>");

    private AnswerText() {}

    /// @param origin who thought
    static List<Part> parts(String answer, String origin) {
        List<Part> parts = new ArrayList<>();
        int done = 0;
        while (true) {
            int begin = answer.indexOf(OPENING, done);
            int open = begin < 0 ? -1 : answer.indexOf('>', begin);
            int end = open < 0 ? -1 : answer.indexOf(CLOSING, open);
            if (end < 0) {
                addWords(parts, answer.substring(done));
                return parts;
            }
            addWords(parts, answer.substring(done, begin));
            String head = answer.substring(begin, open);
            String body = SUMMARY.matcher(answer.substring(open + 1, end)).replaceFirst("");
            addDetails(parts, head, body, origin, answer.substring(begin, end + CLOSING.length()));
            done = end + CLOSING.length();
        }
    }

    private static void addDetails(
            List<Part> parts, String head, String body, String origin, String all) {
        switch (attribute(head, "type")) {
            case "reasoning" ->
                    parts.add(new Part.Reasoning(unquoted(body), origin, Optional.empty()));
            case "tool_calls" -> {
                String id = attribute(head, "id");
                String name = attribute(head, "name");
                String arguments = unwrapped(attribute(head, "arguments"));
                parts.add(new Part.ToolCall(id, name, arguments.isBlank() ? "{}" : arguments));
                parts.add(
                        new Part.ToolResult(id, name, unwrapped(attribute(head, "result")), false));
            }
            case "code_interpreter" -> addWords(parts, body);
            default -> addWords(parts, all);
        }
    }

    /// A text that stands there as a JSON string.
    private static String unwrapped(String text) {
        if (!text.startsWith("\"")) {
            return text;
        }
        try {
            return JsonMapper.shared().readTree(text).asString(text);
        } catch (JacksonException e) {
            return text;
        }
    }

    private static String attribute(String head, String name) {
        Matcher attributes = ATTRIBUTE.matcher(head);
        while (attributes.find()) {
            if (attributes.group(1).equals(name)) {
                return Parser.unescapeEntities(attributes.group(2), true);
            }
        }
        return "";
    }

    /// Thoughts stand there as a quotation, in HTML's escapes.
    private static String unquoted(String body) {
        String lines =
                body.strip()
                        .lines()
                        .map(line -> line.replaceFirst("^(?:>|&gt;) ?", ""))
                        .collect(Collectors.joining("\n"));
        return Parser.unescapeEntities(lines, false);
    }

    private static void addWords(List<Part> parts, String text) {
        if (!text.isBlank()) {
            boolean follows = parts.stream().anyMatch(Part.Text.class::isInstance);
            parts.add(new Part.Text((follows ? "\n\n" : "") + text.strip()));
        }
    }
}
