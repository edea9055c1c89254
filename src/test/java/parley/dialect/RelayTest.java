package parley.dialect;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import parley.testing.ReceivedRequest;
import parley.testing.Reply;
import parley.testing.ScriptedProvider;
import parley.testing.TestServer;

/// A test of a contract whose answers come from a provider that behaves as it is told.
public abstract class RelayTest {
    /// By when a provider must have heard that nobody waits for its answer.
    protected static final Duration SOON = Duration.ofSeconds(2);

    protected final ScriptedProvider provider = ScriptedProvider.start();
    protected final TestServer server =
            TestServer.start(
                    "openai.base.url=" + provider.baseUrl(),
                    "openai.api.key=none",
                    "model.attempts=1");
    protected final WireClient client = new WireClient(server.url(), Optional.empty());

    @AfterEach
    void stop() {
        client.close();
        server.close();
        provider.close();
    }

    /// A piece of a streamed answer as the provider sends it.
    protected static Reply delta(String delta) {
        return Reply.event(
                "{\"choices\":[{\"index\":0,\"delta\":%s,\"finish_reason\":null}]}"
                        .formatted(delta));
    }

    /// Sends a request and goes away without waiting for its answer.
    ///
    /// @param until what must have come of the answer before; empty for nothing
    /// @param headers names and values by turns
    protected void askAndLeave(
            String path, String body, String until, Runnable beforeLeaving, String... headers)
            throws IOException {
        StringBuilder more = new StringBuilder();
        for (int i = 0; i < headers.length; i += 2) {
            more.append(headers[i]).append(": ").append(headers[i + 1]).append("\r\n");
        }
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            byte[] json = body.getBytes(StandardCharsets.UTF_8);
            socket.getOutputStream()
                    .write(
                            """
                            POST %s HTTP/1.1\r
                            Host: localhost\r
                            Content-Type: application/json\r
                            Content-Length: %d\r
                            %s\r
                            """
                                    .formatted(path, json.length, more)
                                    .getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().write(json);
            awaitText(socket.getInputStream(), until);
            beforeLeaving.run();
        }
    }

    /// The next request that reaches the provider.
    protected ReceivedRequest nextRequest() {
        try {
            return provider.awaitRequest();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void awaitText(InputStream answer, String until) throws IOException {
        StringBuilder heard = new StringBuilder();
        while (heard.indexOf(until) < 0) {
            int next = answer.read();
            if (next < 0) {
                throw new AssertionError("The answer ended: " + heard);
            }
            heard.append((char) next);
        }
    }
}
