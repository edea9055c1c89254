package parley.image;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import parley.error.AppException;
import parley.error.ErrorCode;
import parley.error.RateLimit;
import parley.image.pixel.Size;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Pictures in memory, made at once, as the prompt says: `fail` fails, `hold` goes on until it is
/// cancelled, `busy` is refused, `doubt` comes out badly.
final class InstantImages implements ImageService {
    private final Map<String, KeptImage> pictures = new LinkedHashMap<>();
    private final Map<String, ImageTask> tasks = new LinkedHashMap<>();
    private final List<TaskRequest> requests = new ArrayList<>();
    private final Map<String, CountDownLatch> ends = new HashMap<>();
    private final CountDownLatch holding = new CountDownLatch(1);

    synchronized List<TaskRequest> requests() {
        return List.copyOf(requests);
    }

    synchronized List<ImageTask> tasks() {
        return List.copyOf(tasks.values());
    }

    /// Waits until a task is waited for.
    void awaitHolding() throws InterruptedException {
        if (!holding.await(20, TimeUnit.SECONDS)) {
            throw new AssertionError("Nothing is waited for.");
        }
    }

    @Override
    public synchronized ImageTask submit(TaskRequest request) {
        String words = request.wish().words().orElse("");
        if (words.contains("busy")) {
            throw new AppException(ErrorCode.RATE_LIMITED, "Too many pictures at once.");
        }
        Map<InputRole, String> inputs = new HashMap<>();
        request.inputs()
                .forEach((role, source) -> inputs.put(role, known(request.accountId(), source)));
        requests.add(request);
        String id = "imt_" + (tasks.size() + 1);
        boolean hold = words.contains("hold");
        boolean fails = words.contains("fail");
        List<KeptImage> made = new ArrayList<>();
        int count = request.wish() instanceof ImageWish.Generate generate ? generate.count() : 1;
        for (int i = 0; i < count && !hold && !fails; i++) {
            made.add(
                    add(
                            request.accountId(),
                            Optional.of(id),
                            request.wish().feature().intent(),
                            words,
                            List.copyOf(inputs.values())));
        }
        ImageTask task =
                task(
                        id,
                        request,
                        inputs,
                        made,
                        hold
                                ? TaskStatus.IN_PROGRESS
                                : fails ? TaskStatus.FAILED : TaskStatus.COMPLETED,
                        words.contains("doubt") ? 0.2 : 0.9);
        tasks.put(id, task);
        ends.put(id, new CountDownLatch(hold ? 1 : 0));
        return task;
    }

    private static ImageTask task(
            String id,
            TaskRequest request,
            Map<InputRole, String> inputs,
            List<KeptImage> made,
            TaskStatus status,
            double sure) {
        Optional<ImageTask.Failure> failure =
                status == TaskStatus.FAILED
                        ? Optional.of(
                                new ImageTask.Failure("engine_failed", "The brush broke.", true))
                        : Optional.empty();
        return new ImageTask(
                id,
                request.accountId(),
                request.endUser(),
                status,
                status.isEnd() ? 1 : 0.4,
                request.wish(),
                Optional.empty(),
                Optional.empty(),
                Optional.of("builtin"),
                request.seed().orElse(41),
                made,
                inputs,
                request.warnings(),
                Optional.of(sure),
                empty(),
                empty(),
                failure,
                Instant.EPOCH,
                Optional.empty());
    }

    private static ObjectNode empty() {
        return JsonMapper.shared().createObjectNode();
    }

    private String known(long accountId, ImageSource source) {
        return switch (source) {
            case ImageSource.Kept(String id) -> new Pictures().load(accountId, id).id();
            case ImageSource.Bytes _, ImageSource.Address _ ->
                    add(accountId, Optional.empty(), KeptImage.UPLOAD, "", List.of()).id();
        };
    }

    private KeptImage add(
            long accountId,
            Optional<String> task,
            String intent,
            String prompt,
            List<String> parents) {
        String id = "img_%020d".formatted(pictures.size() + 1);
        KeptImage image =
                new KeptImage(
                        id,
                        accountId,
                        Optional.empty(),
                        task,
                        intent,
                        prompt,
                        new Size(1000, 500),
                        "image/png",
                        3,
                        parents,
                        Instant.EPOCH);
        pictures.put(id, image);
        return image;
    }

    @Override
    public ImageTask await(ImageTask task, Duration patience) throws InterruptedException {
        CountDownLatch end;
        synchronized (this) {
            end = ends.getOrDefault(task.id(), new CountDownLatch(0));
        }
        holding.countDown();
        boolean ended = end.await(patience.toMillis(), TimeUnit.MILLISECONDS);
        return ended ? load(task.accountId(), task.id()) : task;
    }

    @Override
    public synchronized ImageTask load(long accountId, String taskId) {
        ImageTask task = tasks.get(taskId);
        if (task == null || task.accountId() != accountId) {
            throw new AppException(ErrorCode.NOT_FOUND, "There is no task %s.".formatted(taskId));
        }
        return task;
    }

    @Override
    public synchronized ImageTask cancel(long accountId, String taskId) {
        ImageTask task = load(accountId, taskId);
        ImageTask cancelled =
                new ImageTask(
                        task.id(),
                        task.accountId(),
                        task.endUser(),
                        TaskStatus.CANCELLED,
                        task.progress(),
                        task.wish(),
                        task.refinedPrompt(),
                        task.model(),
                        task.engine(),
                        task.seed(),
                        task.images(),
                        task.inputs(),
                        task.warnings(),
                        task.confidence(),
                        task.metrics(),
                        task.recipe(),
                        task.failure(),
                        task.createdAt(),
                        task.finishedAt());
        tasks.put(taskId, cancelled);
        ends.getOrDefault(taskId, new CountDownLatch(0)).countDown();
        return cancelled;
    }

    @Override
    public synchronized KeptImage keep(
            long accountId, Optional<String> endUser, String field, ImageSource source) {
        return add(accountId, Optional.empty(), KeptImage.UPLOAD, "", List.of());
    }

    @Override
    public synchronized KeptImage keepPainted(
            long accountId, Optional<String> endUser, String prompt, ImageSource source) {
        return add(
                accountId,
                Optional.empty(),
                ImageFeature.IMAGE_GENERATION.intent(),
                prompt,
                List.of());
    }

    @Override
    public List<ImageEngine> engines(ImageFeature feature) {
        return List.of();
    }

    @Override
    public List<RateLimit> left(long accountId) {
        return List.of();
    }

    @Override
    public Gallery gallery() {
        return new Pictures();
    }

    /// What was made and kept so far.
    private final class Pictures implements Gallery {
        @Override
        public Page list(long accountId, Filter filter, int limit, int offset) {
            synchronized (InstantImages.this) {
                return new Page(List.copyOf(pictures.values()), pictures.size());
            }
        }

        @Override
        public KeptImage load(long accountId, String imageId) {
            synchronized (InstantImages.this) {
                KeptImage image = pictures.get(imageId);
                if (image == null || image.accountId() != accountId) {
                    throw new AppException(
                            ErrorCode.NOT_FOUND, "There is no picture %s.".formatted(imageId));
                }
                return image;
            }
        }

        @Override
        public byte[] file(KeptImage image) {
            return new byte[] {1, 2, 3};
        }

        @Override
        public byte[] thumbnail(KeptImage image) {
            return file(image);
        }

        @Override
        public List<KeptImage> family(KeptImage image) {
            return List.of(image);
        }

        @Override
        public void delete(long accountId, String imageId) {
            synchronized (InstantImages.this) {
                pictures.remove(load(accountId, imageId).id());
            }
        }
    }
}
