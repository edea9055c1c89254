package parley.image.onnx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import parley.image.Backgrounds;
import parley.image.ImageEngine.Job;
import parley.image.ImageEngine.Outcome;
import parley.image.ImageEngine.Progress;
import parley.image.ImageEngineException;
import parley.image.ImageEngineException.Kind;
import parley.image.ImageFeature;
import parley.image.ImageWish;
import parley.image.ImageWish.Expand;
import parley.image.ImageWish.RemoveBackground;
import parley.image.ImageWish.Upscale;
import parley.image.onnx.diffusion.DiffusionPainter;
import parley.image.pixel.Kernel;
import parley.image.pixel.Picture;
import parley.image.pixel.Resize;
import parley.image.pixel.Size;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Runs models that the user put into the folder, with ONNX Runtime, in this process. Nothing of it
/// is loaded before a model is asked for.
final class LoadedModels implements AutoCloseable {
    private static final double TRUST = 0.9;
    private static final double MOST_PIXELS = 100e6;

    private final ModelFolder folder;
    private final int threads;
    private final Map<Path, Ready> loaded = new HashMap<>();
    private final ReentrantLock paintings = new ReentrantLock();
    private @Nullable Painter painting;

    /// A model that is loaded, and how it is used.
    private record Ready(
            FileTime changed, Model model, Recipe recipe, Optional<Upscaling> larger) {}

    /// A folder's model that is loaded.
    private record Painter(Path path, FileTime changed, DiffusionPainter painter) {}

    /// @param folder where the models are; it need not exist
    /// @param largest in bytes, of the files that are loaded
    /// @param threads how many cores a model may use; 0 for all
    LoadedModels(Path folder, long largest, int threads) {
        this.folder = new ModelFolder(folder, largest);
        this.threads = threads;
    }

    List<String> models(ImageFeature feature) {
        return folder.models(feature);
    }

    /// As [parley.image.ImageEngine#run].
    Outcome run(Job job, Progress progress) throws InterruptedException {
        String name = model(job);
        try {
            Optional<Path> painter = folder.painter(name);
            return painter.isPresent()
                    ? paint(painter.get(), job, progress)
                    : runOne(name, job, progress);
        } catch (CancellationException e) {
            if (Thread.interrupted()) {
                throw new InterruptedException("Interrupted in the middle of a picture");
            }
            throw e;
        }
    }

    private Outcome runOne(String name, Job job, Progress progress) {
        Ready ready = ready(name);
        Picture made =
                switch (job.wish()) {
                    case RemoveBackground wish ->
                            Backgrounds.behind(
                                    job,
                                    wish.background(),
                                    new Matting(ready.model(), ready.recipe()).cut(job.image()));
                    case Upscale wish -> upscaled(job.image(), wish.factor(), ready, progress);
                    case Expand wish ->
                            new Filling(ready.model(), ready.recipe()).expand(job.image(), wish);
                    case ImageWish.Generate _,
                            ImageWish.Relight _,
                            ImageWish.StyleTransfer _,
                            ImageWish.Reimagine _ ->
                            throw cannot(job.wish().feature());
                };
        progress.at(1);
        return new Outcome(List.of(made), Optional.empty(), name, TRUST, List.of(), metrics(ready));
    }

    /// Such models are large, so one is kept, and used by one at a time.
    private Outcome paint(Path path, Job job, Progress progress) throws InterruptedException {
        paintings.lockInterruptibly();
        try {
            return painter(path).run(job, progress);
        } finally {
            paintings.unlock();
        }
    }

    private DiffusionPainter painter(Path path) {
        Path network = path.resolve("unet").resolve("model.onnx");
        FileTime changed = changed(path.getFileName().toString() + "/unet/model", network);
        Painter known = painting;
        if (known != null && known.path().equals(path) && known.changed().equals(changed)) {
            return known.painter();
        }
        letPainterGo();
        DiffusionPainter painter =
                loading(() -> DiffusionPainter.load(path, folder::checked, threads));
        painting = new Painter(path, changed, painter);
        return painter;
    }

