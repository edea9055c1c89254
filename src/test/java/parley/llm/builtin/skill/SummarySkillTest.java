package parley.llm.builtin.skill;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.llm.builtin.language.Sentences;
import parley.llm.builtin.language.Words;

final class SummarySkillTest {
    private static final String TEXT =
            """
            Bees live in colonies with one queen. A colony of bees has up to fifty thousand workers. \
            The workers collect nectar from flowers and turn it into honey. Honey feeds the colony \
            through the winter. Dr. Meyer of the U.S. Department of Agriculture counts bees for a \
            living. Without bees many flowers would bear no fruit. Farmers therefore pay for colonies \
            in spring. Pesticides and mites harm the colonies. A mild winter harms bees as well. \
            Nobody knows yet how many colonies will be left in 2050.\
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Summarise: ",
                "Summarize this text:\n",
                "Please sum up the following text:\n\n",
                "TL;DR: ",
                "Give me a short summary of this:\n",
                "Fasse zusammen: "
            })
    void aSummaryIsMadeOfTheTextsOwnSentencesInOrder(String instruction)
            throws InterruptedException {
        List<String> all = Sentences.of(TEXT);
        List<String> summary = Sentences.of(Talk.answer(instruction + TEXT));

        assertThat(summary).isNotEmpty().hasSizeLessThan(6);
        assertThat(all).containsSubsequence(summary);
    }

    @Test
    void itsLengthIsWhatIsAskedFor() throws InterruptedException {
        assertThat(Sentences.of(Talk.answer("Summarise in one sentence: " + TEXT))).hasSize(1);
        assertThat(Sentences.of(Talk.answer("Summarise in three sentences:\n" + TEXT))).hasSize(3);
        assertThat(Sentences.of(Talk.answer(TEXT + "\n\nSummarise this in 2 sentences.")))
                .hasSize(2);
        assertThat(Words.count(Talk.answer("Summarise in 30 words: " + TEXT))).isBetween(5, 30);
        assertThat(Words.count(Talk.answer("Summarise in 4 words: " + TEXT))).isEqualTo(4);
        assertThat(Talk.answer("Summarise as bullet points: " + TEXT).lines())
                .hasSize(4)
                .allMatch(line -> line.startsWith("- "));
        assertThat(Talk.answer("Key points:\n" + TEXT).lines())
                .allMatch(line -> line.startsWith("- "));
    }

    @Test
    void systemMessagesSetTheLengthToo() throws InterruptedException {
        Talk talk = Talk.withSystemMessage("Always answer in one sentence.");
        assertThat(Sentences.of(talk.say("Summarise: " + TEXT))).hasSize(1);
        assertThat(Sentences.of(talk.say("Summarise in two sentences: " + TEXT))).hasSize(2);
    }

    @Test
    void aTextThatIsShortAlreadyIsSaidToBe() throws InterruptedException {
        assertThat(Talk.answer("Summarise: It rains."))
                .isEqualTo("It is one sentence already: It rains.");
        assertThat(Talk.answer("Summarise in 5 sentences: It rains. It pours."))
                .isEqualTo("It has only 2 sentences, so here it is whole: It rains. It pours.");
    }

    @Test
    void theSameTextCanBeSummedUpAgainOtherwise() throws InterruptedException {
        Talk talk = new Talk();
        talk.say("Summarise: " + TEXT);
        assertThat(Sentences.of(talk.say("In one sentence"))).hasSize(1);
        assertThat(talk.say("as bullet points").lines()).hasSize(4);
        assertThat(Sentences.of(talk.say("shorter"))).hasSize(1);
    }

    @Test
    void theLastAnswerCanBeSummedUp() throws InterruptedException {
        Talk talk = new Talk();
        String story = talk.say("Tell me a story");
        List<String> summary = Sentences.of(talk.say("Summarise that in two sentences"));
        assertThat(summary).hasSize(2);
        assertThat(Sentences.of(story)).containsSubsequence(summary);
    }

    @Test
    void withoutATextItAsksForOne() throws InterruptedException {
        assertThat(Talk.answer("Can you summarise a text for me?"))
                .startsWith("Gladly. Paste the text");
        assertThat(Talk.answer("summarise")).startsWith("Gladly.");
    }

    @Test
    void aQuestionAboutAPastedTextIsAnsweredWithItsSentence() throws InterruptedException {
        assertThat(Talk.answer(TEXT + "\n\nWho counts bees for a living?"))
                .isEqualTo(
                        "The text says: “Dr. Meyer of the U.S. Department of Agriculture counts bees for"
                                + " a living.”");
        assertThat(Talk.answer("What feeds the colony through the winter?\n\n" + TEXT))
                .contains("“Honey feeds the colony through the winter.”");
        assertThat(Talk.answer(TEXT + "\n\nWhat is the price of copper in Chile?"))
                .startsWith("I find no sentence in the text that speaks of that.");
    }

    @Test
    void aTextWithoutAnInstructionIsAskedAbout() throws InterruptedException {
        assertThat(Talk.answer(TEXT))
                .startsWith("That is a text of 88 words. Tell me what to do with it");
    }
}
