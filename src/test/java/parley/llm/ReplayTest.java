package parley.llm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.llm.Withheld.Kind;

class ReplayTest {
    private static final Part.Image PICTURE = new Part.Image("image/png", "AAAA", Optional.empty());

    private final ResolvedModel seeing = model("mine", Capability.VISION);
    private final ResolvedModel blind = model("mine", Capability.TOOLS);

    private static ResolvedModel model(String provider, Capability... capabilities) {
        ModelInfo info =
                new ModelInfo(
                        "m", 1000, OptionalInt.empty(), Set.of(capabilities), Optional.empty());
        return new ResolvedModel(new ScriptedModel(provider, info), info, List.of());
    }

    private static ChatMessage user(Part... parts) {
        return new ChatMessage(Role.USER, List.of(parts));
    }

    private static ChatMessage assistant(Part... parts) {
        return new ChatMessage(Role.ASSISTANT, List.of(parts));
    }

    private static ChatMessage tool(Part... parts) {
        return new ChatMessage(Role.TOOL, List.of(parts));
    }

    private static Part text(String text) {
        return new Part.Text(text);
    }

    private static Part call(String id, String name) {
        return new Part.ToolCall(id, name, "{}");
    }

    private static Part result(String id, String content) {
        return new Part.ToolResult(id, "", content, false);
    }

    private Replay.Replayed replay(ChatMessage... messages) {
        return Replay.forModel(List.of(messages), blind);
    }

    private static List<Kind> kinds(Replay.Replayed replayed) {
        return replayed.withheld().stream().map(Withheld::kind).toList();
    }

    @Test
    void aPlainHistoryIsSentAsItIs() {
        List<ChatMessage> history =
                List.of(
                        new ChatMessage(Role.SYSTEM, "Be kind."),
                        new ChatMessage(Role.USER, "Hi"),
                        new ChatMessage(Role.ASSISTANT, "Hello"),
                        new ChatMessage(Role.USER, "Bye"));

        Replay.Replayed replayed = Replay.forModel(history, blind);

        assertThat(replayed.messages()).isSameAs(history);
        assertThat(replayed.withheld()).isEmpty();
    }

    @Test
    void whatAnotherProviderThoughtIsNotSent() {
        Part own = new Part.Reasoning("I see.", "mine", Optional.of("signed"));
        Part foreign = new Part.Reasoning("Hm.", "other", Optional.of("sealed"));

        Replay.Replayed replayed =
                replay(
                        user(text("Hi")),
                        assistant(own, foreign, text("Hello")),
                        assistant(foreign),
                        user(text("Bye")));

        assertThat(replayed.messages())
                .containsExactly(
                        user(text("Hi")), assistant(own, text("Hello")), user(text("Bye")));
        assertThat(kinds(replayed)).containsExactly(Kind.REASONING, Kind.REASONING);
        assertThat(replayed.withheld().getFirst().reason()).contains("other");
    }

    @Test
    void aModelThatCannotSeeIsToldThatThereWasAPicture() {
        ChatMessage asked = user(text("What is this?"), PICTURE);

        Replay.Replayed replayed = Replay.forModel(List.of(asked), blind);

        assertThat(replayed.messages())
                .containsExactly(user(text("What is this?"), text(Replay.IMAGE_NOTE)));
        assertThat(kinds(replayed)).containsExactly(Kind.IMAGE);
        assertThat(Replay.forModel(List.of(asked), seeing).messages()).containsExactly(asked);
        assertThat(Replay.forModel(List.of(asked), model("unknown")).messages())
                .as("the provider decides where nothing is known")
                .containsExactly(asked);
    }

    @Test
    void aPictureThatAModelMadeIsNotSentBackAsItsWords() {
        Replay.Replayed replayed =
                Replay.forModel(List.of(assistant(PICTURE), user(text("Nice"))), seeing);

        assertThat(replayed.messages().getFirst()).isEqualTo(assistant(text(Replay.IMAGE_NOTE)));
        assertThat(kinds(replayed)).containsExactly(Kind.IMAGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"toolu_01A09q90qw90lq917835lq9", "functions.find:0", "1", "", "é|x"})
    void callsAndResultsGetIdsThatAllAccept(String id) {
        Replay.Replayed replayed =
                replay(user(text("Hi")), assistant(call(id, "find")), tool(result(id, "fox")));

        Part.ToolCall call = (Part.ToolCall) replayed.messages().get(1).parts().getFirst();
        assertThat(call.id()).matches("call_[A-Za-z0-9]{1,35}");
        assertThat(replayed.messages().get(2))
                .isEqualTo(tool(new Part.ToolResult(call.id(), "find", "fox", false)));
        assertThat(replayed.withheld()).isEmpty();
    }

