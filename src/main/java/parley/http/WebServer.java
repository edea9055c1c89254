package parley.http;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import java.net.BindException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.error.AppException;
import parley.error.ErrorCode;

/// The web server: every port serves the routes of every dialect.
public final class WebServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);
    private static final int LOOPS = Runtime.getRuntime().availableProcessors();

    /// How long the last answers may take to leave once they are written.
    private static final Duration LAST_WORDS = Duration.ofSeconds(2);

    private final ServerSettings settings;
    private final ListenAddress address;
    private final Traffic traffic = new Traffic();
    private final RunningHandlers running = new RunningHandlers();
    private final Connections connections;
    private final Reception reception;
    private final List<Integer> ports = new ArrayList<>();
    private @Nullable Vertx vertx;

    /// @param checks what `GET /ready` looks at
    /// @param clock the time for the `Date` of answers
    /// @throws AppException (503) if the host in the settings is not known
    /// @throws IllegalArgumentException if two routes have the same method and path
    public WebServer(
            ServerSettings settings,
            List<Dialect> dialects,
            Callers callers,
            Metrics metrics,
            List<ReadinessCheck> checks,
            InstantSource clock) {
        this.settings = settings;
        address = ListenAddress.resolve(settings.host());
        connections = new Connections(settings.limits(), traffic);
        RequestMetrics requestMetrics = new RequestMetrics(connections, traffic);
        metrics.add(requestMetrics);
        List<Dialect> all = new ArrayList<>(dialects);
        all.add(new OperationsDialect(checks, metrics, traffic));
        reception =
                new Reception(
                        new Router(all),
                        new Gates(
                                new HostGate(address, settings.names()),
                                new OriginGate(settings.access(), areTokensRequired())),
                        new Authenticator(callers, areTokensRequired()),
                        connections,
                        running,
                        new RequestIds(new SplittableRandom()),
                        requestMetrics,
                        new DateHeader(clock),
                        settings.limits());
    }

    /// Whether every request needs a token: as soon as others than this machine can send any.
    public boolean areTokensRequired() {
        return settings.access().required() || !address.isLoopback();
    }

    /// Opens the ports.
    ///
    /// @throws AppException (503) if the first port cannot be opened
    public synchronized void start() {
        if (vertx != null) {
            throw new IllegalStateException("The server has been started already");
        }
        Thread.startVirtualThread(Json::warmUp);
        Vertx started = newVertx();
        vertx = started;
        boolean isFirst = true;
        for (int port : settings.ports()) {
            try {
                ports.add(open(started, port));
            } catch (AppException e) {
                if (isFirst) {
                    close();
                    throw e;
                }
                LOG.warn("{} It is skipped.", e.sentence());
            }
            isFirst = false;
        }
        started.setPeriodic(
                connections.checkInterval().toMillis(), _ -> connections.checkDeadlines());
    }

    /// The ports that are open, in the order of the settings.
    public synchronized List<Integer> ports() {
        return List.copyOf(ports);
    }

    int connectionCount() {
        return connections.count();
    }

    /// From now on `GET /ready` answers 503, and each connection is closed after its next answer.
    public void drain() {
        traffic.drain();
    }

    /// Waits until no request is under way.
    ///
    /// @return whether that happened within the window
    public boolean awaitQuiet(Duration window) throws InterruptedException {
        return running.awaitNone(window);
    }

    /// Drains, waits until no request is under way or the window is over, and closes. Requests that
    /// are under way even then are interrupted.
    ///
    /// @return whether all requests had ended by themselves
    public boolean stop(Duration window) throws InterruptedException {
        drain();
        try {
            return running.awaitNone(window);
        } finally {
            close();
        }
    }

    /// Interrupts what is under way, and closes all connections and ports.
    @Override
    public synchronized void close() {
        Vertx closing = vertx;
        if (closing == null) {
            return;
        }
        vertx = null;
        drain();
        try {
            running.interruptAll();
            running.awaitNone(LAST_WORDS);
            connections.closeAll();
            connections.awaitNone(LAST_WORDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        connections.resetAll();
        await(closing.close());
    }

    private int open(Vertx started, int port) {
        AtomicInteger opened = new AtomicInteger();
        // Vert.x takes a negative number for "any free port, and the same for all who say so".
        int asked = port == 0 ? -1 - ports.size() : port;
        try {
            await(
                    started.deployVerticle(
                            () ->
                                    new PortListener(
                                            address.literal(),
                                            asked,
                                            connections,
                                            reception,
                                            opened::set),
                            new DeploymentOptions().setInstances(LOOPS)));
            return opened.get();
        } catch (CompletionException e) {
            throw new AppException(ErrorCode.UNAVAILABLE, reason(port, e), e.getCause());
        }
    }

    private String reason(int port, CompletionException failure) {
        Throwable cause = failure.getCause();
        String message = cause == null ? "" : String.valueOf(cause.getMessage());
        if (cause instanceof BindException && message.contains("in use")) {
            return "Port %d on %s is taken by another program. Stop it, or choose another with --port."
                    .formatted(port, address.name());
        }
        return "Port %d on %s cannot be opened (%s). Choose another with --port, or another server.host."
                .formatted(port, address.name(), message);
    }

    private static Vertx newVertx() {
        return Vertx.vertx(
                new VertxOptions()
                        .setEventLoopPoolSize(LOOPS)
                        .setWorkerPoolSize(1)
                        .setInternalBlockingPoolSize(1)
                        .setFileSystemOptions(
                                new FileSystemOptions()
                                        .setFileCachingEnabled(false)
                                        .setClassPathResolvingEnabled(false)));
    }

    private static void await(Future<?> future) {
        future.toCompletionStage().toCompletableFuture().join();
    }
}
