package parley.dialect.openai.responses;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import parley.llm.Part;

/// Turns what a model says, piece by piece, into the items of a response and the events that tell
/// of them. Fed from the beginning of the answer, it numbers the events by the answer alone:
///
/// `number = units said so far + FIRST_ITEM + STEPS × items before + step`
///
/// in UTF-16 units, where `step` is 0 for an item's beginning, 1 for its part's beginning and its
/// pieces (each at least one unit long, so the numbers rise), 2 to 4 for the ends.
final class Output {
    static final int CREATED = 0;
    static final int QUEUED = 1;
    static final int IN_PROGRESS = 2;
    private static final int FIRST_ITEM = 3;
    static final int STEPS = 5;

    private final ItemIds ids;
    private final ThoughtSeal seal;
    private final EventSink sink;
    private final List<Item> done = new ArrayList<>();
    private @Nullable OpenItem open;
    private long units;

    Output(ItemIds ids, ThoughtSeal seal, EventSink sink) {
        this.ids = ids;
        this.seal = seal;
        this.sink = sink;
    }

    void text(String piece) throws InterruptedException {
        if (piece.isEmpty()) {
            return;
        }
        continueOr(OpenItem.Text.class, () -> new OpenItem.Text(id(ItemIds.Kind.MSG)), piece);
    }

    void reasoning(String piece) throws InterruptedException {
        continueOr(
                OpenItem.Thought.class,
                () -> new OpenItem.Thought(id(ItemIds.Kind.RS), seal),
                piece);
    }

    /// A piece of a tool call.
    void toolCall(int call, String callId, String name, String arguments)
            throws InterruptedException {
        if (!(open instanceof OpenItem.Call same && same.call() == call)) {
            begin(new OpenItem.Call(id(ItemIds.Kind.FC), call, callId, name));
        }
        piece(arguments);
    }

    void image(Part.Image image) throws InterruptedException {
        begin(new OpenItem.Picture(id(ItemIds.Kind.IG), image));
        finish();
    }

    /// The end of a stretch of thinking, of which nothing may have been shown.
    void endThought() throws InterruptedException {
        reasoning("");
        finish();
    }

    /// Ends the item that is open, as a whole one.
    void finish() throws InterruptedException {
        if (open != null) {
            close(open, Item.Status.COMPLETED);
        }
    }

    /// Ends the item that is open where the answer broke off. A tool call is then not announced as
    /// done: its arguments may be cut, and nobody should act on them.
    void breakOff() throws InterruptedException {
        if (open instanceof OpenItem.Call call) {
            done.add(call.item(Item.Status.INCOMPLETE));
            open = null;
        } else if (open != null) {
            close(open, Item.Status.INCOMPLETE);
        }
    }

    /// All items, the open one as far as it is.
    List<Item> items() {
        List<Item> items = new ArrayList<>(done);
        if (open != null) {
            items.add(open.item(Item.Status.IN_PROGRESS));
        }
        return items;
    }

    /// The number of what follows the items that are done.
    long nextNumber() {
        return number(0);
    }

    private void continueOr(Class<? extends OpenItem> kind, Supplier<OpenItem> fresh, String piece)
            throws InterruptedException {
        if (!kind.isInstance(open)) {
            begin(fresh.get());
        }
        piece(piece);
    }

    private void begin(OpenItem item) throws InterruptedException {
        finish();
        open = item;
        item.begin(place(), sink);
    }

    private void piece(String text) throws InterruptedException {
        OpenItem item = open;
        if (item == null || text.isEmpty()) {
            return;
        }
        units += text.length();
        item.piece(place(), text, sink);
    }

    private void close(OpenItem item, Item.Status status) throws InterruptedException {
        item.end(place(), status, sink);
        done.add(item.item(status));
        open = null;
    }

    private String id(ItemIds.Kind kind) {
        // Asked for before the item that is open is closed.
        return ids.item(kind, done.size() + (open == null ? 0 : 1));
    }

    private OpenItem.Place place() {
        return new OpenItem.Place(done.size(), number(0));
    }

    private long number(int step) {
        return units + FIRST_ITEM + (long) STEPS * done.size() + step;
    }
}
