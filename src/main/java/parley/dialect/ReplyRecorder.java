package parley.dialect;

import java.io.ByteArrayOutputStream;
import java.util.Optional;
import parley.reply.Reply;

/// Takes down an answer while it goes out, up to a length.
final class ReplyRecorder {
    private final Keeper keeper;
    private final int longest;
    private final ByteArrayOutputStream events = new ByteArrayOutputStream();
    private Optional<String> answeredBy = Optional.empty();
    private boolean tooLong;
    private boolean kept;

    /// Where answers go that were taken down.
    interface Keeper {
        /// @return whether the answer is kept
        boolean keep(Reply reply);

        /// Keeps an answer for the case that the server dies before the whole one.
        void keepMeanwhile(Reply reply);
    }

    /// @param longest the most bytes that are kept
    ReplyRecorder(Keeper keeper, int longest) {
        this.keeper = keeper;
        this.longest = longest;
    }

    void answeredBy(String model) {
        answeredBy = Optional.of(model);
    }

    /// Adds an event of a stream.
    void add(byte[] event) {
        tooLong = tooLong || event.length > longest - events.size();
        if (tooLong) {
            events.reset();
        } else {
            events.writeBytes(event);
        }
    }

    /// The stream is whole.
    void keepEvents(String contentType) {
        if (!tooLong) {
            keep(200, contentType, events.toByteArray());
        }
    }

    /// The answer is whole.
    void keep(int status, String contentType, byte[] body) {
        if (!kept && body.length <= longest) {
            kept = keeper.keep(new Reply(status, contentType, answeredBy, body));
        }
    }

    void keepMeanwhile(byte[] json) {
        keeper.keepMeanwhile(new Reply(200, RecordedExchange.JSON, answeredBy, json));
    }

    boolean isKept() {
        return kept;
    }
}
