package parley.llm.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.llm.ChatMessage;
import parley.llm.FinishReason;
import parley.llm.ModelEvent;
import parley.llm.ModelOptions;
import parley.llm.ModelRequest;
import parley.llm.OutputFormat;
import parley.llm.Part;
import parley.llm.Role;
import parley.llm.Sampling;
import parley.llm.ToolUse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The engine asks for tools, tells what they answered, answers in JSON, and stops where it is told
/// to.
class ToolUseTest {
    private static final ToolUse.Tool WEATHER =
            tool(
                    "get_weather",
                    "Get the current weather in a given location",
                    """
                    {"type":"object","required":["location"],"properties":{
                      "location":{"type":"string","description":"The city"},
                      "unit":{"type":"string","enum":["celsius","fahrenheit"]}}}
                    """);
    private static final ToolUse.Tool CALCULATOR =
            tool(
                    "calculator",
                    "Evaluates an expression",
                    """
                    {"type":"object","required":["expression"],
                     "properties":{"expression":{"type":"string"}}}
                    """);
    private static final ToolUse.Tool EVENT =
            tool(
                    "createEvent",
                    "Creates a calendar event",
                    """
                    {"type":"object","required":["title","date","attendees","duration_minutes"],
                     "properties":{"title":{"type":"string"},
                      "date":{"type":"string","format":"date"},
                      "attendees":{"type":"array","items":{"type":"string"}},
                      "duration_minutes":{"type":"integer","minimum":5},
                      "online":{"type":"boolean"}}}
                    """);

    private static ToolUse.Tool tool(String name, String description, String parameters) {
        return new ToolUse.Tool(name, description, parameters, false);
    }

    private static ToolUse offered(ToolUse.ToolChoice choice, ToolUse.Tool... tools) {
        return new ToolUse(List.of(tools), choice, true);
    }

    private static ToolUse auto(ToolUse.Tool... tools) {
        return offered(new ToolUse.ToolChoice.Auto(), tools);
    }

    private static Recorded run(ToolUse tools, OutputFormat format, ChatMessage... messages)
            throws InterruptedException {
        ModelOptions options = new ModelOptions(Sampling.DEFAULT, tools, format, Optional.empty());
        return Engine.run(
                Engine.plain(), new ModelRequest("parley", List.of(messages), "", options, true));
    }

    private static Recorded ask(ToolUse tools, String question) throws InterruptedException {
        return run(tools, new OutputFormat.Text(), new ChatMessage(Role.USER, question));
    }

