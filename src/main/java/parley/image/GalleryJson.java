package parley.image;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Writes kept pictures as galleries show them.
public final class GalleryJson {
    private final ImageLinks links;

    /// @param baseUrl what addresses of pictures begin with; without a slash at the end
    public GalleryJson(String baseUrl) {
        this.links = new ImageLinks(baseUrl);
    }

    /// A picture with all its members, `null` where nothing is known. Times are ISO 8601, in UTC.
    public ObjectNode write(KeptImage image) {
        ObjectNode json = Wishes.object();
        json.put("id", image.id())
                .put("user_id", image.endUser().orElse(null))
                .put("intent", image.intent())
                .put("prompt", image.prompt())
                .put("url", links.file(image.id()))
                .put("thumbnail_url", links.thumbnail(image.id()))
                .put("width", image.size().width())
                .put("height", image.size().height())
                .put("created_at", TaskJson.time(image.createdAt()))
                .put("task_id", image.taskId().orElse(null));
        ArrayNode parents = json.putArray("parent_ids");
        image.parentIds().forEach(parents::add);
        return json;
    }
}
