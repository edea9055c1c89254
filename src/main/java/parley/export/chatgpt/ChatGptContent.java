package parley.export.chatgpt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import parley.export.BesideFiles;
import parley.export.PictureBytes;
import parley.llm.Part;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What is in one of ChatGPT's messages, by its `content_type`.
final class ChatGptContent {
    private static final String INSTRUCTIONS = "user_editable_context";

    /// Where a source is named, in characters of Unicode's private use.
    private static final Pattern MARKS = Pattern.compile("\ue200[^\ue200\ue201]*\ue201");

    private static final Pattern SCHEME = Pattern.compile("^[a-z-]+://|[#?].*$");

    private final BesideFiles files;
    private int missing;

    ChatGptContent(BesideFiles files) {
        this.files = files;
    }

    static String type(JsonNode message) {
        return message.path("content").path("content_type").asString("text");
    }

    /// Whether it holds what the user wants to be known in all conversations.
    static boolean isInstructions(JsonNode message) {
        return type(message).equals(INSTRUCTIONS)
                || message.path("metadata").path("is_user_system_message").asBoolean(false);
    }

    List<Part> instructions(JsonNode message) {
        JsonNode content = message.path("content");
        JsonNode data = message.path("metadata").path("user_context_message_data");
        List<String> lines = new ArrayList<>();
        for (String text :
                List.of(
                        content.path("user_profile").asString(""),
                        content.path("user_instructions").asString(""),
                        data.path("about_user_message").asString(""),
                        data.path("about_model_message").asString(""))) {
            if (!text.isBlank() && lines.stream().noneMatch(line -> line.contains(text))) {
                lines.add(text.strip());
            }
        }
        return lines.isEmpty() ? said(message) : List.of(new Part.Text(String.join("\n\n", lines)));
    }

    /// All of it, words and pictures in their order.
    List<Part> said(JsonNode message) {
        List<Part> parts = new ArrayList<>();
        JsonNode content = message.path("content");
        if (content.path("parts").isArray()) {
            for (JsonNode piece : content.path("parts")) {
                add(parts, piece, message);
            }
        } else if (type(message).equals("code")) {
            parts.add(new Part.Text(fenced(content)));
        } else {
            addWords(parts, words(message));
        }
        addWords(parts, attached(message));
        return parts;
    }

    private void add(List<Part> parts, JsonNode piece, JsonNode message) {
        if (piece.isString()) {
            addWords(parts, withoutMarks(piece.stringValue(), message));
            return;
        }
        switch (piece.path("content_type").asString("")) {
            case "image_asset_pointer" -> parts.add(picture(piece));
            case "audio_transcription" -> addWords(parts, piece.path("text").asString(""));
            default -> addWords(parts, piece.path("text").asString(""));
        }
    }

    /// Texts that follow one another are in paragraphs of their own.
    private static void addWords(List<Part> parts, String text) {
        if (text.isBlank()) {
            return;
        }
        boolean follows = !parts.isEmpty() && parts.getLast() instanceof Part.Text;
        parts.add(new Part.Text(follows ? "\n\n" + text : text));
    }

    private Part picture(JsonNode piece) {
        String id = SCHEME.matcher(piece.path("asset_pointer").asString("")).replaceAll("");
        Optional<Part.Image> found =
                id.length() < 5
                        ? Optional.empty()
                        : files.beginningWith(id).flatMap(PictureBytes::part);
        if (found.isPresent()) {
            return found.get();
        }
        missing++;
        return new Part.Text("*[picture]*");
    }

    /// The pictures alone, such as those that a tool made.
    List<Part> pictures(JsonNode message) {
        List<Part> pictures = new ArrayList<>();
        for (JsonNode piece : message.path("content").path("parts")) {
            if (piece.path("content_type").asString("").equals("image_asset_pointer")) {
                pictures.add(picture(piece));
            }
        }
        return pictures;
    }

    /// The words alone.
    String words(JsonNode message) {
        JsonNode content = message.path("content");
        List<String> words = new ArrayList<>();
        content.path("parts").forEach(piece -> words.add(piece.asString("")));
        for (String member : List.of("text", "result", "summary", "content")) {
            words.add(content.path(member).asString(""));
        }
        words.removeIf(String::isBlank);
        return withoutMarks(String.join("\n\n", words), message);
    }

    /// The steps of its thinking, each with a heading; or all in one text.
    static String thoughts(JsonNode message) {
        JsonNode thoughts = message.path("content").path("thoughts");
        if (thoughts.isString()) {
            return thoughts.stringValue();
        }
        StringBuilder text = new StringBuilder();
        for (JsonNode thought : thoughts) {
            String heading = thought.path("summary").asString("");
            String words = thought.path("content").asString("");
            text.append(text.isEmpty() ? "" : "\n\n")
                    .append(heading)
                    .append(heading.isBlank() || words.isBlank() ? "" : "\n")
                    .append(words);
        }
        return text.toString();
    }

    /// A text that was written into the canvas: `{"name", "type", "content"}`.
    List<Part> canvas(JsonNode message) {
        JsonNode canvas = parsed(words(message));
        String text = canvas.path("content").asString("");
        if (text.isBlank()) {
            return said(message);
        }
        String type = canvas.path("type").asString("");
        String shown =
                type.startsWith("code/")
                        ? "```%s\n%s\n```".formatted(type.substring("code/".length()), text)
                        : text;
        return List.of(
                new Part.Text("**%s**\n\n%s".formatted(canvas.path("name").asString(""), shown)));
    }

    private static JsonNode parsed(String text) {
        try {
            return JsonMapper.shared().readTree(text);
        } catch (JacksonException e) {
            return JsonMapper.shared().createObjectNode();
        }
    }

    private static String fenced(JsonNode content) {
        String language = content.path("language").asString("").replaceAll("[^A-Za-z0-9+#-]", "");
        String shown = language.equals("unknown") ? "" : language;
        return "```%s\n%s\n```".formatted(shown, content.path("text").asString(""));
    }

    private static String attached(JsonNode message) {
        List<String> names = new ArrayList<>();
        for (JsonNode file : message.path("metadata").path("attachments")) {
            boolean isPicture = file.path("mime_type").asString("").startsWith("image/");
            String name = file.path("name").asString("");
            if (!isPicture && !name.isBlank()) {
                names.add(name);
            }
        }
        return names.isEmpty() ? "" : "*[Attached: %s]*".formatted(String.join(", ", names));
    }

    /// With the words for sources in place of their marks, or without these.
    private static String withoutMarks(String text, JsonNode message) {
        if (text.indexOf('\ue200') < 0) {
            return text;
        }
        String replaced = text;
        for (JsonNode reference : message.path("metadata").path("content_references")) {
            String mark = reference.path("matched_text").asString("");
            if (mark.indexOf('\ue200') >= 0) {
                replaced = replaced.replace(mark, reference.path("alt").asString(""));
            }
        }
        return MARKS.matcher(replaced).replaceAll("");
    }

    List<String> notes() {
        return missing == 0
                ? List.of()
                : List.of(
                        "%d of its pictures are not in the file, or of a form that is not read."
                                .formatted(missing));
    }
}
