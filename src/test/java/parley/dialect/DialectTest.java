package parley.dialect;

import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import parley.testing.TestServer;

/// A test of one contract as its clients meet it: one server for the whole class, whose engine
/// takes `/fault` messages, and a client without a token.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class DialectTest {
    protected final TestServer server = TestServer.start("builtin.faults=true");
    protected final WireClient client = new WireClient(server.url(), Optional.empty());

    @AfterAll
    void stop() {
        client.close();
        server.close();
    }
}
