package parley.storage;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import parley.image.ImageTask;
import parley.image.ImageWish;
import parley.image.InputRole;
import parley.image.KeptImage;
import parley.image.StoredTask;
import parley.image.TaskStatus;
import parley.image.pixel.Size;
import tools.jackson.databind.json.JsonMapper;

/// Tasks and pictures for tests of stores.
final class StoredImages {
    private StoredImages() {}

    static StoredTask task(long account, String id, Instant at) {
        return task(account, id, at, "img_input");
    }

    /// @param image what is worked on
    static StoredTask task(long account, String id, Instant at, String image) {
        return new StoredTask(
                new ImageTask(
                        id,
                        account,
                        Optional.of("maria"),
                        TaskStatus.CREATED,
                        0,
                        new ImageWish.Relight(
                                Optional.of("warm"), "brighter", 40, Optional.empty()),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        9007199254740991L,
                        List.of(),
                        Map.of(InputRole.IMAGE, image, InputRole.LIGHTMAP, "img_light"),
                        List.of("One was taken as 1."),
                        Optional.empty(),
                        JsonMapper.shared().createObjectNode(),
                        JsonMapper.shared().createObjectNode().put("seed", 9007199254740991L),
                        Optional.empty(),
                        at,
                        Optional.empty()),
                "test",
                Optional.of("builtin"),
                Optional.of("model-1"),
                Optional.of(URI.create("https://example.com/hook?a=b")),
                0);
    }

    static ImageTask ended(ImageTask task, TaskStatus status, List<KeptImage> images, Instant at) {
        boolean failed = status == TaskStatus.FAILED;
        return new ImageTask(
                task.id(),
                task.accountId(),
                task.endUser(),
                status,
                failed ? 0.5 : 1,
                task.wish(),
                Optional.of("warm light"),
                Optional.of("sun"),
                Optional.of("builtin"),
                task.seed(),
                images,
                task.inputs(),
                List.of("One was taken as 1.", "Two."),
                failed ? Optional.empty() : Optional.of(0.625),
                JsonMapper.shared().createObjectNode().put("lux", 0.25),
                task.recipe(),
                failed
                        ? Optional.of(new ImageTask.Failure("engine_failed", "It broke.", true))
                        : Optional.empty(),
                task.createdAt(),
                Optional.of(at));
    }

    static KeptImage made(ImageTask task, String id, Instant at) {
        return image(task.accountId(), id, Optional.of(task.id()), "relight", at, "img_input");
    }

    static KeptImage image(
            long account,
            String id,
            Optional<String> task,
            String intent,
            Instant at,
            String... parents) {
        return new KeptImage(
                id,
                account,
                Optional.of("maria"),
                task,
                intent,
                "warm",
                new Size(640, 480),
                "image/png",
                4,
                List.of(parents),
                at);
    }
}
