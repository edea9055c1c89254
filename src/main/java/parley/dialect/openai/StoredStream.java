package parley.dialect.openai;

import java.util.Optional;
import java.util.OptionalLong;
import parley.conversation.Turn;
import parley.conversation.TurnEvent;
import parley.conversation.TurnHandle;
import parley.dialect.TurnAnswers;
import parley.dialect.TurnStreams;
import parley.error.AppException;
import parley.http.EventStream;
import parley.http.Json;

/// Writes a turn as the pieces of a completion.
final class StoredStream implements TurnStreams.Renderer {
    private final ChunkWriter writer;
    private final ChatRequest request;

    StoredStream(StoredCompletions completions, TurnHandle handle, ChatRequest request) {
        this.writer =
                new ChunkWriter(
                        completions.head(handle.turn()),
                        0,
                        request.includeUsage(),
                        request.legacyFunctions());
        this.request = request;
    }

    @Override
    public void begin(EventStream stream) throws InterruptedException {
        stream.send(writer.role());
    }

    @Override
    public void text(EventStream stream, TurnEvent.Text event) throws InterruptedException {
        stream.send(writer.text(event.text()));
    }

    @Override
    public void other(EventStream stream, TurnEvent event) throws InterruptedException {
        switch (event) {
            case TurnEvent.Reasoning thought -> stream.send(writer.reasoning(thought.text()));
            case TurnEvent.ToolCall call ->
                    stream.send(
                            writer.toolCall(
                                    call.index(), call.id(), call.name(), call.arguments()));
            case TurnEvent.Image made -> stream.send(writer.image(made.image()));
            case TurnEvent.Text _, TurnEvent.Ended _ -> {}
        }
    }

    @Override
    public void end(EventStream stream, TurnEvent.Ended event) throws InterruptedException {
        Turn turn = event.turn();
        Optional<AppException> problem = TurnAnswers.problemOf(turn);
        if (problem.isPresent()) {
            stream.send(OptionalLong.empty(), "error", Json.text(OpenAiError.of(problem.get())));
            return;
        }
        stream.send(writer.finish(StoredCompletions.finishReason(turn, request.legacyFunctions())));
        if (request.includeUsage()) {
            stream.send(writer.usage(TokenUsage.of(turn.usage())));
        }
        stream.send(ChunkWriter.END);
    }

    @Override
    public void heartbeat(EventStream stream) throws InterruptedException {
        stream.comment("keep-alive");
    }
}
