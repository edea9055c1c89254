package parley;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.account.Account;
import parley.cli.RunningServer;
import parley.cli.Start;
import parley.error.AppException;
import parley.llm.ProviderStatus;
import parley.storage.HomeLock;

/// A server that runs: the home it holds, and its parts.
final class ParleyServer implements RunningServer {
    private static final Logger LOG = LoggerFactory.getLogger(ParleyServer.class);

    /// How long the last bytes of ended answers may take to leave.
    private static final Duration LAST_BYTES = Duration.ofSeconds(5);

    private final HomeLock lock;
    private final Settings settings;
    private final Wiring parts;
    private final Optional<String> newOwnerToken;
    private final AtomicBoolean stopping = new AtomicBoolean();
    private final CountDownLatch stopped = new CountDownLatch(1);

    private ParleyServer(
            HomeLock lock, Settings settings, Wiring parts, Optional<String> newOwnerToken) {
        this.lock = lock;
        this.settings = settings;
        this.parts = parts;
        this.newOwnerToken = newOwnerToken;
    }

    /// Starts a server. A start that fails leaves the home as it was.
    ///
    /// @throws AppException with a sentence for whoever starts it
    static ParleyServer start(Start start, InstantSource clock) {
        Settings settings = Settings.from(start.values());
        Set<Path> before = contents(start.home());
        @Nullable HomeLock lock = null;
        @Nullable Wiring parts = null;
        boolean started = false;
        try {
            lock = HomeLock.acquire(start.home());
            parts = new Wiring(settings, start.home(), clock);
            int unfinished = parts.core.start();
            parts.data.start();
            parts.images.start();
            parts.documents.start();
            if (unfinished > 0) {
                LOG.info("{} answers were unfinished; they can be continued.", unfinished);
            }
            parts.web.start();
            Optional<String> token = ownerToken(parts);
            started = true;
            return new ParleyServer(lock, settings, parts, token);
        } finally {
            if (!started) {
                undo(lock, parts);
                if (lock != null) {
                    removeNew(start.home(), before);
                }
            }
        }
    }

    @Override
    public String host() {
        return settings.server().host();
    }

    @Override
    public List<Integer> ports() {
        return parts.web.ports();
    }

    @Override
    public List<Integer> skippedPorts() {
        return settings.server().ports().stream()
                .filter(port -> port != 0 && !ports().contains(port))
                .toList();
    }

    @Override
    public Optional<String> newOwnerToken() {
        return newOwnerToken;
    }

    @Override
    public boolean tokensRequired() {
        return parts.web.areTokensRequired();
    }

    @Override
    public List<String> models() {
        Set<String> names = new java.util.LinkedHashSet<>();
        try {
            names.add(parts.models.resolve("").fullName());
        } catch (AppException e) {
            // The default's provider is away: the banner shows what there is instead.
            LOG.warn("The default model cannot be used: {}", e.sentence());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
        try {
            for (ProviderStatus provider : parts.models.providers()) {
                if (provider.available()) {
                    provider.models().forEach(model -> names.add(provider.name() + "/" + model));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return new ArrayList<>(names);
    }

    @Override
    public String database() {
        return parts.stores.describe();
    }

    @Override
    public void storeNow(Duration longest) throws InterruptedException {
        parts.core.storeNow(longest);
    }

    @Override
    public void drainAndStop() throws InterruptedException {
        if (!stopping.compareAndSet(false, true)) {
            stopped.await();
            return;
        }
        try {
            parts.web.drain();
            parts.core.close(settings.server().shutdown());
            parts.web.stop(LAST_BYTES);
        } finally {
            undo(lock, parts);
            stopped.countDown();
        }
    }

    @Override
    public void awaitStop() throws InterruptedException {
        stopped.await();
    }

    /// The parts, for tests that look behind the doors.
    Wiring parts() {
        return parts;
    }

    private static Optional<String> ownerToken(Wiring parts) {
        if (!parts.accounts.listTokens(Optional.of(Account.OWNER_NAME)).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(parts.accounts.createToken(Account.OWNER_NAME).secret());
    }

    private static void undo(@Nullable HomeLock lock, @Nullable Wiring parts) {
        if (parts != null) {
            parts.web.close();
            parts.closeCalls();
            parts.local.close();
            parts.images.close();
            parts.documents.close();
            parts.data.close();
            parts.stores.close();
        }
        if (lock != null) {
            lock.close();
        }
    }

    private static Set<Path> contents(Path home) {
        try (Stream<Path> files = Files.list(home)) {
            return new HashSet<>(files.toList());
        } catch (IOException e) {
            return Set.of();
        }
    }

    /// Removes what a failed start made. What was there before, and folders, stay.
    private static void removeNew(Path home, Set<Path> before) {
        for (Path file : contents(home)) {
            if (!before.contains(file) && Files.isRegularFile(file)) {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    LOG.warn("{} was left behind by a start that failed.", file.getFileName());
                }
            }
        }
    }
}
