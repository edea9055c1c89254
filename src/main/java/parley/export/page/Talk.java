package parley.export.page;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import parley.conversation.AnswerPart;
import parley.conversation.Conversation;
import parley.conversation.MessageStatus;
import parley.conversation.WholeMessage;
import parley.conversation.WholeTurn;
import parley.llm.Part;

/// How pages name what is in conversations.
final class Talk {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);

    private Talk() {}

    static String title(Conversation conversation) {
        return conversation.title().isBlank() ? "Conversation" : conversation.title();
    }

    static String time(Instant time) {
        return TIME.format(time);
    }

    static String speaker(WholeMessage message) {
        return switch (message.role()) {
            case SYSTEM -> "Instructions";
            case USER -> "You";
            case ASSISTANT -> "Assistant";
            case TOOL -> "Tool";
        };
    }

    /// What is to be said of a message that did not end as it should; empty for one that did.
    static String ending(WholeMessage message) {
        return switch (message.status()) {
            case COMPLETE -> "";
            case QUEUED -> "Not begun yet.";
            case RUNNING -> "Still being written.";
            case INTERRUPTED -> "Interrupted.";
            case CANCELLED -> "Stopped.";
            case FAILED ->
                    message.turn()
                            .flatMap(WholeTurn::failure)
                            .map(failure -> "Failed: " + failure.sentence())
                            .orElse("Failed.");
        };
    }

    /// All a message says; the content, where that is all.
    static List<Part> parts(WholeMessage message) {
        if (!message.parts().isEmpty()) {
            return message.parts().stream()
                    .filter(AnswerPart.Whole.class::isInstance)
                    .map(part -> ((AnswerPart.Whole) part).part())
                    .toList();
        }
        return message.content().isEmpty()
                ? List.of()
                : List.<Part>of(new Part.Text(message.content()));
    }

    /// Whether there is nothing to be seen of it.
    static boolean isEmpty(WholeMessage message) {
        return parts(message).isEmpty() && message.status() == MessageStatus.COMPLETE;
    }
}
