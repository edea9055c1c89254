package parley.export.openwebui;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parley.export.EpochTime;
import parley.export.ForeignConversation;
import parley.export.PictureBytes;
import parley.llm.Part;
import parley.llm.Role;
import tools.jackson.databind.JsonNode;

/// Puts Open WebUI's messages into the form of this program, one after another.
final class OpenWebUiMessages {
    private static final String ORIGIN = "open_webui";

    private final ForeignConversation conversation;
    private int missing;

    OpenWebUiMessages(ForeignConversation conversation) {
        this.conversation = conversation;
    }

    /// Whether there is something to be seen of it.
    static boolean isSeen(JsonNode message) {
        return !text(message).isBlank() || !message.path("files").isEmpty();
    }

    void add(JsonNode message) {
        Optional<Instant> at = EpochTime.of(message.path("timestamp"));
        switch (message.path("role").asString("")) {
            case "system" -> conversation.add(Role.SYSTEM, said(message), at, Optional.empty());
            case "user" -> conversation.add(Role.USER, said(message), at, Optional.empty());
            case "assistant" -> addAnswer(message, at);
            default -> {
                // Nobody's who could be named here.
            }
        }
    }

    private void addAnswer(JsonNode message, Optional<Instant> at) {
        Optional<String> by = Optional.of(model(message));
        List<Part> own = new ArrayList<>();
        for (Part part : AnswerText.parts(text(message), ORIGIN)) {
            if (part instanceof Part.ToolResult) {
                conversation.add(Role.ASSISTANT, own, at, by);
                own.clear();
                conversation.add(Role.TOOL, List.of(part), at, Optional.empty());
            } else {
                own.add(part);
            }
        }
        own.addAll(files(message));
        String error = message.path("error").path("content").asString("");
        if (own.isEmpty() && !error.isBlank()) {
            own.add(new Part.Text("*[Failed: %s]*".formatted(error)));
        }
        conversation.add(Role.ASSISTANT, own, at, by);
    }

    private static String model(JsonNode message) {
        String model = message.path("model").asString("");
        return model.isEmpty() ? ORIGIN : ORIGIN + "/" + model;
    }

    private List<Part> said(JsonNode message) {
        List<Part> parts = new ArrayList<>();
        String text = text(message);
        if (!text.isBlank()) {
            parts.add(new Part.Text(text));
        }
        for (JsonNode piece : message.path("content")) {
            String url = piece.path("image_url").path("url").asString("");
            if (!url.isEmpty()) {
                parts.add(picture(url));
            }
        }
        parts.addAll(files(message));
        return parts;
    }

    /// The words; content may be a text, or a list of pieces as OpenAI has them.
    private static String text(JsonNode message) {
        JsonNode content = message.path("content");
        if (content.isString()) {
            return content.stringValue();
        }
        List<String> words = new ArrayList<>();
        content.forEach(piece -> words.add(piece.path("text").asString("")));
        words.removeIf(String::isBlank);
        return String.join("\n\n", words);
    }

    private List<Part> files(JsonNode message) {
        List<Part> parts = new ArrayList<>();
        for (JsonNode file : message.path("files")) {
            if (file.path("type").asString("").equals("image")) {
                parts.add(picture(file.path("url").asString("")));
            } else if (!file.path("name").asString("").isBlank()) {
                parts.add(
                        new Part.Text(
                                "\n\n*[Attached: %s]*".formatted(file.path("name").asString(""))));
            }
        }
        return parts;
    }

    /// A picture that the file holds. One that stands elsewhere is not fetched.
    private Part picture(String url) {
        Optional<Part.Image> picture = PictureBytes.ofDataUri(url);
        if (picture.isPresent()) {
            return picture.get();
        }
        missing++;
        return new Part.Text("\n\n*[picture]*");
    }

    List<String> notes() {
        return missing == 0
                ? List.of()
                : List.of("%d of its pictures are not in the file.".formatted(missing));
    }
}
