package parley.llm.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.llm.FinishReason;
import parley.llm.ModelEvent;

final class AnswerScannerTest {
    private final List<ModelEvent> events = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 1000})
    void thoughtsTextAndCallsComeApartHoweverTheyAreCut(int size) {
        AnswerScanner scanner = new AnswerScanner(events::add, true, true);
        feed(
                scanner,
                size,
                "<think>\nWhy? a < b.\n</think>\n\nLet me look.\n<tool_call>\n{\"name\": \"look\","
                        + " \"arguments\": {\"at\": \"x\"}}\n</tool_call>\n<tool_call>{\"name\":"
                        + " \"rest\"}</tool_call>\n");

        assertThat(thoughts()).isEqualTo("Why? a < b.");
        assertThat(text()).isEqualTo("Let me look.");
        assertThat(calls())
                .extracting(ModelEvent.ToolCallDelta::name, ModelEvent.ToolCallDelta::arguments)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("look", "{\"at\":\"x\"}"),
                        org.assertj.core.groups.Tuple.tuple("rest", "{}"));
        assertThat(calls()).extracting(ModelEvent.ToolCallDelta::index).containsExactly(0, 1);
        assertThat(calls()).extracting(ModelEvent.ToolCallDelta::id).doesNotHaveDuplicates();
        assertThat(scanner.finish()).isEqualTo(FinishReason.TOOL_CALLS);
    }

    @Test
    void withoutToolsACallIsText() {
        AnswerScanner scanner = new AnswerScanner(events::add, false, true);
        feed(scanner, 4, "a <tool_call>{}</tool_call>");

        assertThat(text()).isEqualTo("a <tool_call>{}</tool_call>");
        assertThat(scanner.finish()).isEqualTo(FinishReason.STOP);
    }

    @Test
    void aCallThatIsNoJsonIsText() {
        AnswerScanner scanner = new AnswerScanner(events::add, true, true);
        feed(scanner, 5, "<tool_call>look at this</tool_call> and");

        assertThat(text()).isEqualTo("<tool_call>look at this</tool_call> and");
        assertThat(calls()).isEmpty();
    }

    @Test
    void aThoughtInTheMiddleOfTheAnswerIsText() {
        AnswerScanner scanner = new AnswerScanner(events::add, false, true);
        feed(scanner, 3, "The tag <think> begins a thought.");

        assertThat(text()).isEqualTo("The tag <think> begins a thought.");
    }

    @Test
    void anAnswerThatGoesOnHasNoThoughtAtItsBeginning() {
        AnswerScanner scanner = new AnswerScanner(events::add, false, false);
        feed(scanner, 3, "<think>no");

        assertThat(text()).isEqualTo("<think>no");
    }

    @Test
    void whiteSpaceIsKept() {
        AnswerScanner scanner = new AnswerScanner(events::add, true, false);
        feed(scanner, 1, " a \n\n b \n");

        assertThat(text()).isEqualTo(" a \n\n b \n");
    }

    private static void feed(AnswerScanner scanner, int size, String text) {
        for (int from = 0; from < text.length(); from += size) {
            scanner.add(text.substring(from, Math.min(text.length(), from + size)));
        }
        scanner.end();
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (ModelEvent event : events) {
            if (event instanceof ModelEvent.TextDelta(String piece)) {
                text.append(piece);
            }
        }
        return text.toString();
    }

    private String thoughts() {
        StringBuilder text = new StringBuilder();
        for (ModelEvent event : events) {
            if (event instanceof ModelEvent.ReasoningDelta(String piece)) {
                text.append(piece);
            }
        }
        return text.toString();
    }

    private List<ModelEvent.ToolCallDelta> calls() {
        return events.stream()
                .filter(ModelEvent.ToolCallDelta.class::isInstance)
                .map(ModelEvent.ToolCallDelta.class::cast)
                .toList();
    }
}
