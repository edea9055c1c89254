package parley.dialect.openai.responses;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import parley.llm.Part;

/// The events of an answer with everything in it, and their numbers.
final class OutputTest {
    private static final ItemIds IDS = ItemIds.of(7);
    private static final Part.Image PICTURE = new Part.Image("image/png", "AAAA", Optional.empty());

    private final List<ResponseEvent> events = new ArrayList<>();
    private final Output output = new Output(IDS, ThoughtSeal.NONE, events::add);

    @Test
    void everyKindOfItemTellsItsStory() throws Exception {
        everything(1);

        assertThat(types())
                .containsExactly(
                        "response.output_item.added",
                        "response.reasoning_summary_part.added",
                        "response.reasoning_summary_text.delta",
                        "response.reasoning_summary_text.done",
                        "response.reasoning_summary_part.done",
                        "response.output_item.done",
                        "response.output_item.added",
                        "response.content_part.added",
                        "response.output_text.delta",
                        "response.output_text.done",
                        "response.content_part.done",
                        "response.output_item.done",
                        "response.output_item.added",
                        "response.function_call_arguments.delta",
                        "response.function_call_arguments.done",
                        "response.output_item.done",
                        "response.output_item.added",
                        "response.function_call_arguments.done",
                        "response.output_item.done",
                        "response.output_item.added",
                        "response.image_generation_call.completed",
                        "response.output_item.done");
        assertThat(output.items())
                .extracting(Item::type)
                .containsExactly(
                        "reasoning",
                        "message",
                        "function_call",
                        "function_call",
                        "image_generation_call");
        assertThat(output.items())
                .extracting(Item::id)
                .containsExactly("rs_7_0", "msg_7_1", "fc_7_2", "fc_7_3", "ig_7_4");
    }

    @Test
    void numbersRiseAndDoNotDependOnThePieces() throws Exception {
        everything(1);
        assertThat(numbers(events)).isSorted().doesNotHaveDuplicates();
        assertThat(output.nextNumber()).isGreaterThan(events.getLast().sequenceNumber());

        List<ResponseEvent> inSmallPieces = new ArrayList<>();
        Output again = new Output(IDS, ThoughtSeal.NONE, inSmallPieces::add);
        say(again, 20);

        assertThat(numbers(inSmallPieces)).isSorted().doesNotHaveDuplicates();
        assertThat(structure(inSmallPieces)).isEqualTo(structure(events));
        assertThat(again.nextNumber()).isEqualTo(output.nextNumber());
        assertThat(again.items()).isEqualTo(output.items());
    }

    @Test
    void aCallWhoseArgumentsAreCutIsNotAnnouncedAsDone() throws Exception {
        output.text("Let me look.");
        output.toolCall(0, "call_1", "weather", "{\"location\": \"Par");
        output.breakOff();

        assertThat(types())
                .endsWith("response.output_item.added", "response.function_call_arguments.delta");
        assertThat(output.items().getLast())
                .isEqualTo(
                        new Item.FunctionCall(
                                "fc_7_1",
                                "incomplete",
                                "call_1",
                                "weather",
                                "{\"location\": \"Par"));
    }

    @Test
    void whatIsOpenIsInProgress() throws Exception {
        output.text("Half a");

        assertThat(output.items())
                .containsExactly(
                        new Item.Message(
                                "msg_7_0",
                                "in_progress",
                                "assistant",
                                List.of(Content.OutputText.of("Half a"))));
    }

    @Test
    void aThoughtOfWhichNothingIsShownIsAnItemAllTheSame() throws Exception {
        FleetingThoughts thoughts = new FleetingThoughts(true);
        Output sealing = new Output(IDS, thoughts, EventSink.NONE);
        thoughts.by("anthropic");
        thoughts.sign("signed");
        sealing.endThought();

        assertThat(sealing.items()).hasSize(1);
        String sealed =
                Objects.requireNonNull(
                        ((Item.Reasoning) sealing.items().getFirst()).encryptedContent());
        assertThat(ThoughtSeal.open(sealed))
                .contains(
                        new ThoughtSeal.Opened.Thought(
                                new Part.Reasoning("", "anthropic", Optional.of("signed"))));
    }

    @Test
    void aSealThatIsNotOursOpensNothing() {
        assertThat(ThoughtSeal.open("gAAAAABn")).isEmpty();
        assertThat(ThoughtSeal.open("thought:e30")).isEmpty();
        assertThat(ThoughtSeal.open("thought:%%")).isEmpty();
    }

    private void everything(int pieces) throws InterruptedException {
        say(output, pieces);
    }

    private static void say(Output output, int pieces) throws InterruptedException {
        for (String piece : cut("I should look at the weather.", pieces)) {
            output.reasoning(piece);
        }
        for (String piece : cut("Let me look 🌤 now.", pieces)) {
            output.text(piece);
        }
        for (String piece : cut("{\"location\": \"Paris\"}", pieces)) {
            output.toolCall(0, "call_1", "weather", piece);
        }
        output.toolCall(1, "call_2", "time", "");
        output.image(PICTURE);
        output.finish();
    }

    private static List<String> cut(String text, int pieces) {
        List<String> cut = new ArrayList<>();
        int length = Math.max(2, text.length() / pieces);
        int from = 0;
        while (from < text.length()) {
            int to = Math.min(text.length(), from + length);
            to += to < text.length() && Character.isLowSurrogate(text.charAt(to)) ? 1 : 0;
            cut.add(text.substring(from, to));
            from = to;
        }
        return cut;
    }

    private List<String> types() {
        return events.stream().map(ResponseEvent::type).toList();
    }

    private static List<Long> numbers(List<ResponseEvent> events) {
        return events.stream().map(ResponseEvent::sequenceNumber).toList();
    }

    private static List<ResponseEvent> structure(List<ResponseEvent> events) {
        return events.stream().filter(event -> !(event instanceof ResponseEvent.Delta)).toList();
    }
}
