package parley.llm.local.wire;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/// What the process that runs a model says. A connection ends with [Ended], [Vectors] or [Failed].
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "tell")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Tell.Ready.class, name = "ready"),
    @JsonSubTypes.Type(value = Tell.Text.class, name = "text"),
    @JsonSubTypes.Type(value = Tell.Counts.class, name = "counts"),
    @JsonSubTypes.Type(value = Tell.Ended.class, name = "ended"),
    @JsonSubTypes.Type(value = Tell.Vectors.class, name = "vectors"),
    @JsonSubTypes.Type(value = Tell.Failed.class, name = "failed")
})
public sealed interface Tell {
    /// The model is loaded.
    ///
    /// @param contextTokens how many tokens a conversation may have
    record Ready(int contextTokens) implements Tell {}

    /// A piece of the answer: never empty, never cut inside a code point.
    record Text(String text) implements Tell {}

    /// The tokens so far.
    ///
    /// @param cached how many of those read were still known from before
    record Counts(int read, int cached, int written) implements Tell {}

    /// The answer is over.
    record Ended(Why why) implements Tell {}

    /// Why an answer is over.
    enum Why {
        STOP,
        LENGTH,
        CANCELLED
    }

    /// The answer to [Ask.Embed].
    ///
    /// @param read how many tokens the texts had
    record Vectors(List<float[]> vectors, int read) implements Tell {
        public Vectors {
            vectors = List.copyOf(vectors);
        }
    }

    /// It did not work.
    ///
    /// @param refused whether the request is at fault, so that another attempt makes no sense
    /// @param sentence for people
    record Failed(boolean refused, String sentence) implements Tell {}

    /// Whether nothing comes after it.
    default boolean isLast() {
        return switch (this) {
            case Ready _, Text _, Counts _ -> false;
            case Ended _, Vectors _, Failed _ -> true;
        };
    }
}
