package parley.dialect.openai.responses;

import java.time.Duration;
import java.util.Optional;
import parley.conversation.Turn;
import parley.conversation.TurnEvent;
import parley.conversation.TurnHandle;
import parley.conversation.TurnListener;

/// What a turn has said, as a response.
final class TurnOutput {
    private TurnOutput() {}

    /// Takes a piece of the answer.
    static void add(TurnEvent event, Output output) throws InterruptedException {
        switch (event) {
            case TurnEvent.Text text -> output.text(text.text());
            case TurnEvent.Reasoning thought -> output.reasoning(thought.text());
            case TurnEvent.ToolCall call ->
                    output.toolCall(call.index(), call.id(), call.name(), call.arguments());
            case TurnEvent.Image image -> output.image(image.image());
            case TurnEvent.Ended _ -> {}
        }
    }

    static Output of(Turn turn, ShownOptions shown, EventSink sink) {
        return new Output(
                ItemIds.of(turn.id()),
                shown.encrypted() ? ThoughtSeal.REFERENCE : ThoughtSeal.NONE,
                sink);
    }

    /// The response as it is now: what was said so far, or all of it.
    ///
    /// @param current the turn as it was just read: the handle's may have waited then and run now
    static ResponseObject now(TurnHandle handle, Turn current, ShownOptions shown)
            throws InterruptedException {
        Output output = of(current, shown, EventSink.NONE);
        Turn turn = current;
        try (TurnListener listener = handle.listen(0)) {
            Optional<TurnEvent> event = listener.next(Duration.ZERO);
            while (event.isPresent()) {
                if (event.get() instanceof TurnEvent.Ended ended) {
                    turn = ended.turn();
                    break;
                }
                add(event.get(), output);
                event = listener.next(Duration.ZERO);
            }
        }
        ResponseState state = ResponseState.of(turn);
        ResponseProgress.close(state.status(), output);
        return ResponseObject.of(state, shown, output.items());
    }
}
