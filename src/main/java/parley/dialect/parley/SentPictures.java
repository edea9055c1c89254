package parley.dialect.parley;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parley.conversation.Message;
import parley.error.AppException;
import parley.http.RequestFields;
import parley.image.ImageService;
import parley.image.ImageSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The pictures that come with a message: they are kept, and their ids stand beside it.
final class SentPictures {
    private static final String FIELD = "attachments";
    private static final int MOST = 8;

    private final ImageService images;

    SentPictures(ImageService images) {
        this.images = images;
    }

    /// What is kept beside the message, as the text of a JSON object.
    ///
    /// @throws AppException (400, 404, 413, 415, 422) a picture cannot be had
    String keep(long accountId, RequestFields fields) throws InterruptedException {
        List<ImageSource> sources = new ArrayList<>();
        if (fields.has(FIELD)) {
            fields.texts(FIELD).forEach(text -> sources.add(ImageSource.parse(FIELD, text)));
        }
        if (sources.isEmpty()) {
            return Message.NO_ATTRIBUTES;
        }
        if (sources.size() > MOST) {
            throw AppException.invalid(
                    FIELD,
                    "A message takes up to %d pictures, not %d.".formatted(MOST, sources.size()));
        }
        ObjectNode kept = JsonMapper.shared().createObjectNode();
        ArrayNode ids = kept.putArray(FIELD);
        for (ImageSource source : sources) {
            ids.add(images.keep(accountId, Optional.empty(), FIELD, source).id());
        }
        return JsonMapper.shared().writeValueAsString(kept);
    }
}
