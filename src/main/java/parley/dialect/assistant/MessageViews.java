package parley.dialect.assistant;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.conversation.Message;
import parley.dialect.Origin;
import parley.error.AppException;
import parley.error.ErrorCode;
import parley.http.Exchange;
import parley.image.ImageService;
import parley.image.TaskJson;
import parley.llm.Role;

/// Shows messages, with the tasks they began as these are now.
final class MessageViews {
    private final ImageService images;

    MessageViews(ImageService images) {
        this.images = images;
    }

    /// @param accountId whose message it is
    /// @param next the message behind it; a question means what its answer was given for
    AssistantMessage show(
            Exchange exchange,
            long accountId,
            Message message,
            Optional<Message> next,
            @Nullable String label) {
        Meaning meaning =
                message.role() == Role.USER
                        ? next.filter(each -> each.role() == Role.ASSISTANT)
                                .map(Meaning::of)
                                .map(Meaning::withoutTask)
                                .orElseGet(() -> Meaning.of(message))
                        : Meaning.of(message);
        Object task =
                meaning.taskId().map(id -> task(accountId, id, Origin.of(exchange))).orElse(null);
        return AssistantMessage.of(message, label, meaning, task);
    }

    private @Nullable Object task(long accountId, String id, String origin) {
        try {
            return new TaskJson(origin).write(images.load(accountId, id));
        } catch (AppException gone) {
            if (gone.code() == ErrorCode.NOT_FOUND) {
                return null;
            }
            throw gone;
        }
    }
}