    @Test
    void idsThatAllAcceptStayAndNoneComesTwice() {
        Replay.Replayed replayed =
                replay(
                        assistant(call("call_abc1", "find")),
                        tool(result("call_abc1", "one")),
                        assistant(call("call_abc1", "find")),
                        tool(result("call_abc1", "two")),
                        user(text("And?")));

        List<String> ids = new ArrayList<>();
        replayed.messages().stream()
                .flatMap(message -> message.parts().stream())
                .forEach(part -> {
                    if (part instanceof Part.ToolCall call) {
                        ids.add(call.id());
                    }
                });
        assertThat(ids).first().isEqualTo("call_abc1");
        assertThat(ids).doesNotHaveDuplicates().hasSize(2);
        assertThat(((Part.ToolResult) replayed.messages().get(3).parts().getFirst()))
                .isEqualTo(new Part.ToolResult(ids.get(1), "find", "two", false));
    }

    @Test
    void aLongerHistoryBeginsLikeAShorterOne() {
        List<ChatMessage> shorter =
                List.of(
                        user(text("Hi")),
                        assistant(call("a", "find"), call("b", "look")),
                        tool(result("b", "two"), result("a", "one")),
                        assistant(text("Done.")));
        List<ChatMessage> longer = new ArrayList<>(shorter);
        longer.add(user(text("More")));

        assertThat(Replay.forModel(longer, blind).messages())
                .startsWith(Replay.forModel(shorter, blind).messages().toArray(ChatMessage[]::new));
    }

    @Test
    void resultsFollowTheirCallsInTheOrderOfTheCalls() {
        Replay.Replayed replayed =
                replay(
                        assistant(call("a", "find")),
                        assistant(text("Wait."), call("b", "look")),
                        tool(result("b", "two")),
                        user(text("Hurry"), result("a", "one")));

        assertThat(replayed.messages())
                .extracting(ChatMessage::role)
                .containsExactly(Role.ASSISTANT, Role.TOOL, Role.USER);
        assertThat(replayed.messages().get(1).parts())
                .extracting(part -> ((Part.ToolResult) part).content())
                .containsExactly("one", "two");
        assertThat(replayed.messages().getLast()).isEqualTo(user(text("Hurry")));
    }

    @Test
    void aCallWithoutAResultGetsOne() {
        Replay.Replayed replayed =
                replay(assistant(call("a", "find")), user(text("Never mind, tell me a story")));

        Part.ToolCall call = (Part.ToolCall) replayed.messages().getFirst().parts().getFirst();
        assertThat(replayed.messages().get(1))
                .isEqualTo(tool(new Part.ToolResult(call.id(), "find", ToolPairs.NO_RESULT, true)));
        assertThat(kinds(replayed)).containsExactly(Kind.TOOL_CALL);
    }

    @Test
    void aResultWithoutItsCallBecomesText() {
        Replay.Replayed replayed =
                replay(
                        tool(new Part.ToolResult("x", "find", "fox", false)),
                        assistant(text("I see.")),
                        user(result("y", "hen"), text("and?")));

        assertThat(replayed.messages())
                .containsExactly(
                        user(text("[result of the tool find: fox]")),
                        assistant(text("I see.")),
                        user(text("[result of a tool: hen]"), text("and?")));
        assertThat(kinds(replayed)).containsExactly(Kind.TOOL_RESULT, Kind.TOOL_RESULT);
    }

    @Test
    void argumentsThatWereCutOffBecomeAnObject() {
        Replay.Replayed replayed =
                replay(
                        assistant(
                                new Part.ToolCall("a", "find", "{\"city\": \"Par"),
                                new Part.ToolCall("b", "look", "")),
                        tool(result("a", "one"), result("b", "two")));

        assertThat(replayed.messages().getFirst().parts())
                .extracting(part -> ((Part.ToolCall) part).arguments())
                .containsExactly("{\"arguments\":\"{\\\"city\\\": \\\"Par\"}", "{}");
        assertThat(kinds(replayed)).containsExactly(Kind.TOOL_CALL);
    }

    @Test
    void whatSaysNothingIsNotSent() {
        Replay.Replayed replayed =
                replay(
                        new ChatMessage(Role.SYSTEM, " "),
                        user(text("Hi"), text(""), text("\n"), text("there")),
                        assistant(text("")),
                        assistant(),
                        user(text("")));

        assertThat(replayed.messages())
                .as("what is to be answered stays")
                .containsExactly(user(text("Hi"), text("\n"), text("there")), user(text("")));
    }
}
