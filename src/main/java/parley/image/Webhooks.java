package parley.image;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.error.AppException;
import parley.error.ErrorCode;
import parley.image.intake.Fetcher;

/// Tells finished tasks to whoever wants to hear of them, a few times if need be. What is not told
/// when the server stops is not told any more. Safe for use by many threads.
final class Webhooks implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Webhooks.class);
    private static final String FIELD = "webhook_url";
    private static final int AT_ONCE = 16;

    /// Before each try but the first.
    static final List<Duration> PAUSES =
            List.of(Duration.ofSeconds(1), Duration.ofSeconds(10), Duration.ofSeconds(60));

    private final Fetcher fetcher;
    private final WebhookSecret secret;
    private final TaskJson json;
    private final InstantSource clock;
    private final List<Duration> pauses;
    private final Semaphore places = new Semaphore(AT_ONCE);
    private final ExecutorService threads =
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("webhook-", 1).factory());

    Webhooks(
            Fetcher fetcher,
            WebhookSecret secret,
            TaskJson json,
            InstantSource clock,
            List<Duration> pauses) {
        this.fetcher = fetcher;
        this.secret = secret;
        this.json = json;
        this.clock = clock;
        this.pauses = List.copyOf(pauses);
    }

    /// @throws AppException (400) if nothing can be told to this address
    void check(URI address) throws InterruptedException {
        fetcher.check(FIELD, address);
    }

    /// Returns at once.
    void send(ImageTask task, URI address) {
        byte[] body = json.write(task).toString().getBytes(StandardCharsets.UTF_8);
        try {
            threads.execute(() -> deliver(task.id(), address, body));
        } catch (RejectedExecutionException e) {
            LOG.warn("The server stops: nobody is told of task {}.", task.id());
        }
    }

    private void deliver(String taskId, URI address, byte[] body) {
        try {
            for (int tried = 0; tried <= pauses.size(); tried++) {
                if (tried > 0) {
                    Thread.sleep(pauses.get(tried - 1));
                }
                if (isOver(taskId, address, body)) {
                    return;
                }
            }
            LOG.warn("{} was not told of task {}: given up.", address.getHost(), taskId);
        } catch (InterruptedException e) {
            LOG.warn("{} was not told of task {}: the server stops.", address.getHost(), taskId);
        }
    }

    /// Tries once.
    ///
    /// @return whether it arrived, or never will
    private boolean isOver(String taskId, URI address, byte[] body) throws InterruptedException {
        places.acquire();
        try {
            int status = fetcher.post(FIELD, address, headers(taskId, body), body);
            LOG.debug("{} answered {} to task {}.", address.getHost(), status, taskId);
            return status >= 200 && status < 300;
        } catch (AppException e) {
            LOG.info("{} was not told of task {}: {}", address.getHost(), taskId, e.sentence());
            return e.code() == ErrorCode.INVALID_REQUEST;
        } catch (RuntimeException e) {
            LOG.error("{} was not told of task {}", address.getHost(), taskId, e);
            return true;
        } finally {
            places.release();
        }
    }

    /// The task's id is the message's: who hears it twice can tell.
    private Map<String, String> headers(String taskId, byte[] body) {
        long now = clock.instant().getEpochSecond();
        return Map.of(
                "webhook-id", taskId,
                "webhook-timestamp", String.valueOf(now),
                "webhook-signature", secret.sign(taskId, now, body));
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
