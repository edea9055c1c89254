package parley.export.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Forms as Unicode's charts of Arabic Presentation Forms have them.
final class ArabicLettersTest {
    @Test
    void lettersInAWordJoin() {
        // Beh, teh, theh: beginning, middle, end.
        assertThat(ArabicLetters.joined("\u0628\u062A\u062B")).isEqualTo("\uFE91\uFE98\uFE9A");
    }

    @Test
    void lettersThatJoinOnlyTheOneBeforePartAWord() {
        // Dal, beh: nothing joins across.
        assertThat(ArabicLetters.joined("\u062F\u0628")).isEqualTo("\uFEA9\uFE8F");
        assertThat(ArabicLetters.joined("\u0628\u062F")).isEqualTo("\uFE91\uFEAA");
    }

    @Test
    void lamAndAlefAreOneLetter() {
        assertThat(ArabicLetters.joined("\u0644\u0627")).isEqualTo("\uFEFB");
        assertThat(ArabicLetters.joined("\u0633\u0644\u0622")).isEqualTo("\uFEB3\uFEF6");
    }

    @Test
    void pointsDoNotPartAWord() {
        assertThat(ArabicLetters.joined("\u0628\u064E\u0628")).isEqualTo("\uFE91\u064E\uFE90");
    }

    @Test
    void theLastLetterOfTheTableIsWhereUnicodeHasIt() {
        assertThat(ArabicLetters.joined("\u064A")).isEqualTo("\uFEF1");
        assertThat(ArabicLetters.joined("\u06AF\u06CC")).isEqualTo("\uFB94\uFBFD");
    }

    @Test
    void otherTextStaysAsItIs() {
        assertThat(ArabicLetters.joined("Hello \u05E9\u05DC")).isEqualTo("Hello \u05E9\u05DC");
    }
}
