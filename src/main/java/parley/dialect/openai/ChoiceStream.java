package parley.dialect.openai;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import parley.dialect.LiveEvents;
import parley.dialect.LiveStream;
import parley.llm.ModelEvent;

/// Writes one choice as the model says it.
final class ChoiceStream extends LiveEvents {
    private final LiveStream stream;
    private final Runnable headers;
    private final Supplier<ChunkWriter> newWriter;
    private @Nullable ChunkWriter writer;

    /// @param headers sets what the answer's head says, unless that has left
    /// @param newWriter makes the writer when it is known who answers
    ChoiceStream(LiveStream stream, Runnable headers, Supplier<ChunkWriter> newWriter) {
        this.stream = stream;
        this.headers = headers;
        this.newWriter = newWriter;
    }

    @Override
    protected void write(ModelEvent event) throws InterruptedException {
        switch (event) {
            case ModelEvent.TextDelta(String text) -> stream.send(writer().text(text));
            case ModelEvent.ReasoningDelta(String text) -> stream.send(writer().reasoning(text));
            case ModelEvent.ToolCallDelta call ->
                    stream.send(
                            writer().toolCall(
                                            call.index(),
                                            call.id(),
                                            call.name(),
                                            call.arguments()));
            case ModelEvent.ImageMade made -> stream.send(writer().image(made.image()));
            case ModelEvent.ReasoningSigned _,
                    ModelEvent.UsageReported _,
                    ModelEvent.Finished _ -> {}
        }
    }

    /// @param reason in the wire's words
    void finish(String reason) throws InterruptedException {
        stream.send(writer().finish(reason));
    }

    private ChunkWriter writer() throws InterruptedException {
        ChunkWriter known = writer;
        if (known == null) {
            known = newWriter.get();
            writer = known;
            stream.beforeFirst(headers);
            stream.send(known.role());
        }
        return known;
    }
}
