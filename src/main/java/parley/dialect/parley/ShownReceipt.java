package parley.dialect.parley;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import parley.conversation.Receipt;
import parley.llm.Attempt;
import parley.llm.Withheld;
import tools.jackson.databind.JsonNode;

/// What went into an answer; see [Receipt]. Times are in milliseconds.
///
/// @param sources pieces of documents that went into it; null where there were no documents
/// @param sourcesLeftOut what of the documents there was no room for
record ShownReceipt(
        @JsonProperty("turn_id") long turnId,
        String status,
        @JsonProperty("asked_model") String askedModel,
        @JsonProperty("answered_by") @Nullable String answeredBy,
        @Nullable String provider,
        @JsonProperty("instruction_tokens") long instructionTokens,
        List<Seen> messages,
        @JsonProperty("left_out") List<LeftOut> leftOut,
        List<HeldBack> withheld,
        List<Try> attempts,
        @JsonProperty("first_token_ms") @Nullable Double firstTokenMillis,
        @JsonProperty("duration_ms") double durationMillis,
        TokenUsage usage,
        @Nullable String note,
        @Nullable JsonNode sources,
        @JsonProperty("sources_left_out") @Nullable JsonNode sourcesLeftOut,
        @JsonProperty("question_understood") @Nullable String questionUnderstood) {
    /// A message that the model saw.
    record Seen(long id, String role, long tokens, List<String> parts) {}

    /// Messages that it did not see.
    record LeftOut(String reason, int messages) {}

    /// A part that it was not sent as it is.
    record HeldBack(String kind, String reason) {}

    /// One time that a provider was asked.
    record Try(
            String model,
            @JsonProperty("duration_ms") double durationMillis,
            @Nullable String problem) {}

    static ShownReceipt of(long turnId, Receipt receipt, KeptSources kept) {
        return new ShownReceipt(
                turnId,
                receipt.status().wireName(),
                receipt.asked(),
                receipt.answered().orElse(null),
                receipt.answered().map(ShownReceipt::provider).orElse(null),
                receipt.instructionTokens(),
                receipt.messages().stream().map(ShownReceipt::seen).toList(),
                receipt.leftOut().stream().map(ShownReceipt::leftOut).toList(),
                receipt.withheld().stream().map(ShownReceipt::heldBack).toList(),
                receipt.attempts().stream().map(ShownReceipt::attempt).toList(),
                receipt.firstToken().map(ShownReceipt::millis).orElse(null),
                millis(receipt.duration()),
                TokenUsage.of(receipt.usage(), receipt.nanoDollars()),
                receipt.note().isEmpty() ? null : receipt.note(),
                kept.sources(),
                kept.leftOut(),
                kept.understood());
    }

    private static String provider(String fullName) {
        return fullName.substring(0, Math.max(0, fullName.indexOf('/')));
    }

    private static Seen seen(Receipt.Seen seen) {
        return new Seen(seen.id(), seen.role().wireName(), seen.tokens(), seen.parts());
    }

    private static LeftOut leftOut(Receipt.LeftOut left) {
        return new LeftOut(left.reason().name().toLowerCase(Locale.ROOT), left.messages());
    }

    private static HeldBack heldBack(Withheld withheld) {
        return new HeldBack(withheld.kind().name().toLowerCase(Locale.ROOT), withheld.reason());
    }

    private static Try attempt(Attempt attempt) {
        return new Try(attempt.model(), millis(attempt.duration()), attempt.problem().orElse(null));
    }

    static double millis(Duration duration) {
        return TimeUnit.NANOSECONDS.toMicros(duration.toNanos()) / 1000.0;
    }
}
