package parley.llm.builtin;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import parley.llm.Capability;
import parley.llm.FinishReason;
import parley.llm.ModelEvents;
import parley.llm.ModelInfo;
import parley.llm.ModelProvider;
import parley.llm.ModelRequest;
import parley.llm.OutputFormat;
import parley.llm.Part;
import parley.llm.Price;
import parley.llm.builtin.form.JsonAnswer;
import parley.llm.builtin.skill.Question;
import parley.llm.builtin.skill.Skills;
import parley.llm.builtin.tool.ToolCaller;
import parley.llm.builtin.tool.ToolReport;

/// The built-in engine: one model, `parley`, that needs no key and no network.
///
/// It is deterministic: the same messages and sampling on the same day (UTC) give the same bytes.
/// Temperature is ignored. It answers under whatever model name it is asked, so that the example
/// names of the API documents can be routed here.
///
/// It asks for tools whose names or descriptions the question speaks of, and tells what they
/// answered; a JSON answer is filled from the question. Pictures are not looked at.
///
/// Usage is exact in the engine's own [Tokenizer]: input is the tokens of all messages and
/// [#TOKENS_PER_MESSAGE] for each, and of the tools that are offered; output is the tokens sent by
/// this run. `maxTokens` limits the whole answer, what was said before included (see
/// [Continuation]); a cut answer ends with `LENGTH`.
public final class BuiltinProvider implements ModelProvider {
    public static final String NAME = "builtin";
    public static final String MODEL = "parley";

    /// What a message costs beside its text: its role and its borders.
    public static final int TOKENS_PER_MESSAGE = 4;

    // The engine reads whatever it is given; this bounds what a turn of a long conversation costs.
    private static final int CONTEXT_TOKENS = 16_384;

    private final BuiltinSettings settings;
    private final InstantSource clock;
    private final Tokenizer tokenizer = new Tokenizer();
    private final FaultDial faults = new FaultDial(tokenizer);
    private final Skills skills = new Skills(tokenizer);

    /// Cheap: texts and skills are loaded with the first question.
    ///
    /// @param clock tells the day
    public BuiltinProvider(BuiltinSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<ModelInfo> models() {
        return List.of(
                new ModelInfo(
                        MODEL,
                        CONTEXT_TOKENS,
                        OptionalInt.empty(),
                        Set.of(Capability.TOOLS, Capability.JSON_SCHEMA),
                        Optional.of(Price.FREE)));
    }

    @Override
    public void run(ModelRequest request, ModelEvents events) throws InterruptedException {
        Question question = new Question(request.messages(), today(), isTextOnly(request));
        Optional<FaultPlan> plan =
                settings.faults() ? faults.plan(question.text()) : Optional.empty();
        if (plan.isPresent()) {
            misbehave(plan.get(), request, events);
            return;
        }
        Pace pace = Pace.perSecond(settings.tokensPerSecond());
        AnswerWriter writer = new AnswerWriter(request, events, pace);
        List<Part.ToolCall> calls =
                new ToolCaller(request.options().tools(), today()).calls(request.messages());
        if (!calls.isEmpty() && request.answerSoFar().isEmpty()) {
            callTools(request, writer, calls);
            return;
        }
        finish(request, writer, tokenizer.tokens(answer(question, request)));
    }

    /// Whether nobody but this engine answers: pictures are made for requests of plain text before
    /// it is asked, but not between tools, and not in JSON.
    private static boolean isTextOnly(ModelRequest request) {
        boolean json =
                switch (request.options().format()) {
                    case OutputFormat.Text _, OutputFormat.Image _ -> false;
                    case OutputFormat.JsonObject _, OutputFormat.JsonSchema _ -> true;
                };
        return json || request.options().tools().offered();
    }

    /// The whole answer, in the form that was asked for, up to where it is to stop.
    private String answer(Question question, ModelRequest request) throws InterruptedException {
        Optional<String> report = ToolReport.of(request.messages());
        String words = report.isPresent() ? report.get() : skills.answer(question);
        String formed = JsonAnswer.of(request.options().format(), question.text(), words, today());
        String answer = Continuation.complete(formed, request.answerSoFar());
        int end =
                request.sampling().stop().stream()
                        .filter(stop -> !stop.isEmpty())
                        .mapToInt(stop -> answer.indexOf(stop, request.answerSoFar().length()))
                        .filter(index -> index >= 0)
                        .min()
                        .orElse(answer.length());
        return answer.substring(0, end);
    }

    private void callTools(ModelRequest request, AnswerWriter writer, List<Part.ToolCall> calls)
            throws InterruptedException {
        int left = limit(request);
        for (int index = 0; index < calls.size() && left > 0; index++) {
            List<String> tokens = tokenizer.tokens(calls.get(index).arguments());
            writer.call(index, calls.get(index), first(tokens, left));
            left -= tokens.size();
        }
        writer.finish(
                left < 0 ? FinishReason.LENGTH : FinishReason.TOOL_CALLS, inputTokens(request));
    }

    private void misbehave(FaultPlan plan, ModelRequest request, ModelEvents events)
            throws InterruptedException {
        AnswerWriter writer = new AnswerWriter(request, events, plan.pace());
        Optional<Fault> fault = faults.due(plan, request);
        if (fault.isPresent() && fault.get().afterTokens() <= limit(request)) {
            writer.write(first(plan.tokens(), fault.get().afterTokens()));
            fault.get().happen();
            return;
        }
        finish(request, writer, plan.tokens());
    }

    private void finish(ModelRequest request, AnswerWriter writer, List<String> tokens)
            throws InterruptedException {
        List<String> allowed = first(tokens, limit(request));
        writer.write(allowed);
        boolean cut = allowed.size() < tokens.size();
        writer.finish(cut ? FinishReason.LENGTH : FinishReason.STOP, inputTokens(request));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private long inputTokens(ModelRequest request) {
        return request.messages().stream()
                        .mapToLong(message -> tokenizer.count(message.text()) + TOKENS_PER_MESSAGE)
                        .sum()
                + request.options().tools().tools().stream()
                        .mapToLong(tool ->
                                tokenizer.count(
                                        tool.name() + tool.description() + tool.parameters()))
                        .sum();
    }

    private static int limit(ModelRequest request) {
        return request.sampling().maxTokens().orElse(Integer.MAX_VALUE);
    }

    private static List<String> first(List<String> tokens, int most) {
        return tokens.subList(0, Math.clamp(most, 0, tokens.size()));
    }
}
