package parley.llm;

import java.util.OptionalLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import parley.llm.Usage.Source;

/// Works out the tokens of one attempt from what the provider said and what it sent. Used by one
/// thread. Tokens are counted here only where the provider said nothing, and only when asked for.
///
/// What a provider says is believed before anything that is counted here, a zero too. Of several
/// reports the last one counts, count by count; nothing is ever added up.
final class UsageMeter {
    /// No answer has so many tokens: a larger count is damage.
    private static final long MOST_TOKENS = 1_000_000_000_000L;

    private enum End {
        NONE,
        FINISHED,
        STOPPED,
        BROKE_OFF
    }

    private final TokenCounter counter;
    private final ModelRequest request;
    private final StringBuilder written = new StringBuilder();
    private @Nullable ReportedUsage reported;
    private @Nullable Usage settled;
    private End end = End.NONE;

    UsageMeter(TokenCounter counter, ModelRequest request) {
        this.counter = counter;
        this.request = request;
    }

    void note(ModelEvent event) {
        switch (event) {
            case ModelEvent.TextDelta(String text) -> written.append(text);
            case ModelEvent.ReasoningDelta(String text) -> written.append(text);
            case ModelEvent.ToolCallDelta call -> {
                if (call.arguments().isEmpty()) {
                    written.append(call.name());
                }
                written.append(call.arguments());
            }
            case ModelEvent.UsageReported(ReportedUsage usage) -> reported = newest(usage);
            case ModelEvent.Finished _ -> end = End.FINISHED;
            case ModelEvent.ReasoningSigned _, ModelEvent.ImageMade _ -> {}
        }
    }

    /// The provider failed.
    void brokeOff() {
        end = End.BROKE_OFF;
    }

    /// Nothing comes any more.
    void end() {
        if (end == End.NONE) {
            end = End.STOPPED;
        }
        settled = usage();
    }

    /// The tokens so far.
    Usage usage() {
        if (settled != null) {
            return settled;
        }
        ReportedUsage said = reported;
        return said == null ? counted() : from(said);
    }

    private ReportedUsage newest(ReportedUsage usage) {
        ReportedUsage before = reported;
        if (before == null) {
            return usage;
        }
        return new ReportedUsage(
                or(usage.inputTokens(), before.inputTokens()),
                // What was only a place holder never becomes the count of a whole answer.
                before.complete()
                        ? or(usage.outputTokens(), before.outputTokens())
                        : usage.outputTokens(),
                or(usage.cachedTokens(), before.cachedTokens()),
                or(usage.reasoningTokens(), before.reasoningTokens()),
                usage.complete());
    }

    private Usage counted() {
        return switch (end) {
            case NONE -> Usage.estimated(input(), output(), "no counts have come yet");
            case FINISHED -> Usage.estimated(input(), output(), "the provider sent no counts");
            case STOPPED ->
                    Usage.estimated(
                            input(), output(), "stopped before the provider sent its counts");
            case BROKE_OFF ->
                    written.isEmpty()
                            ? Usage.estimated(0, 0, "the provider failed before it answered")
                            : Usage.estimated(
                                    input(),
                                    output(),
                                    "the answer broke off before the provider sent its counts");
        };
    }

    private Usage from(ReportedUsage said) {
        OptionalLong saidInput = believable(said.inputTokens());
        OptionalLong saidOutput =
                said.complete() ? believable(said.outputTokens()) : OptionalLong.empty();
        long input = orCounted(saidInput, this::input);
        long output = orCounted(saidOutput, this::output);
        long cached = said.cachedTokens().orElse(0);
        long reasoning = said.reasoningTokens().orElse(0);
        String reason = reason(saidInput, saidOutput, cached > input, reasoning > output);
        return new Usage(
                input,
                output,
                Math.min(cached, input),
                Math.min(reasoning, output),
                source(saidInput, saidOutput, reason),
                reason);
    }

    private static Source source(OptionalLong input, OptionalLong output, String reason) {
        if (input.isEmpty() && output.isEmpty()) {
            return Source.ESTIMATED;
        }
        return reason.isEmpty() ? Source.EXACT : Source.RECOVERED;
    }

    private String reason(
            OptionalLong input,
            OptionalLong output,
            boolean cachedTooHigh,
            boolean thoughtTooHigh) {
        if (output.isEmpty()) {
            return switch (end) {
                case NONE -> "the count of the output has not come yet";
                case FINISHED -> "the provider sent no count of the output";
                case STOPPED -> "stopped before the provider sent the count of the output";
                case BROKE_OFF ->
                        "the answer broke off before the provider sent the count of the output";
            };
        }
        if (input.isEmpty()) {
            return "the provider sent no count of the input";
        }
        if (cachedTooHigh) {
            return "the provider said more tokens were cached than read";
        }
        return thoughtTooHigh ? "the provider said more tokens were thought than written" : "";
    }

    private static OptionalLong believable(OptionalLong count) {
        return count.isPresent() && count.getAsLong() > MOST_TOKENS ? OptionalLong.empty() : count;
    }

    private static OptionalLong or(OptionalLong newer, OptionalLong older) {
        return newer.isPresent() ? newer : older;
    }

    private static long orCounted(OptionalLong said, LongSupplier counted) {
        return said.isPresent() ? said.getAsLong() : counted.getAsLong();
    }

    private long input() {
        return RequestTokens.count(request, counter);
    }

    private long output() {
        return counter.count(written.toString());
    }
}
