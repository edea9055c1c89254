package parley.dialect;

import java.io.ByteArrayOutputStream;
import java.util.Optional;
import parley.reply.Reply;

/// Takes down an answer while it goes out, up to a length. In the end it is kept, or its key given
/// back: one of them, once.
final class ReplyRecorder {
    private final Keeper keeper;
    private final int longest;
    private final ByteArrayOutputStream events = new ByteArrayOutputStream();
    private Optional<String> answeredBy = Optional.empty();
    private boolean tooLong;
    private boolean settled;

    /// Where answers go that were taken down.
    interface Keeper {
        /// @return whether the answer is kept
        boolean keep(Reply reply);

        /// Keeps an answer for the case that the server dies before the whole one.
        void keepMeanwhile(Reply reply);

        /// Makes the key free.
        void release();
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
    void keepEvents() {
        if (tooLong) {
            giveUp();
        } else {
            keep(200, RecordedExchange.EVENTS, events.toByteArray());
        }
    }

    /// The answer is whole. What is too long is not kept.
    void keep(int status, String contentType, byte[] body) {
        if (settled) {
            return;
        }
        if (body.length <= longest
                && keeper.keep(new Reply(status, contentType, answeredBy, body))) {
            settled = true;
        } else {
            giveUp();
        }
    }

    void keepMeanwhile(byte[] json) {
        if (json.length <= longest) {
            keeper.keepMeanwhile(new Reply(200, RecordedExchange.JSON, answeredBy, json));
        }
    }

    /// The answer will not be kept, unless it is.
    void giveUp() {
        if (!settled) {
            settled = true;
            keeper.release();
        }
    }
}
