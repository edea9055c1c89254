package parley.export.page;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import parley.conversation.ContentType;
import parley.conversation.Conversation;
import parley.conversation.WholeMessage;
import parley.export.ConversationPage;
import parley.export.ConversationSource;
import parley.llm.Part;

/// A conversation as Markdown: a heading for each message, and below it what it says, as it was
/// said. Pictures inside of messages stand in it as `data:` URIs.
public final class MarkdownPage implements ConversationPage {
    private static final Pattern BACKTICKS = Pattern.compile("`+");

    private final ConversationSource source;

    public MarkdownPage(ConversationSource source) {
        this.source = source;
    }

    @Override
    public void write(Conversation conversation, OutputStream out) throws IOException {
        Writer page = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        page.write("# %s\n\n".formatted(oneLine(Talk.title(conversation))));
        page.write("*%s*\n".formatted(Talk.time(conversation.createdAt())));
        source.forEachMessage(
                conversation,
                message -> {
                    if (!Talk.isEmpty(message)) {
                        append(page, text(message));
                    }
                });
        page.flush();
    }

    private static void append(Writer page, String text) {
        try {
            page.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(WholeMessage message) {
        StringBuilder text = new StringBuilder("\n## ").append(Talk.speaker(message));
        message.answeredBy().ifPresent(model -> text.append(" (").append(model).append(')'));
        text.append("\n\n");
        if (message.contentType() == ContentType.IMAGE && message.parts().isEmpty()) {
            text.append("![](<%s>)\n".formatted(message.content().replaceAll("[<>\\s]", "")));
        } else {
            Talk.parts(message).forEach(part -> append(text, part));
        }
        String ending = Talk.ending(message);
        if (!ending.isEmpty()) {
            text.append("\n*").append(oneLine(ending)).append("*\n");
        }
        return text.toString();
    }

    private static void append(StringBuilder text, Part part) {
        switch (part) {
            case Part.Text(String said) -> text.append(said).append("\n\n");
            case Part.Image(String mediaType, String data, Optional<String> _) ->
                    text.append("![](data:%s;base64,%s)\n\n".formatted(mediaType, data));
            case Part.ToolCall(String _, String name, String arguments) ->
                    text.append(
                            "Calls the tool `%s`:\n\n%s"
                                    .formatted(oneLine(name), fenced("json", arguments)));
            case Part.ToolResult(String _, String name, String content, boolean failed) ->
                    text.append(
                            "%s `%s`:\n\n%s"
                                    .formatted(
                                            failed ? "Failure of the tool" : "Answer of the tool",
                                            oneLine(name),
                                            fenced("", content)));
            case Part.Reasoning(String thought, String _, Optional<String> _) -> {
                if (!thought.isBlank()) {
                    thought.lines().forEach(line -> text.append("> ").append(line).append('\n'));
                    text.append('\n');
                }
            }
        }
    }

    /// A block of code whose fence is longer than any in it.
    private static String fenced(String language, String code) {
        int longest =
                BACKTICKS
                        .matcher(code)
                        .results()
                        .mapToInt(found -> found.group().length())
                        .max()
                        .orElse(0);
        String fence = "`".repeat(Math.max(3, longest + 1));
        return "%s%s\n%s\n%s\n\n".formatted(fence, language, code, fence);
    }

    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    }
}
