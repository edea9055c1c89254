package parley.llm.langchain;

import dev.langchain4j.model.output.TokenUsage;
import org.jspecify.annotations.Nullable;
import parley.llm.ChatMessage;
import parley.llm.FinishReason;
import parley.llm.ModelEvent;
import parley.llm.ModelEvents;
import parley.llm.ModelRequest;
import parley.llm.TokenCounter;
import parley.llm.Usage;

/// One answer on its way from a provider to the receiver of its events.
final class Answer {
    private static final int LONGEST_TEXT = 8 << 20;

    private final ModelRequest request;
    private final ModelEvents events;
    private final TokenCounter counter;
    private final ProviderErrors errors;
    private final DeltaText deltas = new DeltaText();
    private final StringBuilder text = new StringBuilder();
    private long inputTokens;
    private long outputTokens;

    Answer(ModelRequest request, ModelEvents events, TokenCounter counter, ProviderErrors errors) {
        this.request = request;
        this.events = events;
        this.counter = counter;
        this.errors = errors;
    }

    /// @throws parley.llm.ProviderException if the answer does not end
    void add(String piece) {
        String clean = deltas.next(piece);
        if (clean.isEmpty()) {
            return;
        }
        text.append(clean);
        if (text.length() > LONGEST_TEXT) {
            throw errors.badResponse(
                    "sent an answer of more than %d characters.".formatted(LONGEST_TEXT), null);
        }
        events.accept(new ModelEvent.TextDelta(clean));
    }

    /// What the provider counted. Said more than once, the last word counts.
    void count(long input, long output) {
        inputTokens = input;
        outputTokens = output;
    }

    void count(@Nullable TokenUsage usage) {
        if (usage != null) {
            count(orZero(usage.inputTokenCount()), orZero(usage.outputTokenCount()));
        }
    }

    void finish(FinishReason reason) {
        events.accept(new ModelEvent.Finished(reason, usage()));
    }

    /// The provider's figures if they can be true, else ours.
    private Usage usage() {
        boolean plausible =
                inputTokens > 0 && (outputTokens > 0 || (outputTokens == 0 && text.isEmpty()));
        if (plausible) {
            return new Usage(inputTokens, outputTokens, true);
        }
        long input = counter.count(request.answerSoFar());
        for (ChatMessage message : request.messages()) {
            input += counter.count(message.text());
        }
        return new Usage(input, counter.count(text.toString()), false);
    }

    private static long orZero(@Nullable Integer tokens) {
        return tokens == null ? 0 : tokens;
    }
}
