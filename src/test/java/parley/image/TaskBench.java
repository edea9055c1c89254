package parley.image;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import parley.image.ImageWish.FileForm;
import parley.image.ImageWish.Generate;
import parley.image.ImageWish.Upscale;
import parley.image.pixel.Picture;
import parley.limit.Limits;
import parley.limit.Unlimited;
import parley.storage.DatabaseSettings;
import parley.storage.OpenStores;

/// A store in a folder, two accounts, and servers over it.
final class TaskBench implements AutoCloseable {
    static final Duration LONG = Duration.ofSeconds(30);
    static final ImageSettings SETTINGS =
            new ImageSettings(
                    2,
                    10,
                    4,
                    25,
                    Duration.ofSeconds(60),
                    Optional.of("a secret"),
                    "https://pictures.example");

    final Path home;
    final OpenStores stores;
    final long account;
    final long other;
    private final List<ImageTasks> servers = new ArrayList<>();

    TaskBench(Path home) {
        this.home = home;
        stores = OpenStores.open(DatabaseSettings.EMBEDDED, home, InstantSource.system());
        account = account("one");
        other = account("two");
    }

    private long account(String name) {
        return stores.accounts()
                .findAccount(name)
                .orElseGet(() ->
                        stores.accounts().createAccount(name, InstantSource.system().instant()))
                .id();
    }

    ImageTasks server(ImageEngine... engines) {
        return server(SETTINGS, new Unlimited(), "node-1", engines);
    }

    ImageTasks server(ImageSettings settings, Limits limits, String node, ImageEngine... engines) {
        PlainFetcher fetcher = new PlainFetcher();
        InstantSource clock = InstantSource.system();
        ImageTasks server =
                new ImageTasks(
                        stores.images(),
                        List.of(engines),
                        new PlainCodec(),
                        limits,
                        settings,
                        fetcher,
                        new Webhooks(
                                fetcher,
                                new WebhookSecret(home, settings.webhookSecret()),
                                new TaskJson(settings.baseUrl()),
                                clock,
                                List.of(Duration.ofMillis(5), Duration.ofMillis(10))),
                        clock,
                        node,
                        "1.2.3");
        servers.add(server);
        return server;
    }

    static Generate drawing(String prompt, int count) {
        return new Generate(
                prompt,
                Optional.empty(),
                Optional.empty(),
                new Shape(1, 1),
                Resolution.ONE_K,
                count);
    }

    static Upscale upscaling(int factor) {
        return new Upscale(factor, 0, 0, "standard");
    }

    static byte[] png(int width, int height, int rgb) {
        int[] argb = new int[width * height];
        Arrays.fill(argb, 0xff000000 | rgb);
        return new PlainCodec().write(new Picture(width, height, argb), FileForm.PNG);
    }

    Asking asking(ImageWish wish) {
        return new Asking(account, wish);
    }

    /// A request in the making.
    static final class Asking {
        private final long account;
        private final ImageWish wish;
        private Optional<String> endUser = Optional.empty();
        private Map<InputRole, ImageSource> inputs = Map.of();
        private Optional<String> engine = Optional.empty();
        private Optional<String> model = Optional.empty();
        private OptionalLong seed = OptionalLong.empty();
        private Optional<URI> webhook = Optional.empty();

        Asking(long account, ImageWish wish) {
            this.account = account;
            this.wish = wish;
        }

        Asking of(byte[] file) {
            return of(new ImageSource.Bytes(file));
        }

        Asking of(ImageSource source) {
            inputs = Map.of(InputRole.IMAGE, source);
            return this;
        }

        Asking by(String label) {
            endUser = Optional.of(label);
            return this;
        }

        Asking with(String engineName) {
            engine = Optional.of(engineName);
            return this;
        }

        Asking withModel(String name) {
            model = Optional.of(name);
            return this;
        }

        Asking seeded(long value) {
            seed = OptionalLong.of(value);
            return this;
        }

        Asking telling(URI address) {
            webhook = Optional.of(address);
            return this;
        }

        ImageTask sentTo(ImageTasks tasks) throws InterruptedException {
            return tasks.submit(
                    new TaskRequest(
                            account,
                            endUser,
                            wish,
                            inputs,
                            engine,
                            model,
                            seed,
                            webhook,
                            List.of("Asked."),
                            "test"));
        }

        /// Submits it and waits for its end.
        ImageTask doneBy(ImageTasks tasks) throws InterruptedException {
            return tasks.await(sentTo(tasks), LONG);
        }
    }

    @Override
    public void close() {
        servers.forEach(ImageTasks::close);
        stores.close();
    }
}
