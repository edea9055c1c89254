package parley.limit;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Knows whether the shared store can be used. After the first failure nobody waits for it again
/// until a thread in the background has reached it.
final class SharedLink implements MeterBinder, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SharedLink.class);

    /// Longer than a call may take: one that fails late does not end the next connection.
    private static final Duration BEAT = Duration.ofMillis(500);

    private final SharedStore store;
    private final Upkeep upkeep;
    private final AtomicBoolean up = new AtomicBoolean();
    private final AtomicLong outages = new AtomicLong();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread keeper;
    private boolean warned;

    /// What is to be done apart from requests.
    interface Upkeep {
        /// The store answers again, and is about to be used.
        void comeBack() throws SharedStoreException;

        /// The store is in use. Called about twice a second.
        void beat() throws SharedStoreException;
    }

    SharedLink(SharedStore store, Upkeep upkeep) {
        this.store = store;
        this.upkeep = upkeep;
        this.keeper = Thread.ofPlatform().name("limits-upkeep").daemon().unstarted(this::keep);
    }

    /// Tries it once, so that the first request finds it, and keeps at it.
    void start() {
        connect();
        keeper.start();
    }

    boolean isUp() {
        return up.get();
    }

    /// Says that it failed.
    void lost(SharedStoreException failure) {
        if (up.compareAndSet(true, false)) {
            outages.incrementAndGet();
            warn(failure);
        }
    }

    private synchronized void warn(SharedStoreException failure) {
        if (!warned) {
            warned = true;
            LOG.warn(
                    "Limits are counted in this server alone: {} is away ({}). They are shared again"
                            + " as soon as it is back.",
                    store.address(),
                    failure.getMessage());
        }
    }

    private synchronized void welcome() {
        LOG.info("Limits are shared over {}.", store.address());
        warned = false;
    }

    /// What is wrong, for everybody to see.
    Optional<String> problem() {
        return isUp()
                ? Optional.empty()
                : Optional.of(
                        "The shared limits are out of reach. Each server counts for itself until they are back.");
    }

    private void keep() {
        try {
            while (!closed.await(BEAT.toMillis(), TimeUnit.MILLISECONDS)) {
                if (isUp()) {
                    beat();
                } else {
                    connect();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void beat() {
        try {
            store.ping();
            upkeep.beat();
        } catch (SharedStoreException e) {
            lost(e);
        } catch (RuntimeException e) {
            // For instance the database: it is tried again with the next beat.
            LOG.debug("The upkeep of the limits failed.", e);
        }
    }

    private void connect() {
        try {
            store.connect();
            upkeep.comeBack();
            up.set(true);
            welcome();
        } catch (SharedStoreException e) {
            warn(e);
        } catch (RuntimeException e) {
            LOG.debug("The upkeep of the limits failed.", e);
        }
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("parley.limits.shared", up, now -> now.get() ? 1 : 0)
                .description("Whether limits are counted together with other servers")
                .register(registry);
        FunctionCounter.builder("parley.limits.outages", outages, AtomicLong::get)
                .description("How often the shared limits were lost")
                .register(registry);
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            keeper.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        store.close();
    }
}