    private void letPainterGo() {
        if (painting != null) {
            painting.painter().close();
            painting = null;
        }
    }

    private String model(Job job) {
        ImageFeature feature = job.wish().feature();
        List<String> models = models(feature);
        if (models.isEmpty()) {
            throw cannot(feature);
        }
        String name = job.model().orElse(models.getFirst());
        if (!models.contains(name)) {
            throw new ImageEngineException(
                    Kind.MISCONFIGURED,
                    "There is no model %s for %s in models/onnx; there is %s."
                            .formatted(name, feature.intent(), String.join(", ", models)));
        }
        return name;
    }

    private static ImageEngineException cannot(ImageFeature feature) {
        return new ImageEngineException(
                Kind.FAILED,
                "There is no model in models/onnx that can do %s.".formatted(feature.intent()));
    }

    private synchronized Ready ready(String name) {
        Path file = folder.file(name);
        FileTime changed = changed(name, file);
        Ready known = loaded.get(file);
        if (known != null && known.changed().equals(changed)) {
            return known;
        }
        Recipe recipe = Sidecar.recipe(file).orElseThrow(() -> cannot(ImageFeature.UPSCALE));
        Path checked = folder.checked(file);
        Model model = loading(() -> Model.load(checked, recipe.layout(), threads));
        try {
            Optional<Upscaling> larger =
                    recipe.task() == ImageFeature.UPSCALE
                            ? Optional.of(SelfTest.upscaling(model, recipe))
                            : Optional.empty();
            Ready ready = new Ready(changed, model, recipe, larger);
            loaded.put(file, ready);
            return ready;
        } catch (ImageEngineException e) {
            model.close();
            throw e;
        }
    }

    private static <T> T loading(Supplier<T> model) {
        try {
            return model.get();
        } catch (UnsatisfiedLinkError | ExceptionInInitializerError | NoClassDefFoundError e) {
            throw new ImageEngineException(
                    Kind.MISCONFIGURED,
                    "ONNX Runtime does not run on this machine, so models in models/onnx cannot be"
                            + " used.",
                    null,
                    e);
        }
    }

    private static FileTime changed(String name, Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new ImageEngineException(
                    Kind.MISCONFIGURED,
                    "models/onnx/%s.onnx cannot be read.".formatted(name),
                    null,
                    e);
        }
    }

    /// Larger by as many passes as are needed, then made as large as was wished for.
    private static Picture upscaled(Picture picture, int factor, Ready ready, Progress progress) {
        Upscaling larger = ready.larger().orElseThrow(() -> cannot(ImageFeature.UPSCALE));
        Size wished = picture.size().times(factor);
        Picture made = picture;
        do {
            double next = made.size().pixels() * Math.pow(larger.factor(), 2);
            if (next > MOST_PIXELS) {
                throw new ImageEngineException(
                        Kind.FAILED,
                        "%s is too large for a model that makes pictures %d times as large."
                                .formatted(made.size(), larger.factor()));
            }
            made = larger.larger(made, progress);
        } while (larger.factor() > 1 && made.width() < wished.width());
        return made.size().equals(wished) ? made : Resize.picture(made, wished, Kernel.BICUBIC);
    }

    private static ObjectNode metrics(Ready ready) {
        ObjectNode metrics = JsonMapper.shared().createObjectNode();
        metrics.put("range", ready.recipe().range().name().toLowerCase(Locale.ROOT));
        ready.larger().ifPresent(larger -> metrics.put("model_factor", larger.factor()));
        return metrics;
    }

    /// Lets all models go.
    @Override
    public void close() {
        synchronized (this) {
            loaded.values().forEach(ready -> ready.model().close());
            loaded.clear();
        }
        paintings.lock();
        try {
            letPainterGo();
        } finally {
            paintings.unlock();
        }
    }
}
