package parley.dialect;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.conversation.TurnEvent;
import parley.conversation.TurnHandle;
import parley.conversation.TurnListener;
import parley.http.EventStream;
import parley.http.Exchange;
import parley.http.RateHeaders;

/// Turns that are answered as they grow.
public final class TurnStreams {
    /// After so much silence a heartbeat is sent: proxies cut streams that are silent for a minute
    /// or two.
    private static final Duration SILENCE = Duration.ofSeconds(10);

    private TurnStreams() {}

    /// How a dialect writes what happens in a turn.
    public interface Renderer {
        /// Before the first event, for instance to say which turn this is.
        void begin(EventStream stream) throws InterruptedException;

        void text(EventStream stream, TurnEvent.Text event) throws InterruptedException;

        /// What the model thought, a tool it wants to be called, a picture it made: nothing, in
        /// contracts that have no form for these.
        default void other(EventStream stream, TurnEvent event) throws InterruptedException {}

        /// The end: the last thing that is written.
        void end(EventStream stream, TurnEvent.Ended event) throws InterruptedException;

        /// Nothing happened for a while.
        void heartbeat(EventStream stream) throws InterruptedException;
    }

    /// Relays a turn from a number on to the client. A turn that fails before its first word, and
    /// within the first seconds, is answered as an error, not as a stream. A client that goes away
    /// ends nothing.
    public static void relay(
            Exchange exchange, TurnHandle handle, long afterNumber, Renderer renderer)
            throws InterruptedException {
        RateHeaders.set(exchange, handle.limits(), RateHeaders.Family.GENERAL);
        try (TurnListener listener = handle.listen(afterNumber)) {
            TurnEvent first = listener.next(SILENCE).orElse(null);
            if (first instanceof TurnEvent.Ended ended && afterNumber == 0) {
                TurnAnswers.setHeaders(exchange, ended.turn());
                TurnAnswers.failure(ended.turn());
            } else {
                TurnAnswers.setHeaders(exchange, handle.turn());
            }
            try (EventStream stream = exchange.startEventStream()) {
                renderer.begin(stream);
                relayAll(listener, first, stream, renderer);
                stream.end();
            }
        }
    }

    /// Relays a turn that was started before, from a number on. Begins at once; how the turn ended
    /// is told in the stream, whatever the end was. A client that goes away ends nothing.
    public static void listen(
            Exchange exchange, TurnHandle handle, long afterNumber, Renderer renderer)
            throws InterruptedException {
        RateHeaders.set(exchange, handle.limits(), RateHeaders.Family.GENERAL);
        try (TurnListener listener = handle.listen(afterNumber)) {
            TurnAnswers.setHeaders(exchange, handle.turn());
            try (EventStream stream = exchange.startEventStream()) {
                renderer.begin(stream);
                relayAll(listener, listener.next(SILENCE).orElse(null), stream, renderer);
                stream.end();
            }
        }
    }

    private static void relayAll(
            TurnListener listener, @Nullable TurnEvent first, EventStream stream, Renderer renderer)
            throws InterruptedException {
        Optional<TurnEvent> next = Optional.ofNullable(first);
        while (true) {
            if (next.isEmpty()) {
                renderer.heartbeat(stream);
            } else {
                switch (next.get()) {
                    case TurnEvent.Text text -> renderer.text(stream, text);
                    case TurnEvent.Reasoning _, TurnEvent.ToolCall _, TurnEvent.Image _ ->
                            renderer.other(stream, next.get());
                    case TurnEvent.Ended ended -> {
                        renderer.end(stream, ended);
                        return;
                    }
                }
            }
            next = listener.next(SILENCE);
        }
    }
}
