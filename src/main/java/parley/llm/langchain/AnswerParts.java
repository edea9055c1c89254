package parley.llm.langchain;

import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import parley.llm.FinishReason;
import parley.llm.ModelEvent;
import parley.llm.ModelEvents;
import parley.llm.Part;
import parley.llm.ReportedUsage;
import tools.jackson.databind.JsonNode;

/// Turns what a server sends of an answer, in pieces or whole, into events. Knows the forms that
/// are about: text as a string or as parts, reasoning under either name, calls without index or id.
/// For one answer, on one thread.
final class AnswerParts {
    /// An answer that does not end must not fill the memory.
    private static final int LONGEST_ANSWER = 8 << 20;

    private static final String BASE64 = ";base64,";

    private final PartsInTurn events;
    private final ProviderErrors errors;
    private final DeltaText text = new DeltaText();
    private final DeltaText reasoning = new DeltaText();
    private final OpenCalls calls = new OpenCalls();
    private int length;
    private @Nullable FinishReason reason;
    private @Nullable ReportedUsage usage;
    private boolean usageIsWhole;

    AnswerParts(ModelEvents events, ProviderErrors errors) {
        this.events = new PartsInTurn(events);
        this.errors = errors;
    }

    /// Takes a chunk of a stream, or a whole answer.
    ///
    /// @param content the field of a choice that holds what was said: `delta` or `message`
    /// @throws parley.llm.ProviderException if the answer does not end
    void take(JsonNode chunk, String content) {
        JsonNode choices = chunk.path("choices");
        boolean readable = choices.isArray() || choices.isNull() || choices.isMissingNode();
        if (!chunk.isObject() || !readable) {
            throw errors.badResponse("sent a piece of its answer that cannot be read.", null);
        }
        JsonNode choice = choices.path(0);
        JsonNode said = choice.path(content);
        if (said.isObject()) {
            takeSaid(said);
        }
        JsonNode finished = choice.path("finish_reason");
        if (finished.isString() && !finished.asString().isEmpty()) {
            reason = FinishReasons.of(finished.asString());
        }
        JsonNode counts = chunk.path("usage");
        takeUsage(counts.isObject() ? counts : chunk.path("x_groq").path("usage"));
    }

    /// Why the answer ended; empty if that was not said.
    Optional<FinishReason> reason() {
        return Optional.ofNullable(reason);
    }

    /// Ends the answer.
    void finish(FinishReason said) {
        events.finish();
        if (usage != null && !usageIsWhole) {
            report(usage, true);
        }
        boolean asksForTools = said == FinishReason.STOP && calls.count() > 0;
        events.accept(new ModelEvent.Finished(asksForTools ? FinishReason.TOOL_CALLS : said));
    }

    private void takeSaid(JsonNode said) {
        think(said.path("reasoning_content"));
        if (!said.path("reasoning_content").isString()) {
            think(said.path("reasoning"));
        }
        takeContent(said.path("content"));
        say(said.path("refusal"));
        if (said.path("refusal").isString()) {
            reason = FinishReason.CONTENT_FILTER;
        }
        said.path("images").forEach(image -> takeImage(image.path("image_url").path("url")));
        said.path("tool_calls").forEach(this::takeCall);
    }

    private void takeContent(JsonNode content) {
        if (!content.isArray()) {
            say(content);
            return;
        }
        for (JsonNode part : content) {
            switch (part.path("type").asString("")) {
                case "thinking" -> {
                    think(part.path("thinking"));
                    part.path("thinking").forEach(piece -> think(piece.path("text")));
                }
                case "image_url" -> takeImage(part.path("image_url").path("url"));
                default -> say(part.path("text"));
            }
        }
    }

    private void say(JsonNode piece) {
        String clean = piece.isString() ? text.next(piece.asString()) : "";
        if (!clean.isEmpty()) {
            grow(clean);
            events.accept(new ModelEvent.TextDelta(clean));
        }
    }

    private void think(JsonNode piece) {
        String clean = piece.isString() ? reasoning.next(piece.asString()) : "";
        if (!clean.isEmpty()) {
            grow(clean);
            events.accept(new ModelEvent.ReasoningDelta(clean));
        }
    }

    private void takeCall(JsonNode piece) {
        int before = calls.count();
        OpenCall call = calls.of(piece);
        if (calls.count() > before) {
            takeSignature(piece.path("extra_content").path("google").path("thought_signature"));
        }
        String arguments = call.next(piece.path("function").path("arguments"));
        grow(arguments);
        events.accept(call, arguments);
    }

    /// Gemini's, which comes with the beginning of a call. It is kept as a thought before the call,
    /// where [SentAnswer] finds it again.
    private void takeSignature(JsonNode signature) {
        String signed = signature.asString("");
        if (!signed.isEmpty()) {
            grow(signed);
            events.accept(new ModelEvent.ReasoningSigned(signed));
        }
    }

    private void takeImage(JsonNode address) {
        String uri = address.asString("");
        int comma = uri.indexOf(BASE64);
        if (uri.startsWith("data:image/") && comma > 0) {
            grow(uri);
            events.accept(
                    new ModelEvent.ImageMade(
                            new Part.Image(
                                    uri.substring("data:".length(), comma),
                                    uri.substring(comma + BASE64.length()),
                                    Optional.empty())));
        }
    }

    private void grow(String piece) {
        length += piece.length();
        if (length > LONGEST_ANSWER) {
            throw errors.badResponse(
                    "sent an answer of more than %d characters.".formatted(LONGEST_ANSWER), null);
        }
    }

    private void takeUsage(JsonNode counts) {
        if (!counts.isObject()) {
            return;
        }
        usage =
                new ReportedUsage(
                        count(counts.path("prompt_tokens")),
                        count(counts.path("completion_tokens")),
                        count(counts.path("prompt_tokens_details").path("cached_tokens")),
                        count(counts.path("completion_tokens_details").path("reasoning_tokens")),
                        false);
        report(usage, reason != null);
    }

    private void report(ReportedUsage counts, boolean whole) {
        usageIsWhole = whole;
        events.accept(
                new ModelEvent.UsageReported(
                        new ReportedUsage(
                                counts.inputTokens(),
                                counts.outputTokens(),
                                counts.cachedTokens(),
                                counts.reasoningTokens(),
                                whole)));
    }

    private static OptionalLong count(JsonNode count) {
        return count.isIntegralNumber() && count.canConvertToLong()
                ? OptionalLong.of(count.longValue())
                : OptionalLong.empty();
    }
}
