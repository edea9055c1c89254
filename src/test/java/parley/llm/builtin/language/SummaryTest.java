package parley.llm.builtin.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class SummaryTest {
    private static final List<String> SENTENCES =
            List.of(
                    "The harbour of Lindenau handles grain and timber.",
                    "Most grain arrives by river and leaves the harbour by ship.",
                    "The mayor has a red bicycle.",
                    "Storms close the harbour on ten days a year.",
                    "When storms close the harbour, grain waits in the river boats.",
                    "Her cousin plays the oboe.");

    @Test
    void theSentencesThatShareMostArePickedInOrder() throws InterruptedException {
        assertThat(Summary.pick(SENTENCES, 3))
                .containsExactly(SENTENCES.get(0), SENTENCES.get(1), SENTENCES.get(4));
    }

    @Test
    void nothingIsSaidTwice() throws InterruptedException {
        String sentence = "The harbour of Lindenau handles grain and timber.";
        String text = (sentence + " ").repeat(20) + "The mayor of Lindenau has a red bicycle.";
        assertThat(Summary.of(text, 5)).doesNotHaveDuplicates().hasSize(2);
    }

    @Test
    void aLongTextIsThinnedBeforeItIsRanked() throws InterruptedException {
        String text =
                IntStream.range(0, 20_000)
                        .mapToObj(index ->
                                "Sentence number "
                                        + index
                                        + " speaks of matter "
                                        + index % 97
                                        + ".")
                        .collect(Collectors.joining(" "));
        List<String> summary = Summary.of(text, 5);
        assertThat(summary).hasSize(5);
        assertThat(Sentences.of(text)).containsSubsequence(summary);
    }

    @Test
    void rankingCanBeInterrupted() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> Summary.pick(SENTENCES, 2))
                .isInstanceOf(InterruptedException.class);
    }

    @Test
    void passagesAreFoundByTheirRareWords() throws InterruptedException {
        Passages passages = new Passages(SENTENCES);
        assertThat(passages.about("the mayor's bicycle", 2))
                .containsExactly("The mayor has a red bicycle.");
        assertThat(passages.about("copper prices in Chile", 2)).isEmpty();
        assertThat(passages.about("of the and", 2)).isEmpty();
    }
}
