package parley.llm.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import parley.llm.ChatMessage;
import parley.llm.ModelOptions;
import parley.llm.ModelRequest;
import parley.llm.OutputFormat;
import parley.llm.Part;
import parley.llm.Role;
import parley.llm.Sampling;
import parley.llm.ToolUse;
import parley.llm.local.wire.Ask;

final class RequestWriterTest {
    private static final ToolUse.Tool WEATHER =
            new ToolUse.Tool(
                    "weather",
                    "Looks outside.",
                    "{\"type\":\"object\",\"properties\":{\"city\":{\"type\":\"string\"}}}",
                    false);

    @Test
    void messagesAreLinesAndTheSystemsComeFirst() {
        Ask.Chat ask =
                ask(
                        ModelOptions.DEFAULT,
                        new ChatMessage(Role.SYSTEM, "Be brief."),
                        new ChatMessage(Role.USER, "Hi"),
                        new ChatMessage(
                                Role.ASSISTANT,
                                List.of(
                                        new Part.Reasoning("Hm.", "local", Optional.empty()),
                                        new Part.Text("Hello."))),
                        new ChatMessage(Role.SYSTEM, "Be kind."),
                        new ChatMessage(Role.USER, "Bye"));

        assertThat(ask.lines())
                .containsExactly(
                        new Ask.Line("system", "Be brief.\n\nBe kind."),
                        new Ask.Line("user", "Hi"),
                        new Ask.Line("assistant", "Hello."),
                        new Ask.Line("user", "Bye"));
        assertThat(ask.grammar()).isEmpty();
    }

    @Test
    void toolsAreDescribedAndCallsAndResultsWrittenAsTheModelKnowsThem() {
        Ask.Chat ask =
                ask(
                        tools(new ToolUse.ToolChoice.Auto()),
                        new ChatMessage(Role.USER, "Weather?"),
                        new ChatMessage(
                                Role.ASSISTANT,
                                List.of(
                                        new Part.ToolCall("1", "weather", "{\"city\":\"Bonn\"}"),
                                        new Part.ToolCall("2", "weather", ""))),
                        result("1", "rain"),
                        result("2", "sun"));

        assertThat(ask.lines().getFirst().content())
                .startsWith("# Tools")
                .contains("\"name\":\"weather\"", "\"city\"", "<tool_call>");
        assertThat(ask.lines().get(2).content())
                .isEqualTo(
                        """
                        <tool_call>
                        {"name": "weather", "arguments": {"city":"Bonn"}}
                        </tool_call>
                        <tool_call>
                        {"name": "weather", "arguments": {}}
                        </tool_call>\
                        """);
        assertThat(ask.lines().getLast())
                .isEqualTo(
                        new Ask.Line(
                                "user",
                                """
                                <tool_response>
                                rain
                                </tool_response>
                                <tool_response>
                                sun
                                </tool_response>\
                                """));
    }

    @Test
    void aToolThatMustBeCalledIsForcedByAGrammar() {
        ChatMessage question = new ChatMessage(Role.USER, "Weather?");

        assertThat(ask(tools(new ToolUse.ToolChoice.Required()), question).grammar())
                .startsWith("root ::= \"<tool_call>\\n\"")
                .contains("\\\"weather\\\"");
        assertThat(ask(tools(new ToolUse.ToolChoice.Auto()), question).grammar()).isEmpty();
        assertThat(ask(tools(new ToolUse.ToolChoice.None()), question).lines())
                .containsExactly(new Ask.Line("user", "Weather?"));
    }

    @Test
    void anAnswerThatGoesOnIsNotForcedIntoAFormAnew() {
        ModelOptions json =
                new ModelOptions(
                        Sampling.DEFAULT,
                        ToolUse.NONE,
                        new OutputFormat.JsonObject(),
                        Optional.empty());
        List<ChatMessage> question = List.of(new ChatMessage(Role.USER, "List"));

        assertThat(
                        new RequestWriter(
                                        new ModelRequest("m", question, "{\"a\":", json, true),
                                        Optional.empty())
                                .ask()
                                .grammar())
                .isEmpty();
        assertThat(
                        new RequestWriter(
                                        new ModelRequest("m", question, "", json, true),
                                        Optional.empty())
                                .ask()
                                .grammar())
                .startsWith("root ::= object");
    }

    private static ChatMessage result(String id, String content) {
        return new ChatMessage(
                Role.TOOL, List.of(new Part.ToolResult(id, "weather", content, false)));
    }

    private static ModelOptions tools(ToolUse.ToolChoice choice) {
        return new ModelOptions(
                Sampling.DEFAULT,
                new ToolUse(List.of(WEATHER), choice, true),
                new OutputFormat.Text(),
                Optional.empty());
    }

    private static Ask.Chat ask(ModelOptions options, ChatMessage... messages) {
        return new RequestWriter(
                        new ModelRequest("m", List.of(messages), "", options, true),
                        Optional.empty())
                .ask();
    }
}
