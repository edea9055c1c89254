package parley.dialect.openai.responses;

import java.util.List;

/// The first and the last events of a response's stream.
///
/// @param shown what was asked for
record ResponseProgress(ShownOptions shown, EventSink sink) {
    /// @param state as it is now; told is how it was when it began
    void begin(ResponseState state) throws InterruptedException {
        if (state.status() == ResponseState.Status.QUEUED) {
            tell("response.created", Output.CREATED, state, List.of());
            tell("response.queued", Output.QUEUED, state, List.of());
        } else {
            ResponseState begun = state.begun(ResponseState.Status.IN_PROGRESS);
            tell("response.created", Output.CREATED, begun, List.of());
        }
        tell(
                "response.in_progress",
                Output.IN_PROGRESS,
                state.begun(ResponseState.Status.IN_PROGRESS),
                List.of());
    }

    /// Ends the item that is open, and the response.
    void end(ResponseState state, Output output) throws InterruptedException {
        close(state.status(), output);
        tell(lastEvent(state.status()), output.nextNumber(), state, output.items());
    }

    /// Ends the item that is open as the answer ended.
    static void close(ResponseState.Status status, Output output) throws InterruptedException {
        switch (status) {
            case COMPLETED -> output.finish();
            case INCOMPLETE, CANCELLED, FAILED -> output.breakOff();
            case QUEUED, IN_PROGRESS -> {}
        }
    }

    private static String lastEvent(ResponseState.Status status) {
        return switch (status) {
            case COMPLETED -> "response.completed";
            // The API has no event of its own for what was cancelled; the response says it.
            case INCOMPLETE, CANCELLED -> "response.incomplete";
            case FAILED -> "response.failed";
            case QUEUED, IN_PROGRESS ->
                    throw new IllegalStateException("A response ends when it has ended.");
        };
    }

    private void tell(String type, long number, ResponseState state, List<Item> output)
            throws InterruptedException {
        sink.accept(
                new ResponseEvent.Lifecycle(type, number, ResponseObject.of(state, shown, output)));
    }
}
