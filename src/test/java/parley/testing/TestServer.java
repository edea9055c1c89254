package parley.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import parley.ServerUnderTest;
import parley.conversation.ConversationService;
import parley.conversation.TurnService;
import parley.http.Dialect;
import parley.settings.SettingValues;

/// A real server on a free port, with a home of its own that goes with it.
public final class TestServer implements AutoCloseable {
    private final Path home;
    private final SettingValues values;
    private ServerUnderTest server;
    private @Nullable String ownerToken;

    private TestServer(Path home, SettingValues values) {
        this.home = home;
        this.values = values;
        this.server = ServerUnderTest.start(home, values, InstantSource.system());
        this.ownerToken = server.newOwnerToken().orElse(null);
    }

    /// @param settings as after `--set`: `builtin.faults=true`
    public static TestServer start(String... settings) {
        Map<String, String> texts = new HashMap<>();
        texts.put("server.ports", "0");
        texts.put("server.shutdown.seconds", "0");
        // What runs on the machine must not matter.
        texts.put("ollama.discover", "false");
        for (String setting : settings) {
            int equals = setting.indexOf('=');
            texts.put(setting.substring(0, equals), setting.substring(equals + 1));
        }
        try {
            return new TestServer(
                    Files.createTempDirectory("parley-test"), new SettingValues(texts));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Where the server is, without a slash at the end.
    public String url() {
        return "http://127.0.0.1:" + server.port();
    }

    public int port() {
        return server.port();
    }

    public Path home() {
        return home;
    }

    public String ownerToken() {
        String token = ownerToken;
        if (token == null) {
            token = newToken("owner");
            ownerToken = token;
        }
        return token;
    }

    /// A token of the account of this name, which is made if it is new.
    public String newToken(String account) {
        return server.accounts().createToken(account).secret();
    }

    public ConversationService conversations() {
        return server.conversations();
    }

    public TurnService turns() {
        return server.turns();
    }

    public List<Dialect> dialects() {
        return server.dialects();
    }

    /// Stops the server and starts it again in the same home. Its port changes.
    public void restart() throws InterruptedException {
        server.stop();
        server = ServerUnderTest.start(home, values, InstantSource.system());
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try (Stream<Path> files = Files.walk(home)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
