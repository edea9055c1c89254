package parley.limit.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.MaintNotificationsConfig;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.StringCodec;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import parley.limit.SharedStoreException;

/// One connection, which all threads share, and which is made anew by `open` alone: Lettuce's own
/// reconnecting waits longer each time, and keeps what was sent to send it again.
final class RedisConnection implements AutoCloseable {
    private static final Duration PATIENCE_IN_BACKGROUND = Duration.ofSeconds(2);

    private final RedisClient client;
    private final RedisURI uri;
    private final Duration patience;
    private volatile @Nullable Opened opened;

    /// @param names what Redis calls the scripts it was given
    private record Opened(
            StatefulRedisConnection<String, String> connection, Map<Script, String> names) {}

    /// @param patience how long a script may take
    RedisConnection(RedisAddress address, Duration patience) {
        this.patience = patience;
        uri = uri(address);
        client = RedisClient.create();
        client.setOptions(
                ClientOptions.builder()
                        .autoReconnect(false)
                        // A hosted Redis' notices: what fails is noticed without them.
                        .maintNotificationsConfig(MaintNotificationsConfig.disabled())
                        .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
                        .build());
    }

    private static RedisURI uri(RedisAddress address) {
        RedisURI.Builder builder =
                RedisURI.Builder.redis(address.host(), address.port())
                        .withSsl(address.encrypted())
                        .withDatabase(address.database())
                        .withTimeout(PATIENCE_IN_BACKGROUND);
        if (!address.password().isEmpty()) {
            if (address.user().isEmpty()) {
                builder.withPassword(address.password().toCharArray());
            } else {
                builder.withAuthentication(address.user(), address.password().toCharArray());
            }
        }
        return builder.build();
    }

    /// Connects, and hands the scripts over.
    void open() throws SharedStoreException {
        disconnect();
        StatefulRedisConnection<String, String> connection =
                await(
                        client.connectAsync(StringCodec.UTF8, uri).toCompletableFuture(),
                        PATIENCE_IN_BACKGROUND);
        boolean ready = false;
        try {
            Map<Script, String> names = new EnumMap<>(Script.class);
            for (Script script : Script.values()) {
                names.put(
                        script,
                        await(
                                connection.async().scriptLoad(script.text()),
                                PATIENCE_IN_BACKGROUND));
            }
            opened = new Opened(connection, Map.copyOf(names));
            ready = true;
        } finally {
            if (!ready) {
                CompletableFuture<Void> _ = connection.closeAsync();
            }
        }
    }

    void ping() throws SharedStoreException {
        await(current().connection().async().ping(), PATIENCE_IN_BACKGROUND);
    }

    List<Long> run(Script script, List<String> keys, List<String> arguments)
            throws SharedStoreException {
        Opened now = current();
        return await(
                now.connection()
                        .async()
                        .evalsha(
                                now.names().get(script),
                                ScriptOutputType.MULTI,
                                keys.toArray(String[]::new),
                                arguments.toArray(String[]::new)),
                patience);
    }

    private Opened current() throws SharedStoreException {
        Opened now = opened;
        if (now == null) {
            throw new SharedStoreException("not connected");
        }
        return now;
    }

    /// Waits though the thread be interrupted: an answer that is stopped is settled by the thread
    /// that was interrupted.
    private static <T> T await(Future<T> answer, Duration patience) throws SharedStoreException {
        long end = System.nanoTime() + patience.toNanos();
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return answer.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new SharedStoreException("no answer within %d ms".formatted(patience.toMillis()));
        } catch (ExecutionException e) {
            throw new SharedStoreException(FailureReason.of(e));
        } catch (CancellationException e) {
            throw new SharedStoreException("the connection was closed");
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void disconnect() {
        Opened last = opened;
        opened = null;
        if (last != null) {
            CompletableFuture<Void> _ = last.connection().closeAsync();
        }
    }

    @Override
    public void close() {
        opened = null;
        // Closes the connection, too.
        client.shutdown(Duration.ZERO, PATIENCE_IN_BACKGROUND);
    }
}
