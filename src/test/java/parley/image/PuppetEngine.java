package parley.image;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import parley.image.pixel.Picture;
import parley.image.pixel.Size;
import tools.jackson.databind.json.JsonMapper;

/// An engine that does what a test tells it to: by itself it makes pictures of one colour, which is
/// the seed's.
final class PuppetEngine implements ImageEngine {
    private final String name;
    private final Set<ImageFeature> features;
    private final List<String> models;
    private volatile Behaviour behaviour = PuppetEngine::paint;

    /// The jobs it was given, in order.
    final BlockingQueue<Job> jobs = new LinkedBlockingQueue<>();

    PuppetEngine(String name) {
        this(name, Set.of(ImageFeature.values()), List.of());
    }

    PuppetEngine(String name, Set<ImageFeature> features, List<String> models) {
        this.name = name;
        this.features = features;
        this.models = models;
    }

    interface Behaviour {
        Outcome run(Job job, Progress progress) throws InterruptedException;
    }

    /// From now on it does this.
    PuppetEngine does(Behaviour next) {
        behaviour = next;
        return this;
    }

    PuppetEngine fails(ImageEngineException.Kind kind, String sentence) {
        return does((_, _) -> {
            throw new ImageEngineException(kind, sentence);
        });
    }

    /// From now on each job waits for a permit.
    PuppetEngine waitsFor(Semaphore permits) {
        return does((job, progress) -> {
            progress.at(0.5);
            permits.acquire();
            return paint(job, progress);
        });
    }

    static Outcome paint(Job job, Progress progress) {
        Size size =
                job.input(InputRole.IMAGE)
                        .map(Picture::size)
                        .map(image -> OutputSize.of(job.wish(), Optional.of(image)))
                        .orElse(new Size(400, 200));
        List<Picture> pictures = new ArrayList<>();
        for (int i = 0; i < TaskSize.count(job.wish()); i++) {
            int[] argb = new int[size.width() * size.height()];
            Arrays.fill(argb, 0xff000000 | ((int) (job.seed() + i) & 0xffffff));
            pictures.add(new Picture(size.width(), size.height(), argb));
        }
        progress.at(1);
        return new Outcome(
                pictures,
                Optional.of("refined"),
                job.model().orElse("brush"),
                0.75,
                List.of("Painted."),
                JsonMapper.shared().createObjectNode().put("strokes", 1));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean can(ImageFeature feature) {
        return features.contains(feature);
    }

    @Override
    public List<String> models(ImageFeature feature) {
        return models;
    }

    @Override
    public Outcome run(Job job, Progress progress) throws InterruptedException {
        jobs.add(job);
        return behaviour.run(job, progress);
    }
}
