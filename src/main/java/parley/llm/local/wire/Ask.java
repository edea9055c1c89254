package parley.llm.local.wire;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.OptionalLong;

/// What the server asks of the process that runs a model. Each connection carries one [Chat] or
/// [Embed], and perhaps a [Cancel] after it.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "ask")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Ask.Chat.class, name = "chat"),
    @JsonSubTypes.Type(value = Ask.Embed.class, name = "embed"),
    @JsonSubTypes.Type(value = Ask.Cancel.class, name = "cancel")
})
public sealed interface Ask {
    /// @param lines the conversation
    /// @param answerSoFar what the answer begins with; the model goes on from there
    /// @param grammar in llama.cpp's GBNF, with the start symbol `root`; empty for none
    record Chat(List<Line> lines, String answerSoFar, Choice choice, String grammar)
            implements Ask {
        public Chat {
            lines = List.copyOf(lines);
        }
    }

    /// One message of a conversation.
    record Line(String role, String content) {}

    /// How tokens are chosen, and when to stop.
    ///
    /// @param temperature 0 takes the most likely token
    /// @param maxTokens 0 for as many as there is room for
    record Choice(
            double temperature,
            double topP,
            double minP,
            double presencePenalty,
            double frequencyPenalty,
            int maxTokens,
            List<String> stop,
            OptionalLong seed) {
        public Choice {
            stop = List.copyOf(stop);
        }
    }

    /// The vectors of some texts.
    record Embed(List<String> texts) implements Ask {
        public Embed {
            texts = List.copyOf(texts);
        }
    }

    /// Nobody wants the rest.
    record Cancel() implements Ask {}
}
