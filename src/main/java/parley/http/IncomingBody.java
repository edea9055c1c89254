package parley.http;

import java.time.Duration;

/// The body of one request while it arrives.
interface IncomingBody {
    /// The body did not come in time.
    ///
    /// @return whether anybody can still be told
    boolean late(Duration patience);

    void clientGone();

    /// Lets the rest of a longer body come. Event loop only.
    void resume();

    /// Nobody wants it any more: what still comes is dropped. Event loop only.
    ///
    /// @return whether that is little enough to wait for
    boolean drop();
}
