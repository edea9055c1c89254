package parley.conversation;

import parley.llm.Part;

/// A stretch of what a model said, as the log of a turn keeps it. Texts that follow each other and
/// are of one kind are one stretch.
public sealed interface Said {
    /// How many of the numbers of [TurnEvent] it takes: the length of its text in UTF-16 units, or
    /// 1 for what has none.
    int units();

    /// Words of the answer.
    record Words(String text) implements Said {
        @Override
        public int units() {
            return text.length();
        }
    }

    /// What the model thinks.
    ///
    /// @param origin the provider, see [Part.Reasoning]
    record Thought(String origin, String text) implements Said {
        @Override
        public int units() {
            return text.length();
        }
    }

    /// The end of a stretch of thinking, see [Part.Reasoning#signature]. Nobody hears it.
    record Signature(String origin, String signature) implements Said {
        @Override
        public int units() {
            return 1;
        }
    }

    /// The beginning of a tool call.
    record Call(String id, String name) implements Said {
        @Override
        public int units() {
            return 1;
        }
    }

    /// Arguments of the call that began before.
    record Arguments(String text) implements Said {
        @Override
        public int units() {
            return text.length();
        }
    }

    record Picture(Part.Image image) implements Said {
        @Override
        public int units() {
            return 1;
        }
    }

    /// What was heard once and is not kept: a tool call that broke off. It keeps its numbers, so
    /// that those after it stay right.
    record Lost(int units) implements Said {}
}
