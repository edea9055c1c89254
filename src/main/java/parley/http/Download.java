package parley.http;

import java.io.IOException;
import java.io.OutputStream;

/// Writes the bytes of an answer whose length is not known before.
@FunctionalInterface
public interface Download {
    /// The stream need not be closed. Writing waits while the client reads slowly, and throws
    /// [ClientGoneException] if it leaves.
    void write(OutputStream out) throws IOException, InterruptedException;
}
