package parley.dialect.chat;

import java.util.Optional;
import java.util.OptionalLong;
import parley.conversation.TurnEvent;
import parley.dialect.Detail;
import parley.dialect.TurnAnswers;
import parley.dialect.TurnStreams;
import parley.error.AppException;
import parley.http.EventStream;
import parley.http.Json;

/// Writes a turn as raw text behind `data: `, ending in `[DONE]`, or in an event `error` where the
/// answer is not whole.
final class RawTextRenderer implements TurnStreams.Renderer {
    private final RawText rawText = new RawText();

    @Override
    public void begin(EventStream stream) {
        // The headers say which session and turn this is.
    }

    @Override
    public void text(EventStream stream, TurnEvent.Text event) throws InterruptedException {
        for (String data : rawText.events(event.text())) {
            stream.send(data);
        }
    }

    @Override
    public void end(EventStream stream, TurnEvent.Ended event) throws InterruptedException {
        Optional<AppException> problem = TurnAnswers.problemOf(event.turn());
        if (problem.isEmpty()) {
            stream.send(RawText.END_MARK);
            return;
        }
        stream.send(OptionalLong.empty(), "error", Json.text(Detail.of(problem.get())));
    }

    @Override
    public void heartbeat(EventStream stream) throws InterruptedException {
        stream.comment("keep-alive");
    }
}
