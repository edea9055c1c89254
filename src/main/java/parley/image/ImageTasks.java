package parley.image;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.error.AppException;
import parley.error.ErrorCode;
import parley.error.RateLimit;
import parley.image.TaskInputs.Input;
import parley.image.TaskInputs.Owner;
import parley.image.intake.Codec;
import parley.image.intake.Fetcher;
import parley.image.pixel.Size;
import parley.limit.Admission;
import parley.limit.Limits;
import tools.jackson.databind.node.ObjectNode;

/// The tasks of this server, in work and in the store. After [#start] it goes on with what an
/// earlier run, or a server that is gone, left unfinished.
public final class ImageTasks implements ImageService, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ImageTasks.class);
    private static final Duration GIVEN_UP = Duration.ofHours(1);
    private static final Duration BETWEEN_SWEEPS = Duration.ofSeconds(30);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);
    private static final Duration PATIENCE_AT_THE_END = Duration.ofSeconds(5);

    private final ImageStore store;
    private final Limits limits;
    private final InstantSource clock;
    private final String node;
    private final String version;
    private final ImageIds ids = new ImageIds();
    private final EngineList engines;
    private final OutputSize sizes;
    private final PixelThreads threads;
    private final TaskInputs inputs;
    private final KeptImages gallery;
    private final PictureTransfer transfer;
    private final Webhooks webhooks;
    private final TaskEnds ends;
    private final TaskWork work;
    private final TaskQueue queue;
    private final Map<String, ActiveTask> active = new ConcurrentHashMap<>();
    private final CountDownLatch closing = new CountDownLatch(1);

    /// @param engines the best first; all of them are asked in this order
    /// @param home where the secret of webhooks is, unless the settings have it
    /// @param node this server's name in the store: the same at every start
    /// @param version the program's, for recipes
    public ImageTasks(
            ImageStore store,
            List<ImageEngine> engines,
            Codec codec,
            Fetcher fetcher,
            Limits limits,
            ImageSettings settings,
            Path home,
            InstantSource clock,
            String node,
            String version) {
        this(
                store,
                engines,
                codec,
                limits,
                settings,
                fetcher,
                new Webhooks(
                        fetcher,
                        new WebhookSecret(home, settings.webhookSecret()),
                        new TaskJson(settings.baseUrl()),
                        clock,
                        Webhooks.PAUSES),
                clock,
                node,
                version);
    }

    ImageTasks(
            ImageStore store,
            List<ImageEngine> engines,
            Codec codec,
            Limits limits,
            ImageSettings settings,
            Fetcher fetcher,
            Webhooks webhooks,
            InstantSource clock,
            String node,
            String version) {
        this.store = store;
        this.limits = limits;
        // As the store keeps times: what is answered at once is what is read later.
        this.clock = () -> clock.instant().truncatedTo(ChronoUnit.MICROS);
        this.node = node;
        this.version = version;
        this.webhooks = webhooks;
        this.engines = new EngineList(engines);
        sizes = new OutputSize(settings.megapixels());
        threads = new PixelThreads(settings.parallel());
        ImageFiles files = new ImageFiles(store, codec);
        inputs = new TaskInputs(store, files, codec, fetcher, threads, ids, this.clock);
        gallery = new KeptImages(store, files);
        transfer = new PictureTransfer(store, files, codec, threads, ids);
        ends = new TaskEnds(store, webhooks, this.clock, node);
        work =
                new TaskWork(
                        store,
                        files,
                        new EngineCalls(this.engines),
                        ends,
                        new TaskWatch(store, ends, node, settings.patience()),
                        ids,
                        this.clock,
                        node);
        queue =
                new TaskQueue(
                        new TaskQueue.Bounds(
                                settings.parallel(),
                                TaskSize.megapixelsOfMemory(),
                                settings.waiting(),
                                settings.waitingOfAccount()),
                        this::run);
    }

    /// Takes up what was left unfinished, by an earlier run of this server and, from now on, by
    /// servers that are gone. To be called once this server is known to live.
    ///
    /// @return how many tasks were taken up now
    public int start() {
        List<StoredTask> own =
                store.unfinished(node).stream()
                        .filter(task -> !active.containsKey(task.id()))
                        .toList();
        own.forEach(this::takeUp);
        int all = own.size() + sweep();
        Thread.ofVirtual().name("image-sweeper").start(this::keepSweeping);
        return all;
    }

    private void keepSweeping() {
        try {
            while (!closing.await(BETWEEN_SWEEPS.toMillis(), TimeUnit.MILLISECONDS)) {
                try {
                    sweep();
                } catch (AppException e) {
                    LOG.warn("What others left was not looked for: {}", e.sentence());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int sweep() {
        store.dropUnready(clock.instant().minus(GIVEN_UP));
        List<StoredTask> taken = store.takeOver(node, clock.instant());
        taken.forEach(this::takeUp);
        return taken.size();
    }

    private void takeUp(StoredTask stored) {
        Map<InputRole, Size> known = new EnumMap<>(InputRole.class);
        stored.task()
                .inputs()
                .forEach((role, id) ->
                        store.findImage(stored.accountId(), id)
                                .ifPresent(image -> known.put(role, image.size())));
        ActiveTask task = new ActiveTask(stored, TaskSize.megapixels(stored.task().wish(), known));
        active.put(stored.id(), task);
        queue.readmit(task);
    }

    @Override
    public ImageTask submit(TaskRequest request) throws InterruptedException {
        ImageFeature feature = request.wish().feature();
        engines.candidates(feature, request.engine(), request.model());
        if (request.webhook().isPresent()) {
            webhooks.check(request.webhook().get());
        }
        Owner owner = new Owner(request.accountId(), request.endUser());
        try (TaskQueue.Place place = queue.reserve(request.accountId())) {
            Map<InputRole, Input> read = inputs.read(owner, request.inputs());
            Optional<Size> worked = TaskInputs.worked(feature, read);
            Wishes.Read settled =
                    Growth.settled(new Wishes.Read(request.wish(), request.warnings()), worked);
            ImageWish wish = settled.wish();
            sizes.check(wish, worked);
            admit(request.accountId(), TaskSize.count(wish));
            Map<InputRole, String> kept = new EnumMap<>(InputRole.class);
            Map<InputRole, Size> known = new EnumMap<>(InputRole.class);
            read.forEach((role, input) -> {
                kept.put(role, inputs.keep(owner, input).id());
                known.put(role, input.size());
            });
            StoredTask stored = stored(request, settled, kept);
            create(place, new ActiveTask(stored, TaskSize.megapixels(wish, known)));
            return stored.task();
        }
    }

    private void create(TaskQueue.Place place, ActiveTask task) {
        String id = task.stored().id();
        // Before it is in the store, or a start at this moment would take it up once more.
        active.put(id, task);
        try {
            store.create(task.stored(), node);
        } catch (AppException e) {
            active.remove(id);
            throw e;
        }
        place.take(task);
    }

    /// A task counts when it is taken. Its place is one in the queue, which has bounds of its own,
    /// and not one among the account's concurrent answers: the answer that asks for a picture has
    /// such a place itself, and would wait for ever for a second.
    private void admit(long accountId, int images) {
        try (Admission admission = limits.admit(accountId, new Limits.Expected(0, 0, images))) {
            admission.settle(0, 0);
        }
    }

    private StoredTask stored(
            TaskRequest request, Wishes.Read settled, Map<InputRole, String> kept) {
        ImageWish wish = settled.wish();
        long seed = request.seed().orElseGet(ids::seed);
        ObjectNode recipe = Wishes.object();
        recipe.put("feature", wish.feature().pathName());
        recipe.set("params", Wishes.write(wish));
        recipe.put("seed", seed);
        recipe.put("engine", request.engine().orElse(null));
        recipe.put("model", request.model().orElse(null));
        ObjectNode from = recipe.putObject("inputs");
        kept.forEach((role, id) -> from.put(role.field(), id));
        recipe.put("version", version);
        ImageTask task =
                new ImageTask(
                        ids.task(),
                        request.accountId(),
                        request.endUser(),
                        TaskStatus.CREATED,
                        0,
                        wish,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        seed,
                        List.of(),
                        kept,
                        settled.warnings(),
                        Optional.empty(),
                        Wishes.object(),
                        recipe,
                        Optional.empty(),
                        clock.instant(),
                        Optional.empty());
        return new StoredTask(
                task, request.contract(), request.engine(), request.model(), request.webhook(), 0);
    }

    private void run(ActiveTask task) {
        try {
            work.run(task);
        } finally {
            active.remove(task.stored().id(), task);
        }
    }

    @Override
    public ImageTask await(ImageTask task, Duration patience) throws InterruptedException {
        Instant end = clock.instant().plus(patience);
        ActiveTask here = active.get(task.id());
        if (here != null) {
            here.await(patience);
            return load(task.accountId(), task.id());
        }
        ImageTask now = load(task.accountId(), task.id());
        while (!now.status().isEnd() && clock.instant().isBefore(end)) {
            Thread.sleep(BETWEEN_LOOKS);
            now = load(task.accountId(), task.id());
        }
        return now;
    }

    @Override
    public ImageTask load(long accountId, String taskId) {
        ImageTask task = find(accountId, taskId).task();
        ActiveTask here = active.get(taskId);
        return here == null || task.status().isEnd()
                ? task
                : task.withProgress(Math.max(task.progress(), here.progress()));
    }

    private StoredTask find(long accountId, String taskId) {
        return store.find(accountId, taskId)
                .orElseThrow(() ->
                        new AppException(
                                ErrorCode.NOT_FOUND, "There is no task \"%s\".".formatted(taskId)));
    }

    @Override
    public ImageTask cancel(long accountId, String taskId) {
        StoredTask stored = find(accountId, taskId);
        if (!stored.task().status().isEnd()) {
            ends.cancel(stored);
        }
        ActiveTask here = active.get(taskId);
        if (here != null) {
            if (queue.remove(here)) {
                active.remove(taskId, here);
            }
            here.stop();
            here.end();
        }
        return load(accountId, taskId);
    }

    @Override
    public KeptImage keep(
            long accountId, Optional<String> endUser, String field, ImageSource source)
            throws InterruptedException {
        Owner owner = new Owner(accountId, endUser);
        return inputs.keep(owner, inputs.read(owner, field, source));
    }

    @Override
    public KeptImage keepPainted(
            long accountId, Optional<String> endUser, String prompt, ImageSource source)
            throws InterruptedException {
        return inputs.keepPainted(new Owner(accountId, endUser), prompt, source);
    }

    @Override
    public List<ImageEngine> engines(ImageFeature feature) {
        return engines.able(feature);
    }

    @Override
    public List<RateLimit> left(long accountId) {
        return limits.state(accountId);
    }

    @Override
    public Gallery gallery() {
        return gallery;
    }

    /// What brings pictures out of the gallery and into it.
    public PictureTransfer transfer() {
        return transfer;
    }

    /// Refuses new tasks and interrupts those in work; the next start goes on with all that have
    /// not ended. The store must still be open.
    @Override
    public void close() {
        closing.countDown();
        try {
            queue.close(PATIENCE_AT_THE_END).forEach(ActiveTask::end);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        threads.close();
        webhooks.close();
    }
}
