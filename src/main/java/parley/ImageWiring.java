package parley;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import parley.completion.CompletionSpecialist;
import parley.conversation.Specialist;
import parley.image.CompletionIllustrator;
import parley.image.Illustrator;
import parley.image.ImageEngine;
import parley.image.ImageSettings;
import parley.image.ImageTasks;
import parley.image.UnusedUploads;
import parley.image.Workshop;
import parley.image.intake.Codec;
import parley.image.intake.Fetcher;
import parley.image.intake.PictureCodec;
import parley.image.intake.PublicFetcher;
import parley.image.intent.IntentReader;
import parley.image.intent.Intents;
import parley.image.onnx.OnnxEngine;
import parley.image.operation.BuiltinEngine;
import parley.image.remote.RemoteEngines;
import parley.limit.Limits;
import parley.storage.OpenStores;

/// The parts that make and change pictures, joined.
final class ImageWiring implements AutoCloseable {
    final Codec codec;
    final ImageTasks tasks;
    final IntentReader intents = new Intents();
    final Specialist illustrator;
    final CompletionSpecialist completions;
    private final OnnxEngine models;
    private final UnusedUploads unused;

    ImageWiring(
            Settings settings,
            OpenStores stores,
            Path home,
            Limits limits,
            InstantSource clock,
            String node,
            String version) {
        ImageSettings images = settings.images().servedAt(settings.server().ports().getFirst());
        codec = new PictureCodec(settings.intake());
        Fetcher fetcher = new PublicFetcher(settings.intake());
        models = models(settings, home);
        tasks =
                new ImageTasks(
                        stores.images(),
                        engines(settings, home, codec, fetcher, models),
                        codec,
                        fetcher,
                        limits,
                        images,
                        home,
                        clock,
                        node,
                        version);
        illustrator = new Illustrator(tasks, intents, images.baseUrl());
        completions = new CompletionIllustrator(tasks, intents, images.baseUrl());
        unused = new UnusedUploads(stores.images(), settings.uploads(), clock);
    }

    /// The engines that the settings name, the best first; the built-in one is always the last.
    private static List<ImageEngine> engines(
            Settings settings, Path home, Codec codec, Fetcher fetcher, OnnxEngine models) {
        List<ImageEngine> engines = new ArrayList<>();
        engines.addAll(RemoteEngines.all(settings.remoteImages(), home, codec, fetcher));
        engines.add(models);
        engines.add(new BuiltinEngine());
        return engines;
    }

    private static OnnxEngine models(Settings settings, Path home) {
        return new OnnxEngine(home.resolve("models").resolve("onnx"), settings.onnx());
    }

    /// What makes pictures for the command line.
    static Workshop workshop(Settings settings, Path home) {
        Codec codec = new PictureCodec(settings.intake());
        Fetcher fetcher = new PublicFetcher(settings.intake());
        return new Workshop(engines(settings, home, codec, fetcher, models(settings, home)), codec);
    }

    void start() {
        tasks.start();
        unused.start();
    }

    @Override
    public void close() {
        unused.close();
        tasks.close();
        models.close();
    }
}
