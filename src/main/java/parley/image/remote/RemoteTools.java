package parley.image.remote;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import parley.image.intake.Codec;
import parley.image.intake.Fetcher;

/// What every engine elsewhere works with.
///
/// @param codec reads what comes, as if it were hostile
/// @param fetcher gets what a vendor only gives an address of
/// @param patience how long one piece of work may take there
public record RemoteTools(
        Codec codec, Fetcher fetcher, HttpClient http, Pause pause, Duration patience) {
    private static final Duration USUAL_PATIENCE = Duration.ofMinutes(5);
    private static final Duration CONNECT_PATIENCE = Duration.ofSeconds(10);

    /// Waits before something is tried or asked again.
    @FunctionalInterface
    public interface Pause {
        void pause(Duration time) throws InterruptedException;
    }

    public static RemoteTools usual(Codec codec, Fetcher fetcher) {
        HttpClient http =
                HttpClient.newBuilder()
                        .connectTimeout(CONNECT_PATIENCE)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .version(HttpClient.Version.HTTP_1_1)
                        .build();
        return new RemoteTools(codec, fetcher, http, RemoteTools::sleep, USUAL_PATIENCE);
    }

    /// A little longer each time by chance, so that not all that were refused come back at once.
    private static void sleep(Duration time) throws InterruptedException {
        long millis = time.toMillis();
        Thread.sleep(millis + ThreadLocalRandom.current().nextLong(millis / 4 + 1));
    }
}
