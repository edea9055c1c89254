package parley.llm.langchain.huggingface;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import parley.llm.FinishReason;
import parley.llm.ModelEvent;
import parley.llm.ModelEvents;
import parley.llm.ModelRequest;
import parley.llm.ReportedUsage;
import parley.llm.langchain.DeltaText;
import parley.llm.langchain.ProviderErrors;
import tools.jackson.databind.JsonNode;

/// A completion on its way to the receiver of an answer.
final class Completion {
    private static final int LONGEST_ANSWER = 8 << 20;

    private final ModelEvents receiver;
    private final ProviderErrors errors;
    private final Prompt prompt;
    private final StopTexts stops;
    private final DeltaText cleaner = new DeltaText();
    private boolean begun;
    private int length;

    Completion(ModelRequest request, Prompt prompt, ModelEvents receiver, ProviderErrors errors) {
        this.receiver = receiver;
        this.errors = errors;
        this.prompt = prompt;
        this.stops = new StopTexts(stops(request, prompt));
        this.begun = !request.answerSoFar().isEmpty();
    }

    private static List<String> stops(ModelRequest request, Prompt prompt) {
        List<String> stops = new ArrayList<>(prompt.stop());
        stops.addAll(request.sampling().stop());
        return stops;
    }

    void add(String piece) {
        pass(stops.next(cleaner.next(piece)));
    }

    /// Some servers repeat what was to be completed, though they were asked not to.
    void addWhole(String text) {
        add(text.startsWith(prompt.text()) ? text.substring(prompt.text().length()) : text);
    }

    /// A completion begins with the space that stands between it and the prompt; an answer does
    /// not.
    private void pass(String text) {
        String piece = begun ? text : text.stripLeading();
        if (piece.isEmpty()) {
            return;
        }
        begun = true;
        length += piece.length();
        if (length > LONGEST_ANSWER) {
            throw errors.badResponse(
                    "sent an answer of more than %d characters.".formatted(LONGEST_ANSWER), null);
        }
        receiver.accept(new ModelEvent.TextDelta(piece));
    }

    /// @param details what the server says of the completion; missing where it says nothing
    void finish(JsonNode details) {
        pass(stops.rest());
        if (details.path("generated_tokens").isIntegralNumber()) {
            receiver.accept(
                    new ModelEvent.UsageReported(
                            new ReportedUsage(
                                    count(details.path("input_length")),
                                    count(details.path("generated_tokens")),
                                    OptionalLong.empty(),
                                    OptionalLong.empty(),
                                    true)));
        }
        boolean cut = !stops.ended() && details.path("finish_reason").asString("").equals("length");
        receiver.accept(new ModelEvent.Finished(cut ? FinishReason.LENGTH : FinishReason.STOP));
    }

    private static OptionalLong count(JsonNode count) {
        return count.isIntegralNumber() ? OptionalLong.of(count.asLong()) : OptionalLong.empty();
    }
}
