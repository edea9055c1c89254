package parley.dialect.openai.responses;

import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.llm.Part;

/// An item that is being written.
sealed interface OpenItem {
    /// Where the answer is.
    ///
    /// @param index how many items came before
    /// @param number what the numbers of the item's events count from
    record Place(int index, long number) {}

    /// The item as far as it is.
    Item item(Item.Status status);

    void begin(Place place, EventSink sink) throws InterruptedException;

    /// @param text not empty
    void piece(Place place, String text, EventSink sink) throws InterruptedException;

    void end(Place place, Item.Status status, EventSink sink) throws InterruptedException;

    /// Words for the reader.
    final class Text implements OpenItem {
        private final String id;
        private final StringBuilder text = new StringBuilder();

        Text(String id) {
            this.id = id;
        }

        @Override
        public Item item(Item.Status status) {
            List<Content> content =
                    text.isEmpty() ? List.of() : List.of(Content.OutputText.of(text.toString()));
            return new Item.Message(id, status.wireName(), "assistant", content);
        }

        @Override
        public void begin(Place place, EventSink sink) throws InterruptedException {
            sink.accept(added(place, this));
            sink.accept(part("response.content_part.added", place, 1, ""));
        }

        @Override
        public void piece(Place place, String piece, EventSink sink) throws InterruptedException {
            text.append(piece);
            sink.accept(
                    new ResponseEvent.TextDelta(
                            place.number() + 1, id, place.index(), 0, piece, List.of()));
        }

        @Override
        public void end(Place place, Item.Status status, EventSink sink)
                throws InterruptedException {
            String whole = text.toString();
            sink.accept(
                    new ResponseEvent.TextDone(
                            place.number() + 2, id, place.index(), 0, whole, List.of()));
            sink.accept(part("response.content_part.done", place, 3, whole));
            sink.accept(done(place, this, status));
        }

        private ResponseEvent part(String type, Place place, int step, String content) {
            return new ResponseEvent.ContentPart(
                    type,
                    place.number() + step,
                    id,
                    place.index(),
                    0,
                    Content.OutputText.of(content));
        }
    }

    /// What the model thinks.
    final class Thought implements OpenItem {
        private final String id;
        private final ThoughtSeal seal;
        private final StringBuilder text = new StringBuilder();

        Thought(String id, ThoughtSeal seal) {
            this.id = id;
            this.seal = seal;
        }

        @Override
        public Item item(Item.Status status) {
            List<Content> summary =
                    text.isEmpty() ? List.of() : List.of(new Content.SummaryText(text.toString()));
            @Nullable String encrypted = seal.seal(id, text.toString()).orElse(null);
            return new Item.Reasoning(id, summary, encrypted, status.wireName());
        }

        @Override
        public void begin(Place place, EventSink sink) throws InterruptedException {
            sink.accept(added(place, this));
            sink.accept(part("response.reasoning_summary_part.added", place, 1, ""));
        }

        @Override
        public void piece(Place place, String piece, EventSink sink) throws InterruptedException {
            text.append(piece);
            sink.accept(
                    new ResponseEvent.SummaryDelta(
                            place.number() + 1, id, place.index(), 0, piece));
        }

        @Override
        public void end(Place place, Item.Status status, EventSink sink)
                throws InterruptedException {
            String whole = text.toString();
            sink.accept(
                    new ResponseEvent.SummaryDone(place.number() + 2, id, place.index(), 0, whole));
            sink.accept(part("response.reasoning_summary_part.done", place, 3, whole));
            sink.accept(done(place, this, status));
        }

        private ResponseEvent part(String type, Place place, int step, String content) {
            return new ResponseEvent.SummaryPart(
                    type,
                    place.number() + step,
                    id,
                    place.index(),
                    0,
                    new Content.SummaryText(content));
        }
    }

    /// A tool the model wants to be called.
    final class Call implements OpenItem {
        private final String id;
        private final int call;
        private final String callId;
        private final String name;
        private final StringBuilder arguments = new StringBuilder();

        Call(String id, int call, String callId, String name) {
            this.id = id;
            this.call = call;
            this.callId = callId;
            this.name = name;
        }

        /// Which call of the answer it is, from 0.
        int call() {
            return call;
        }

        @Override
        public Item item(Item.Status status) {
            return new Item.FunctionCall(id, status.wireName(), callId, name, arguments.toString());
        }

        @Override
        public void begin(Place place, EventSink sink) throws InterruptedException {
            sink.accept(added(place, this));
        }

        @Override
        public void piece(Place place, String piece, EventSink sink) throws InterruptedException {
            arguments.append(piece);
            sink.accept(
                    new ResponseEvent.ArgumentsDelta(place.number() + 1, id, place.index(), piece));
        }

        @Override
        public void end(Place place, Item.Status status, EventSink sink)
                throws InterruptedException {
            sink.accept(
                    new ResponseEvent.ArgumentsDone(
                            place.number() + 2, id, place.index(), name, arguments.toString()));
            sink.accept(done(place, this, status));
        }
    }

    /// A picture the model made, which comes whole.
    record Picture(String id, Part.Image image) implements OpenItem {
        private static final String TYPE_PREFIX = "image/";

        @Override
        public Item item(Item.Status status) {
            String format =
                    image.mediaType().startsWith(TYPE_PREFIX)
                            ? image.mediaType().substring(TYPE_PREFIX.length())
                            : null;
            boolean whole = status == Item.Status.COMPLETED;
            return new Item.ImageCall(id, status.wireName(), format, whole ? image.data() : null);
        }

        @Override
        public void begin(Place place, EventSink sink) throws InterruptedException {
            sink.accept(added(place, this));
        }

        @Override
        public void piece(Place place, String text, EventSink sink) {
            throw new IllegalStateException("A picture comes whole.");
        }

        @Override
        public void end(Place place, Item.Status status, EventSink sink)
                throws InterruptedException {
            sink.accept(new ResponseEvent.ImageDone(place.number() + 2, id, place.index()));
            sink.accept(done(place, this, status));
        }
    }

    private static ResponseEvent added(Place place, OpenItem item) {
        return new ResponseEvent.ItemAdded(
                place.number(), place.index(), item.item(Item.Status.IN_PROGRESS));
    }

    private static ResponseEvent done(Place place, OpenItem item, Item.Status status) {
        return new ResponseEvent.ItemDone(place.number() + 4, place.index(), item.item(status));
    }
}
