package parley.dialect.sessions;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import parley.conversation.Message;
import parley.error.AppException;
import parley.error.ErrorCode;
import parley.image.ImageService;
import parley.image.ImageTask;
import parley.image.KeptImage;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The pictures of the gallery that answers show.
final class KeptPictures {
    private final ImageService images;

    KeptPictures(ImageService images) {
        this.images = images;
    }

    /// The picture that an answer made, or the last of several; empty if it made none.
    Optional<KeptImage> find(long accountId, Message message) {
        List<KeptImage> all = all(accountId, message);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
    }

    /// The pictures that an answer made, in order, without those that were deleted since. An answer
    /// that was interrupted shows what its task made without it.
    List<KeptImage> all(long accountId, Message message) {
        if (message.attributes().equals(Message.NO_ATTRIBUTES)) {
            return List.of();
        }
        JsonNode kept = JsonMapper.shared().readTree(message.attributes());
        JsonNode ids = kept.path("image_ids");
        if (ids.isArray() && !ids.isEmpty()) {
            List<KeptImage> all = new ArrayList<>();
            for (JsonNode id : ids) {
                unlessGone(() -> images.gallery().load(accountId, id.asString()))
                        .ifPresent(all::add);
            }
            return all;
        }
        return Optional.ofNullable(kept.path("task_id").asString(null))
                .flatMap(task -> unlessGone(() -> images.load(accountId, task)))
                .map(ImageTask::images)
                .orElse(List.of());
    }

    private static <T> Optional<T> unlessGone(Supplier<T> load) {
        try {
            return Optional.of(load.get());
        } catch (AppException gone) {
            if (gone.code() == ErrorCode.NOT_FOUND) {
                return Optional.empty();
            }
            throw gone;
        }
    }

    SentFile file(KeptImage image) {
        String mediaType = image.mediaType();
        return new SentFile(
                mediaType,
                mediaType.substring(mediaType.indexOf('/') + 1),
                images.gallery().file(image));
    }
}
