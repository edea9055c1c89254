package parley.dialect.parley;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import parley.conversation.Message;
import parley.error.AppException;
import parley.error.ErrorCode;
import parley.image.GalleryJson;
import parley.image.ImageService;
import parley.image.TaskJson;
import parley.llm.Role;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The pictures that messages tell of. Addresses are paths on this server.
final class MessagePictures {
    private static final GalleryJson GALLERY = new GalleryJson("");
    private static final TaskJson TASK = new TaskJson("");

    private final ImageService images;

    MessagePictures(ImageService images) {
        this.images = images;
    }

    record Shown(List<ObjectNode> images, Optional<ObjectNode> task) {}

    /// @param kept what is kept beside the message
    Shown of(long accountId, Message message, JsonNode kept) {
        return new Shown(
                ids(message, kept).stream()
                        .map(id -> image(accountId, id))
                        .flatMap(Optional::stream)
                        .toList(),
                Optional.ofNullable(kept.path("task_id").asString(null))
                        .flatMap(id -> task(accountId, id)));
    }

    private static Set<String> ids(Message message, JsonNode kept) {
        Set<String> ids = new LinkedHashSet<>();
        if (message.role() == Role.USER) {
            add(ids, kept.path("attachments"));
            return ids;
        }
        kept.path("steps").forEach(step -> add(ids, step.path("image_ids")));
        add(ids, kept.path("image_ids"));
        return ids;
    }

    private static void add(Set<String> ids, JsonNode list) {
        list.forEach(id -> {
            if (id.isString()) {
                ids.add(id.asString());
            }
        });
    }

    /// Empty for one that was deleted.
    private Optional<ObjectNode> image(long accountId, String id) {
        return unlessGone(() -> GALLERY.write(images.gallery().load(accountId, id)));
    }

    private Optional<ObjectNode> task(long accountId, String id) {
        return unlessGone(() -> TASK.write(images.load(accountId, id)));
    }

    private static Optional<ObjectNode> unlessGone(Supplier<ObjectNode> load) {
        try {
            return Optional.of(load.get());
        } catch (AppException e) {
            if (e.code() == ErrorCode.NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
