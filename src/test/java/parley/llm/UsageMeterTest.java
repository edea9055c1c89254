package parley.llm;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import parley.llm.Usage.Source;

/// What an answer is said to have cost, whatever the provider says of it.
class UsageMeterTest {
    private static final ModelEvent END = new ModelEvent.Finished(FinishReason.STOP);
    private static final OptionalLong NOTHING = OptionalLong.empty();

    /// One token a character: 5 for the text, 4 for the message.
    private final UsageMeter meter = new UsageMeter(String::length, request(ModelOptions.DEFAULT));

    private static ModelRequest request(ModelOptions options) {
        return new ModelRequest(
                "m", List.of(new ChatMessage(Role.USER, "Hello")), "", options, true);
    }

    private Usage after(ModelEvent... events) {
        List.of(events).forEach(meter::note);
        meter.end();
        return meter.usage();
    }

    private static ModelEvent text(String text) {
        return new ModelEvent.TextDelta(text);
    }

    private static ModelEvent reported(ReportedUsage usage) {
        return new ModelEvent.UsageReported(usage);
    }

    private static ReportedUsage begun(long input, long placeHolder) {
        return new ReportedUsage(
                OptionalLong.of(input), OptionalLong.of(placeHolder), NOTHING, NOTHING, false);
    }

    private static ReportedUsage whole(long input, long output, long cached, long reasoning) {
        return new ReportedUsage(
                OptionalLong.of(input),
                OptionalLong.of(output),
                OptionalLong.of(cached),
                OptionalLong.of(reasoning),
                true);
    }

    @Test
    void whatTheProviderCountedIsExact() {
        assertThat(after(text("Hi"), reported(whole(20, 10, 15, 4)), END))
                .isEqualTo(new Usage(20, 10, 15, 4, Source.EXACT, ""));
    }

    @Test
    void aZeroThatTheProviderSaysIsAZero() {
        assertThat(after(text("Hi"), reported(ReportedUsage.of(0, 0)), END))
                .isEqualTo(Usage.exact(0, 0));
    }

    @Test
    void countsThatComeTwiceAreNotAdded() {
        assertThat(
                        after(
                                reported(ReportedUsage.of(9, 1)),
                                text("Hi"),
                                reported(ReportedUsage.of(9, 2)),
                                END,
                                reported(ReportedUsage.of(9, 2))))
                .isEqualTo(Usage.exact(9, 2));
    }

    @Test
    void aCountThatIsNotRepeatedStays() {
        ReportedUsage last =
                new ReportedUsage(NOTHING, OptionalLong.of(12), NOTHING, NOTHING, true);

        assertThat(after(reported(begun(25, 1)), text("Hi"), reported(last), END))
                .isEqualTo(Usage.exact(25, 12));
    }

    @Test
    void aPlaceHolderIsNeverTakenForACount() {
        assertThat(after(reported(begun(25, 1)), text("Once upon")))
                .isEqualTo(
                        new Usage(
                                25,
                                9,
                                0,
                                0,
                                Source.RECOVERED,
                                "stopped before the provider sent the count of the output"));
    }

    @Test
    void aPlaceHolderDoesNotBecomeACountLater() {
        ReportedUsage last =
                new ReportedUsage(OptionalLong.of(25), NOTHING, NOTHING, NOTHING, true);

        Usage usage = after(reported(begun(25, 1)), text("Once upon"), reported(last), END);

        assertThat(usage.outputTokens()).isEqualTo(9);
        assertThat(usage.source()).isEqualTo(Source.RECOVERED);
    }

    @Test
    void withoutCountsEverythingThatWasWrittenIsCounted() {
        assertThat(
                        after(
                                new ModelEvent.ReasoningDelta("Hm."),
                                new ModelEvent.ToolCallDelta(0, "1", "find", ""),
                                new ModelEvent.ToolCallDelta(0, "1", "find", "{}"),
                                text("Hi"),
                                END))
                .isEqualTo(Usage.estimated(9, 11, "the provider sent no counts"));
    }

    @Test
    void whatWasStoppedIsCountedAndSaidSo() {
        assertThat(after(text("Once")))
                .isEqualTo(Usage.estimated(9, 4, "stopped before the provider sent its counts"));
    }

    @Test
    void whatBrokeOffIsCountedAndSaidSo() {
        meter.note(text("Once"));
        meter.brokeOff();

        assertThat(after())
                .isEqualTo(
                        Usage.estimated(
                                9, 4, "the answer broke off before the provider sent its counts"));
    }

    @Test
    void aProviderThatNeverAnsweredCostsNothing() {
        meter.brokeOff();

        assertThat(after())
                .isEqualTo(Usage.estimated(0, 0, "the provider failed before it answered"));
    }

    @Test
    void moreCachedThanReadIsNotBelieved() {
        assertThat(after(text("Hi"), reported(whole(10, 2, 500, 7)), END))
                .isEqualTo(
                        new Usage(
                                10,
                                2,
                                10,
                                2,
                                Source.RECOVERED,
                                "the provider said more tokens were cached than read"));
    }

    @Test
    void countsBeyondAllReasonAreNotBelieved() {
        Usage usage = after(text("Hi"), reported(ReportedUsage.of(Long.MAX_VALUE, 2)), END);

        assertThat(usage.inputTokens()).isEqualTo(9);
        assertThat(usage.reason()).isEqualTo("the provider sent no count of the input");
    }

    @Test
    void cachedAndReasonedTokensArePricedOnce() {
        Price price =
                new Price(new BigDecimal("2.50"), new BigDecimal("1.25"), new BigDecimal("10"));

        // 5 fresh at 2500 nano-dollars, 15 cached at 1250, 10 written at 10000, thought included.
        assertThat(price.nanoDollars(after(reported(whole(20, 10, 15, 4)), END)))
                .isEqualTo(5 * 2500 + 15 * 1250 + 10 * 10_000);
    }

    @Test
    void theInputIsEverythingTheModelReads() {
        ToolUse.Tool tool = new ToolUse.Tool("find", "Finds.", "{}", false);
        ModelOptions options =
                new ModelOptions(
                        Sampling.DEFAULT,
                        new ToolUse(List.of(tool), new ToolUse.ToolChoice.Auto(), true),
                        new OutputFormat.JsonSchema("s", "{\"a\":1}", true),
                        Optional.empty());
        List<ChatMessage> messages =
                List.of(
                        new ChatMessage(
                                Role.USER,
                                List.of(
                                        new Part.Text("Look"),
                                        new Part.Image("image/png", "AAAA", Optional.of("low")),
                                        new Part.Image("image/png", "AAAA", Optional.empty()))),
                        new ChatMessage(
                                Role.ASSISTANT, List.of(new Part.ToolCall("1", "find", "{}"))),
                        new ChatMessage(
                                Role.TOOL,
                                List.of(new Part.ToolResult("1", "find", "fox", false))));

        ModelRequest request = new ModelRequest("m", messages, "So", options, true);

        assertThat(RequestTokens.count(request, String::length))
                .as("messages, pictures, call, result, tool, schema, answer so far")
                .isEqualTo(
                        3 * 4 + 4 + 85 + 765 + (8 + 4 + 2) + (8 + 4 + 3) + (8 + 4 + 6 + 2) + 7 + 2);
    }
}
