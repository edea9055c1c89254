package parley.dialect.assistant;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import parley.conversation.Message;
import parley.error.AppException;
import parley.http.RequestFields;
import parley.image.ImageService;
import parley.image.ImageSource;
import parley.image.InputRole;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The pictures that come with a message: they are kept, and their ids stand beside it.
final class Attachments {
    private static final int MOST = 8;
    private static final List<String> LISTS = List.of("attachments", "images", "image_urls");

    private final ImageService images;

    Attachments(ImageService images) {
        this.images = images;
    }

    /// What is kept beside the message, as the text of a JSON object.
    ///
    /// @throws AppException (400, 404, 413, 415, 422) a picture cannot be had
    String keep(long accountId, Optional<String> label, FeatureRequest request)
            throws InterruptedException {
        ObjectNode kept = JsonMapper.shared().createObjectNode();
        List<ImageSource> sources = new ArrayList<>();
        Map<InputRole, ImageSource> pictures = request.pictures();
        Optional.ofNullable(pictures.get(InputRole.IMAGE)).ifPresent(sources::add);
        for (String list : LISTS) {
            sources.addAll(listed(request.fields(), list));
        }
        if (sources.size() > MOST) {
            throw AppException.invalid(
                    "attachments",
                    "A message takes up to %d pictures, not %d.".formatted(MOST, sources.size()));
        }
        if (!sources.isEmpty()) {
            ArrayNode ids = kept.putArray("attachments");
            for (ImageSource source : sources) {
                ids.add(images.keep(accountId, label, "image", source).id());
            }
        }
        ImageSource reference = pictures.get(InputRole.REFERENCE);
        if (reference != null) {
            String field = InputRole.REFERENCE.field();
            kept.put("reference", images.keep(accountId, label, field, reference).id());
        }
        return kept.isEmpty()
                ? Message.NO_ATTRIBUTES
                : JsonMapper.shared().writeValueAsString(kept);
    }

    private static List<ImageSource> listed(RequestFields fields, String list) {
        return fields.has(list)
                ? fields.texts(list).stream().map(text -> ImageSource.parse(list, text)).toList()
                : List.of();
    }
}
