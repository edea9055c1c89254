package parley.llm.builtin.skill;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import parley.llm.TokenCounter;
import parley.llm.builtin.language.Whitespace;

/// Does things to texts: counts, changes case, sorts lines, extracts, encodes. The text stands
/// behind a colon, in quotes, on the lines below or above, or it is the last answer ("make it
/// uppercase").
final class TextToolSkill implements Skill {
    private static final int LONGEST_INSTRUCTION = 120;
    // "reverse hello", "base64 encode hello world": the text follows without any sign.
    private static final Pattern DIRECT =
            Pattern.compile(
                    "\\s*+(?:please )?(?:(?:convert|turn|make|change|put) )?"
                            + "(uppercase|upper case|lowercase|lower case|title case"
                            + "|capitali[sz]e|reverse"
                            + "|slugify|slug|base64[ -]?encode|base64[ -]?decode|encode base64"
                            + "|decode base64"
                            + "|to uppercase|to lowercase|rot13|(?:url|percent)[ -]?encode"
                            + "|(?:url|percent)[ -]?decode|spell)"
                            + "(?: (?:the )?(?:text|string|words?|phrase|sentence))?(?:"
                            + " of)?\\s++(\\S.*+)",
                    Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern POINTING =
            Pattern.compile(
                    "\\b(?:it|that|this|them|(?:your|the) (?:last |previous )?(?:answer|reply"
                            + "|response|message"
                            + "|story|poem|text|list|summary)|the above|above)\\b");
    private static final Pattern ITSELF =
            Pattern.compile("\\bthis (?:sentence|question|message)\\b");
    private static final Pattern POINTER_ONLY =
            Pattern.compile(
                    "(?:it|that|this|them|the above|above|(?:the |this |that )?text)[.!?]*");

    private final List<TextTool> tools = new ArrayList<>();

    TextToolSkill(TokenCounter counter) {
        tools.addAll(TextCounts.tools(counter));
        tools.addAll(JsonText.tools());
        tools.addAll(Encodings.tools());
        tools.addAll(Extracts.tools());
        tools.addAll(LineTools.tools());
        tools.addAll(LetterCase.tools());
    }

    @Override
    public Optional<Answer> answer(Question question) throws InterruptedException {
        for (Reading reading : question.readings()) {
            Optional<TextTool> tool = toolFor(reading.instruction());
            if (tool.isPresent() && reading.hasBody()) {
                return Answer.exact(tool.get().work().apply(reading.body(), reading.instruction()));
            }
        }
        Optional<Answer> direct = direct(question);
        return direct.isPresent() ? direct : pointed(question);
    }

    private Optional<TextTool> toolFor(String instruction) {
        return instruction.length() > LONGEST_INSTRUCTION
                ? Optional.empty()
                : tools.stream().filter(tool -> tool.isWanted(instruction)).findFirst();
    }

    private Optional<Answer> direct(Question question) throws InterruptedException {
        Matcher matcher = DIRECT.matcher(question.text());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String instruction = Courtesy.plain(matcher.group(1));
        String body = matcher.group(2);
        Optional<TextTool> tool = toolFor(instruction);
        boolean pointer = POINTER_ONLY.matcher(Courtesy.plain(Whitespace.head(body, 40))).matches();
        return tool.isEmpty() || pointer
                ? Optional.empty()
                : Answer.exact(tool.get().work().apply(body, instruction));
    }

    /// The tool is done to the last answer, if the instruction points at it.
    private Optional<Answer> pointed(Question question) throws InterruptedException {
        String line = question.line();
        Optional<TextTool> tool = toolFor(line);
        if (tool.isEmpty() || !POINTING.matcher(line).find()) {
            return Optional.empty();
        }
        if (ITSELF.matcher(line).find()) {
            String counted = ITSELF.matcher(line).replaceAll("");
            return Answer.exact(tool.get().work().apply(question.text(), counted));
        }
        Optional<String> last = question.lastAnswer();
        return last.isEmpty()
                ? Answer.prose(
                        "There is no text yet to do that to. Put it behind a colon or on the lines"
                                + " below, and I do it.")
                : Answer.exact(tool.get().work().apply(last.get(), line));
    }
}
