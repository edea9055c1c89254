package parley.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import parley.llm.Role;

final class TitlesTest {
    @Test
    void aShortFirstLineIsTheTitle() {
        assertThat(Titles.from("  How do tides work?\nExplain it to a child."))
                .isEqualTo("How do tides work?");
    }

    @Test
    void whiteSpaceIsFolded() {
        assertThat(Titles.from("How \t do  tides work?")).isEqualTo("How do tides work?");
    }

    @Test
    void aLongLineIsCutBetweenWords() {
        assertThat(
                        Titles.from(
                                "Please explain to me in simple words how the tides of the oceans come about every day"))
                .isEqualTo("Please explain to me in simple words how the tides of the…");
    }

    @Test
    void aCharacterOfManyCodePointsIsNeverCut() {
        String family = "👨‍👩‍👧‍👦";

        String title = Titles.from(family.repeat(100));

        assertThat(title).endsWith("…");
        assertThat(title.substring(0, title.length() - 1)).isEqualTo(family.repeat(59));
    }

    @Test
    void theFirstMessageOfTheUserCounts() {
        assertThat(
                        Titles.from(
                                List.of(
                                        NewMessage.text(Role.SYSTEM, "You are brief."),
                                        NewMessage.text(Role.USER, "Hello there"))))
                .isEqualTo("Hello there");
        assertThat(Titles.from(List.of(NewMessage.text(Role.SYSTEM, "You are brief.")))).isEmpty();
    }
}
