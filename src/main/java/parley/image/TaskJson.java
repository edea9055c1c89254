package parley.image;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Writes tasks as the contracts and webhooks have them.
public final class TaskJson {
    private final ImageLinks links;

    /// @param baseUrl what addresses of pictures begin with; without a slash at the end
    public TaskJson(String baseUrl) {
        this.links = new ImageLinks(baseUrl);
    }

    /// A task with all its members, `null` where nothing is known. Times are ISO 8601, in UTC, to
    /// the millisecond.
    public ObjectNode write(ImageTask task) {
        ObjectNode json = Wishes.object();
        json.put("task_id", task.id())
                .put("status", task.status().name())
                .put("progress", task.progress())
                .put("feature", task.feature().pathName())
                .put("intent", task.feature().intent())
                .put("user_id", task.endUser().orElse(null))
                .put("prompt", task.wish().words().orElse(null))
                .put("refined_prompt", task.refinedPrompt().orElse(null))
                .put("model", task.model().orElse(null))
                .put("engine", task.engine().orElse(null));
        texts(json.putArray("uploaded_urls"), urls(task));
        ArrayNode images = json.putArray("images");
        task.images().forEach(image -> images.add(image(image)));
        json.set("params", Wishes.write(task.wish()).put("seed", task.seed()));
        texts(json.putArray("warnings"), task.warnings());
        json.put("confidence", task.confidence().orElse(null));
        json.set("metrics", task.metrics().deepCopy());
        texts(json.putArray("parent_ids"), parents(task));
        json.set("recipe", task.recipe().deepCopy());
        json.put("created_at", time(task.createdAt()));
        json.put("finished_at", task.finishedAt().map(TaskJson::time).orElse(null));
        task.failure()
                .ifPresentOrElse(
                        failure -> json.set("error", error(failure)), () -> json.putNull("error"));
        return json;
    }

    /// To the millisecond, as in all other answers.
    static String time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MILLIS).toString();
    }

    private List<String> urls(ImageTask task) {
        return task.images().stream().map(image -> links.file(image.id())).toList();
    }

    /// In the order of the roles, each once.
    static List<String> parents(ImageTask task) {
        return Stream.of(InputRole.values())
                .filter(task.inputs()::containsKey)
                .map(task.inputs()::get)
                .distinct()
                .toList();
    }

    private ObjectNode image(KeptImage image) {
        return Wishes.object()
                .put("id", image.id())
                .put("url", links.file(image.id()))
                .put("width", image.size().width())
                .put("height", image.size().height())
                .put("mime_type", image.mediaType());
    }

    private static ObjectNode error(ImageTask.Failure failure) {
        return Wishes.object()
                .put("code", failure.code())
                .put("message", failure.sentence())
                .put("retryable", failure.retryable());
    }

    private static void texts(ArrayNode array, List<String> texts) {
        texts.forEach(array::add);
    }
}