    /// The calls of a run, their pieces joined.
    private static List<Part.ToolCall> calls(Recorded run) {
        List<Part.ToolCall> calls = new ArrayList<>();
        for (ModelEvent event : run.events()) {
            if (event instanceof ModelEvent.ToolCallDelta delta) {
                String before =
                        delta.index() < calls.size() ? calls.remove(delta.index()).arguments() : "";
                calls.add(new Part.ToolCall(delta.id(), delta.name(), before + delta.arguments()));
            }
        }
        return calls;
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "What's the weather in Paris?|{\"location\":\"Paris\"}",
                "what is the weather like in berlin today|{\"location\":\"berlin\"}",
                "How is the weather in New York in celsius?|{\"location\":\"New York\",\"unit\":\"celsius\"}",
                "Weather for San Francisco, please, in Fahrenheit|{\"location\":\"San Francisco\",\"unit\":\"fahrenheit\"}",
                "Is the weather good at the moment in Rio de Janeiro?|{\"location\":\"Rio de Janeiro\"}"
            })
    void aQuestionForAToolCallsIt(String question, String arguments) throws InterruptedException {
        Recorded run = ask(auto(CALCULATOR, WEATHER), question);

        assertThat(calls(run))
                .singleElement()
                .satisfies(call -> {
                    assertThat(call.name()).isEqualTo("get_weather");
                    assertThat(json(call.arguments())).isEqualTo(json(arguments));
                    assertThat(call.id()).matches("call_[0-9a-f]{24}");
                });
        assertThat(run.finished().reason()).isEqualTo(FinishReason.TOOL_CALLS);
        assertThat(run.text()).isEmpty();
        assertThat(run.usage().outputTokens()).isPositive();
    }

    @Test
    void severalPlacesAreSeveralCalls() throws InterruptedException {
        List<Part.ToolCall> calls =
                calls(ask(auto(WEATHER), "What is the weather in Paris, Rome and New York?"));

        assertThat(calls)
                .extracting(call -> json(call.arguments()).path("location").asString())
                .containsExactly("Paris", "Rome", "New York");
        assertThat(calls).extracting(Part.ToolCall::id).doesNotHaveDuplicates();
    }

    @Test
    void withoutParallelCallsThereIsOne() throws InterruptedException {
        ToolUse one = new ToolUse(List.of(WEATHER), new ToolUse.ToolChoice.Auto(), false);

        assertThat(calls(ask(one, "What is the weather in Paris and Rome?"))).hasSize(1);
    }

    @Test
    void twoQuestionsCallTwoTools() throws InterruptedException {
        List<Part.ToolCall> calls =
                calls(
                        ask(
                                auto(WEATHER, CALCULATOR),
                                "What's the weather in Oslo and calculate 17 * 23"));

        assertThat(calls)
                .extracting(Part.ToolCall::name)
                .containsExactly("get_weather", "calculator");
        assertThat(json(calls.getLast().arguments()).path("expression").asString())
                .isEqualTo("17 * 23");
    }

    @Test
    void aFormOfManyFieldsIsFilled() throws InterruptedException {
        List<Part.ToolCall> calls =
                calls(
                        ask(
                                auto(EVENT),
                                "Create an event \"Planning\" on 2026-12-01 with Ada and Grace for 45"
                                        + " minutes, online"));

        assertThat(json(calls.getFirst().arguments()))
                .isEqualTo(
                        json(
                                """
                                {"title":"Planning","date":"2026-12-01",
                                 "attendees":["Ada","Grace"],"duration_minutes":45,"online":true}
                                """));
    }

    @Test
    void talkStaysTalk() throws InterruptedException {
        Recorded run = ask(auto(WEATHER, EVENT), "count to 5");

        assertThat(calls(run)).isEmpty();
        assertThat(run.text()).isEqualTo("1, 2, 3, 4, 5");
    }

    @Test
    void aChoiceIsObeyed() throws InterruptedException {
        ToolUse none = offered(new ToolUse.ToolChoice.None(), WEATHER);
        ToolUse required = offered(new ToolUse.ToolChoice.Required(), EVENT, WEATHER);
        ToolUse named = offered(new ToolUse.ToolChoice.Named("createEvent"), WEATHER, EVENT);

        assertThat(calls(ask(none, "What's the weather in Paris?"))).isEmpty();
        assertThat(calls(ask(required, "Hello"))).hasSize(1);
        assertThat(calls(ask(named, "What's the weather in Paris?")))
                .singleElement()
                .matches(call -> call.name().equals("createEvent"))
                .satisfies(call ->
                        assertThat(json(call.arguments()).path("duration_minutes").asInt())
                                .isEqualTo(5));
    }

    @Test
    void whatToolsAnsweredIsTold() throws InterruptedException {
        Part.ToolCall call = new Part.ToolCall("c1", "get_weather", "{\"location\":\"Paris\"}");
        Recorded run =
                run(
                        auto(WEATHER),
                        new OutputFormat.Text(),
                        new ChatMessage(Role.USER, "What's the weather in Paris?"),
                        new ChatMessage(Role.ASSISTANT, List.of(call)),
                        new ChatMessage(
                                Role.TOOL,
                                List.of(
                                        new Part.ToolResult(
                                                "c1",
                                                "",
                                                "{\"temperature\":21.5,\"sky\":\"clear\"}",
                                                false))));

        assertThat(run.text())
                .isEqualTo("`get_weather` (location Paris): temperature 21.5, sky clear");
        assertThat(run.finished().reason()).isEqualTo(FinishReason.STOP);
    }

    @Test
    void anAnswerKeepsToItsSchema() throws InterruptedException {
        String schema =
                """
                {"type":"object","additionalProperties":false,
                 "required":["name","age","answer","kind","tags","address"],
                 "properties":{"name":{"type":"string"},"age":{"type":"integer"},
                  "answer":{"type":"string"},"kind":{"enum":["short","long"]},
                  "tags":{"type":"array","items":{"type":"string"},"minItems":1},
                  "address":{"anyOf":[{"$ref":"#/$defs/address"},{"type":"null"}]}},
                 "$defs":{"address":{"type":"object","required":["city"],
                  "properties":{"city":{"type":["string","null"]}}}}}
                """;

        Recorded run =
                run(
                        ToolUse.NONE,
                        new OutputFormat.JsonSchema("person", schema, true),
                        new ChatMessage(
                                Role.USER, "My friend Ada Lovelace is 36 and lives in London."));

        JsonNode answer = json(run.text());
        assertThat(answer.path("name").asString()).isEqualTo("Ada Lovelace");
        assertThat(answer.path("age").asInt()).isEqualTo(36);
        assertThat(answer.path("kind").asString()).isEqualTo("short");
        assertThat(answer.path("tags")).hasSize(1);
        assertThat(answer.path("address").path("city").asString()).isEqualTo("London");
        assertThat(answer.path("answer").asString()).isNotBlank();
    }

    @Test
    void anAnswerInJsonIsAnObject() throws InterruptedException {
        OutputFormat format = new OutputFormat.JsonObject();

        Recorded plain = run(ToolUse.NONE, format, new ChatMessage(Role.USER, "What is 2 + 2?"));
        Recorded keys =
                run(
                        ToolUse.NONE,
                        format,
                        new ChatMessage(
                                Role.USER,
                                "Give me JSON with the keys name and age for Bob Smith, who is 41."));

        assertThat(json(plain.text()).path("answer").asString()).contains("4");
        assertThat(json(keys.text())).isEqualTo(json("{\"name\":\"Bob Smith\",\"age\":41}"));
    }

    @Test
    void anAnswerEndsBeforeAStopText() throws InterruptedException {
        Sampling sampling =
                new Sampling(
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        OptionalInt.empty(),
                        List.of("4", ", 3"),
                        OptionalLong.empty(),
                        OptionalDouble.empty(),
                        OptionalDouble.empty());

        Recorded run =
                Engine.run(
                        Engine.plain(),
                        new ModelRequest(
                                "parley",
                                List.of(new ChatMessage(Role.USER, "count to 5")),
                                "",
                                sampling,
                                true));

        assertThat(run.text()).isEqualTo("1, 2");
        assertThat(run.finished().reason()).isEqualTo(FinishReason.STOP);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}",
                "[]",
                "nonsense",
                "{\"type\":\"object\",\"required\":[\"a\"],\"properties\":{\"a\":{\"$ref\":\"#\"}}}",
                "{\"$ref\":\"#/$defs/x\",\"$defs\":{\"x\":{\"$ref\":\"#/$defs/x\"}}}",
                "{\"type\":\"object\",\"required\":[\"a\",\"b\",\"c\",\"d\",\"e\"],\"properties\":{\"a\":{\"$ref\":\"#\"},\"b\":{\"$ref\":\"#\"},\"c\":{\"$ref\":\"#\"},\"d\":{\"$ref\":\"#\"},\"e\":{\"$ref\":\"#\"}}}",
                "{\"type\":\"object\",\"required\":[\"a\"],\"properties\":{\"a\":{\"type\":\"array\",\"minItems\":1000000000,\"items\":{}}}}"
            })
    void aSchemaThatMakesNoSenseEndsInACallAllTheSame(String schema) throws InterruptedException {
        ToolUse odd =
                offered(new ToolUse.ToolChoice.Required(), tool("odd", "An odd tool", schema));

        assertThat(calls(ask(odd, "Do the odd thing for Paris at 3"))).hasSize(1);
    }
}
