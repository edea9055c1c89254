package parley.http;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// An answer of server-sent events. Text is split at `\r\n`, `\r` and `\n` into `data:` lines here
/// and nowhere else, so no text can forge an event. Closing without `end` resets the connection: a
/// client never takes a broken stream for a whole one. Closing before anything was sent takes the
/// answer back, so that a failure can still be answered with its status.
public interface EventStream extends AutoCloseable {
    /// Sends an event that has only data.
    default void send(String data) throws InterruptedException {
        send(OptionalLong.empty(), null, data);
    }

    /// Sends an event. Waits while the client reads slowly; a client that takes nothing for 60 s is
    /// dropped.
    ///
    /// @param id the event's `id:`, if it has one
    /// @param event the event's name; null for none
    /// @throws ClientGoneException if nobody listens any more
    void send(OptionalLong id, @Nullable String event, String data) throws InterruptedException;

    /// Sends a comment, which keeps proxies from cutting a silent stream.
    ///
    /// @throws ClientGoneException if nobody listens any more
    void comment(String text) throws InterruptedException;

    /// Ends the stream as it should end.
    void end();

    @Override
    void close();
}
