package parley.limit.redis;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import parley.limit.SharedStore;
import redis.embedded.core.ExecutableProvider;

/// A real redis-server that can be killed, stopped and started again on its port. It forgets
/// everything when it ends.
public final class TestRedis implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(20);

    private final int port;
    private final List<String> options;
    private @Nullable Process process;

    private TestRedis(int port, List<String> options) {
        this.port = port;
        this.options = options;
    }

    /// @param options as on its command line
    public static TestRedis start(String... options) {
        TestRedis redis = absent(options);
        redis.restart();
        return redis;
    }

    /// One that was not started yet.
    public static TestRedis absent(String... options) {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return new TestRedis(free.getLocalPort(), Arrays.asList(options));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return port;
    }

    public String url() {
        return "redis://127.0.0.1:" + port;
    }

    /// A store that waits longer than in use, for a machine that is busy with other tests.
    public SharedStore patientStore() {
        return patientStore("");
    }

    /// @param caller `user:password@`
    public SharedStore patientStore(String caller) {
        return new RedisStore(
                RedisAddress.parse("redis://%s127.0.0.1:%d".formatted(caller, port)),
                Duration.ofSeconds(2));
    }

    /// Runs a command on a connection of its own.
    public <T> T ask(Question<T> question) {
        RedisClient client = RedisClient.create(url());
        try (StatefulRedisConnection<String, String> connection = client.connect()) {
            return question.ask(connection.sync());
        } finally {
            client.shutdown(Duration.ZERO, Duration.ofSeconds(2));
        }
    }

    public interface Question<T> {
        T ask(RedisCommands<String, String> redis);
    }

    public void restart() {
        List<String> command = new ArrayList<>();
        command.add(Executable.PATH);
        command.addAll(List.of("--port", String.valueOf(port), "--bind", "127.0.0.1"));
        command.addAll(List.of("--save", "", "--appendonly", "no"));
        command.addAll(options);
        try {
            process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        awaitListening();
    }

    private void awaitListening() {
        long end = System.nanoTime() + START.toNanos();
        while (true) {
            try (Socket _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return;
            } catch (IOException e) {
                if (System.nanoTime() > end || !running().isAlive()) {
                    throw new IllegalStateException("redis-server does not listen", e);
                }
                Thread.onSpinWait();
            }
        }
    }

    private Process running() {
        Process now = process;
        if (now == null) {
            throw new IllegalStateException("redis-server was not started");
        }
        return now;
    }

    /// Like `kill -9`.
    public void kill() throws InterruptedException {
        running().destroyForcibly().waitFor();
    }

    /// Hangs, with its port open.
    public void freeze() {
        signal("STOP");
    }

    public void thaw() {
        signal("CONT");
    }

    private void signal(String name) {
        try {
            Process kill =
                    new ProcessBuilder("kill", "-" + name, String.valueOf(running().pid())).start();
            if (!kill.waitFor(10, TimeUnit.SECONDS) || kill.exitValue() != 0) {
                throw new IllegalStateException("no signal was sent");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        Process last = process;
        if (last != null) {
            last.destroyForcibly();
        }
    }

    private static final class Executable {
        static final String PATH = extract();

        private static String extract() {
            try {
                Path folder = Files.createTempDirectory("parley-redis");
                File file = ExecutableProvider.newJarResourceProvider(folder.toFile()).get();
                file.deleteOnExit();
                return file.getAbsolutePath();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
