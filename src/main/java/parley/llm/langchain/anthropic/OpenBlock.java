package parley.llm.langchain.anthropic;

import java.util.function.Consumer;
import parley.llm.langchain.DeltaText;
import tools.jackson.databind.JsonNode;

/// A block of a message that is being read.
sealed interface OpenBlock {
    /// A piece of it.
    void add(JsonNode delta);

    /// Its end.
    void close();

    /// A part of the answer.
    final class Text implements OpenBlock {
        private final MessageEvents events;
        private final DeltaText cleaner = new DeltaText();

        Text(MessageEvents events, JsonNode start) {
            this.events = events;
            pass(start);
        }

        @Override
        public void add(JsonNode delta) {
            pass(delta);
        }

        private void pass(JsonNode node) {
            String piece = cleaner.next(node.path("text").asString(""));
            if (!piece.isEmpty()) {
                events.text(piece);
            }
        }

        @Override
        public void close() {}
    }

    /// A thought, signed at its end.
    final class Thinking implements OpenBlock {
        private final MessageEvents events;
        private final DeltaText cleaner = new DeltaText();
        private final StringBuilder signature = new StringBuilder();

        Thinking(MessageEvents events, JsonNode start) {
            this.events = events;
            add(start);
        }

        @Override
        public void add(JsonNode delta) {
            String piece = cleaner.next(delta.path("thinking").asString(""));
            if (!piece.isEmpty()) {
                events.thought(piece);
            }
            signature.append(delta.path("signature").asString(""));
        }

        @Override
        public void close() {
            if (!signature.isEmpty()) {
                events.signed(SignedThought.ofShown(signature.toString()));
            }
        }
    }

    /// The arguments of a call. They come in pieces, or with the block's beginning.
    final class Arguments implements OpenBlock {
        private final Consumer<String> receiver;
        private final JsonNode whole;
        private final DeltaText cleaner = new DeltaText();
        private boolean begun;

        Arguments(JsonNode whole, Consumer<String> receiver) {
            this.whole = whole;
            this.receiver = receiver;
        }

        @Override
        public void add(JsonNode delta) {
            pass(delta.path("partial_json").asString(""));
        }

        private void pass(String json) {
            String piece = cleaner.next(json);
            if (!piece.isEmpty()) {
                begun = true;
                receiver.accept(piece);
            }
        }

        @Override
        public void close() {
            if (!begun) {
                pass(whole.isObject() ? whole.toString() : "{}");
            }
        }
    }

    /// Something that says nothing to us.
    final class Ignored implements OpenBlock {
        @Override
        public void add(JsonNode delta) {}

        @Override
        public void close() {}
    }
}
