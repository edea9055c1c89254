package parley.llm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.settings.SettingValues;

/// Conversations that go from each model to each other, with thoughts, tools and pictures, over
/// providers that refuse whatever they cannot read.
class ModelSwitchTest {
    private static final Pattern ANY = Pattern.compile("[a-zA-Z0-9_-]{1,64}");
    private static final Pattern SHORT = Pattern.compile("call_[a-zA-Z0-9]{1,35}");

    private static final List<StrictModel> MODELS =
            List.of(
                    new StrictModel("thinker", "toolu_01ABC%d", ANY, true, true, false),
                    new StrictModel("other-thinker", "functions.find:%d", ANY, true, false, false),
                    new StrictModel("forgetful", "call_", SHORT, false, false, false),
                    new StrictModel("painter", "chatcmpl-tool-%d-ö", SHORT, false, true, true));

    private final ModelCaller caller =
            new ModelCaller(CallSettings.from(SettingValues.DEFAULTS), String::length, List.of());
    private final List<ChatMessage> history = new ArrayList<>();

    @AfterEach
    void close() {
        caller.close();
    }

    static Stream<Arguments> switches() {
        return MODELS.stream()
                .flatMap(from ->
                        MODELS.stream()
                                .flatMap(to ->
                                        Stream.of(
                                                Arguments.of(from, to, true),
                                                Arguments.of(from, to, false))));
    }

    @ParameterizedTest
    @MethodSource("switches")
    void aConversationGoesFromEachModelToEachAndBack(
            StrictModel from, StrictModel to, boolean streamed) throws InterruptedException {
        for (StrictModel model : List.of(from, to, from)) {
            ask(model, streamed, new Part.Text("Hello"));
            ask(
                    model,
                    streamed,
                    new Part.Text("What is this?"),
                    new Part.Image("image/png", "AAAA", Optional.empty()));
            ask(model, streamed, new Part.Text("Use the tool"));
        }

        assertThat(history.getLast().text()).isEqualTo("I am " + from.name());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aConversationChangesItsModelFiveTimes(boolean streamed) throws InterruptedException {
        for (int turn = 0; turn < 6; turn++) {
            ask(MODELS.get(turn % MODELS.size()), streamed, new Part.Text("Use the tool"));
            ask(MODELS.get(turn % MODELS.size()), streamed, new Part.Text("And now?"));
        }

        assertThat(history).hasSize(6 * 6);
    }

    @Test
    void aCallThatNobodyAnsweredStopsNoModel() throws InterruptedException {
        for (StrictModel model : MODELS) {
            history.add(new ChatMessage(Role.USER, "Use the tool"));
            history.add(answer(model, true));
        }
        ask(MODELS.getFirst(), true, new Part.Text("Never mind"));

        assertThat(history.getLast().text()).isEqualTo("I am thinker");
    }

    /// One turn: a question, and as many answers and results as the model wants.
    private void ask(StrictModel model, boolean streamed, Part... question)
            throws InterruptedException {
        history.add(new ChatMessage(Role.USER, List.of(question)));
        ChatMessage answer = answer(model, streamed);
        history.add(answer);
        List<Part> results = new ArrayList<>();
        for (Part part : answer.parts()) {
            if (part instanceof Part.ToolCall call) {
                results.add(new Part.ToolResult(call.id(), "", "found", false));
            }
        }
        if (!results.isEmpty()) {
            history.add(new ChatMessage(Role.TOOL, results));
            history.add(answer(model, streamed));
        }
    }

    private ChatMessage answer(StrictModel model, boolean streamed) throws InterruptedException {
        ModelCall call =
                caller.prepare(
                        model.model(),
                        candidate ->
                                new ModelRequest(
                                        candidate.model(),
                                        history,
                                        "",
                                        ModelOptions.DEFAULT,
                                        streamed));
        RecordedEvents events = new RecordedEvents();
        call.run(events);
        assertThat(call.request().orElseThrow().messages()).isNotEmpty();
        return new ChatMessage(Role.ASSISTANT, parts(model.name(), events.all()));
    }

    /// The answer as a conversation keeps it.
    private static List<Part> parts(String provider, List<ModelEvent> events) {
        List<Part> parts = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        TreeMap<Integer, Part.ToolCall> calls = new TreeMap<>();
        for (ModelEvent event : events) {
            switch (event) {
                case ModelEvent.TextDelta(String piece) -> text.append(piece);
                case ModelEvent.ReasoningSigned(String signature) ->
                        parts.add(new Part.Reasoning("Hm.", provider, Optional.of(signature)));
                case ModelEvent.ToolCallDelta piece ->
                        calls.merge(
                                piece.index(),
                                new Part.ToolCall(piece.id(), piece.name(), piece.arguments()),
                                (one, next) ->
                                        new Part.ToolCall(
                                                one.id(),
                                                one.name(),
                                                one.arguments() + next.arguments()));
                case ModelEvent.ImageMade(Part.Image image) -> parts.add(image);
                case ModelEvent.ReasoningDelta _,
                        ModelEvent.UsageReported _,
                        ModelEvent.Finished _ -> {}
            }
        }
        parts.add(new Part.Text(text.toString()));
        parts.addAll(calls.values());
        return parts;
    }
}
