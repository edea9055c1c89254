package parley.llm.builtin;

import java.util.List;
import parley.llm.FinishReason;
import parley.llm.ModelEvent;
import parley.llm.ModelEvents;
import parley.llm.ModelRequest;
import parley.llm.Part;
import parley.llm.ReportedUsage;
import parley.llm.builtin.language.Interruption;

/// Sends the tokens of an answer to whoever listens, without what was said before. A streamed
/// answer goes out token by token, any other in one piece at its end.
final class AnswerWriter {
    private final ModelRequest request;
    private final ModelEvents events;
    private final Pace pace;
    private final StringBuilder held = new StringBuilder();
    private int position;
    private int written;

    AnswerWriter(ModelRequest request, ModelEvents events, Pace pace) {
        this.request = request;
        this.events = events;
        this.pace = pace;
    }

    /// Takes the tokens of the answer from its beginning.
    void write(List<String> tokens) throws InterruptedException {
        for (String token : tokens) {
            String rest = rest(token);
            if (!rest.isEmpty()) {
                pace.await();
                Interruption.check();
                written++;
                send(rest);
            }
        }
    }

    /// Asks for a tool.
    ///
    /// @param arguments the tokens of the call's arguments
    void call(int index, Part.ToolCall call, List<String> arguments) throws InterruptedException {
        events.accept(new ModelEvent.ToolCallDelta(index, call.id(), call.name(), ""));
        StringBuilder whole = new StringBuilder();
        for (String token : arguments) {
            pace.await();
            Interruption.check();
            written++;
            if (request.streamed()) {
                events.accept(new ModelEvent.ToolCallDelta(index, call.id(), call.name(), token));
            } else {
                whole.append(token);
            }
        }
        if (!whole.isEmpty()) {
            events.accept(
                    new ModelEvent.ToolCallDelta(index, call.id(), call.name(), whole.toString()));
        }
    }

    /// Ends the answer.
    ///
    /// @param inputTokens the tokens that were read
    void finish(FinishReason reason, long inputTokens) {
        if (!held.isEmpty()) {
            events.accept(new ModelEvent.TextDelta(held.toString()));
        }
        events.accept(new ModelEvent.UsageReported(ReportedUsage.of(inputTokens, written)));
        events.accept(new ModelEvent.Finished(reason));
    }

    private void send(String text) {
        if (request.streamed()) {
            events.accept(new ModelEvent.TextDelta(text));
        } else {
            held.append(text);
        }
    }

    /// What of the next token lies behind the text so far.
    private String rest(String token) {
        int said = request.answerSoFar().length() - position;
        position += token.length();
        return said <= 0 ? token : token.substring(Math.min(said, token.length()));
    }
}
