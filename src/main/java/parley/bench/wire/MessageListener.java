package parley.bench.wire;

import java.io.IOException;

/// Hears what a [MessageReader] finds.
public interface MessageListener {
    void head(Head head) throws IOException;

    /// A piece of the body, decoded; only valid during the call.
    void body(byte[] bytes, int from, int to) throws IOException;

    /// The message is complete.
    void end() throws IOException;
}
