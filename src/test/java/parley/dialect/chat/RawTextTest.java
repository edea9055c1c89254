package parley.dialect.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RawTextTest {
    private static final List<String> BUILDING_BLOCKS =
            List.of("\r", "\n", "[DONE]", "a", " ", "]", "\u00a0", "[DONE", "👍");

    @Test
    void aLineEndSplitBetweenTwoPiecesIsOneNewline() {
        assertThat(eventsOf("one\r", "\ntwo")).containsExactly("one\n", "two");
    }

    @Test
    void aLineFeedThatOnlyCompletesALineEndSendsNothing() {
        assertThat(eventsOf("one\r", "\n", "two")).containsExactly("one\n", "two");
    }

    @Test
    void twoLineFeedsAfterACarriageReturnAreTwoNewlines() {
        assertThat(eventsOf("one\r", "\n", "\n")).containsExactly("one\n", "\n");
    }

    @Test
    void twoCarriageReturnsAreTwoNewlines() {
        assertThat(eventsOf("\r", "\r")).containsExactly("\n", "\n");
    }

    @Test
    void leadingSpacesSurvive() {
        assertThat(eventsOf("a", "  b ")).containsExactly("a", "  b ");
    }

    @Test
    void theEndMarkAloneIsSplit() {
        assertThat(eventsOf("[DONE]")).containsExactly("[DONE", "]");
    }

    @Test
    void theEndMarkOnALineOfItsOwnIsSplit() {
        assertThat(eventsOf("a\n [DONE]\t\nb")).containsExactly("a\n [DONE", "]\t\nb");
    }

    @Test
    void theEndMarkInsideALineIsLeftAlone() {
        assertThat(eventsOf("say [DONE] now")).containsExactly("say [DONE] now");
    }

    @Test
    void whateverThePiecesAreTheyJoinToTheTextAndNoneLooksLikeTheEnd() {
        Random random = new Random(7);
        for (int round = 0; round < 20_000; round++) {
            List<String> pieces = somePieces(random);
            List<String> events = eventsOf(pieces.toArray(String[]::new));
            assertThat(String.join("", events))
                    .isEqualTo(String.join("", pieces).replace("\r\n", "\n").replace('\r', '\n'));
            assertThat(events).doesNotContain("");
            assertThat(events)
                    .allSatisfy(event ->
                            assertThat(event.split("\n", -1))
                                    .noneMatch(RawTextTest::looksLikeTheEnd));
        }
    }

    /// As Python's `strip` sees it.
    private static boolean looksLikeTheEnd(String line) {
        return line.replaceAll("^[\\s\u00a0]+|[\\s\u00a0]+$", "").equals("[DONE]");
    }

    private static List<String> somePieces(Random random) {
        List<String> pieces = new ArrayList<>();
        int count = 1 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            StringBuilder piece = new StringBuilder();
            int blocks = 1 + random.nextInt(4);
            for (int j = 0; j < blocks; j++) {
                piece.append(BUILDING_BLOCKS.get(random.nextInt(BUILDING_BLOCKS.size())));
            }
            pieces.add(piece.toString());
        }
        return pieces;
    }

    private static List<String> eventsOf(String... pieces) {
        RawText rawText = new RawText();
        List<String> events = new ArrayList<>();
        for (String piece : pieces) {
            events.addAll(rawText.events(piece));
        }
        return events;
    }
}
