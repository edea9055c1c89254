package parley.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.llm.TokenCounter;

/// What of the documents goes to a model. A token is a word here.
final class ContextChooserTest {
    private static final TokenCounter WORDS = text -> text.split("\\s+").length;

    private final Shelf shelf = new Shelf();
    private final ContextChooser chooser = new ContextChooser(shelf, shelf, WORDS);

    private static String[] pages(int count, int words, String... special) {
        String[] pages =
                IntStream.rangeClosed(1, count)
                        .mapToObj(number -> "filling%d ".formatted(number).repeat(words).strip())
                        .toArray(String[]::new);
        for (int i = 0; i < special.length; i += 2) {
            pages[Integer.parseInt(special[i]) - 1] = special[i + 1];
        }
        return pages;
    }

    @Test
    void whatFitsGoesInWholeWithItsPageNumbers() throws InterruptedException {
        StoredDocument first = shelf.add(1, "a.pdf", "One thing.", "", "Another thing.");
        StoredDocument second = shelf.add(2, "b.txt", "A text.");

        QuestionContext context = chooser.choose(List.of(first, second), "What?", 1000);

        assertThat(context.leftOut()).isEmpty();
        assertThat(context.sources()).extracting(Source::number).containsExactly(1, 2);
        assertThat(context.sources()).allMatch(Source::whole);
        assertThat(context.sources().getFirst().text())
                .isEqualTo("— page 1 —\nOne thing.\n\n— page 3 —\nAnother thing.");
        assertThat(context.sources().getFirst().lastPage()).isEqualTo(3);
        assertThat(context.sources().getLast().text()).isEqualTo("A text.");
    }

    @Test
    void ofALongOneThePassagesGoInThatFitTheQuestionInTheirOrder() throws InterruptedException {
        String[] pages =
                pages(50, 40, "30", "The parrot is called Admiral.", "10", "A parrot is a bird.");
        StoredDocument long_ = shelf.add(1, "long.pdf", pages);
        StoredDocument short_ = shelf.add(2, "short.txt", "A short text.");

        QuestionContext context =
                chooser.choose(List.of(long_, short_), "What is the parrot called?", 400);

        assertThat(context.sources()).extracting(Source::page).containsExactly(10, 30, 1);
        assertThat(context.sources().getLast().whole()).isTrue();
        assertThat(context.sources().get(1).score().orElseThrow())
                .isGreaterThan(context.sources().get(0).score().orElseThrow());
        assertThat(context.leftOut()).containsExactly(new LeftOut(long_, 48, 48));
    }

    @Test
    void wherePassagesHaveNoneOfTheWordsTheyComeFromAllOverTheDocument()
            throws InterruptedException {
        StoredDocument document = shelf.add(1, "long.pdf", pages(100, 40));

        QuestionContext context = chooser.choose(List.of(document), "Summarise!", 800);

        List<Integer> pages = new ArrayList<>();
        context.sources().forEach(source -> pages.add(source.page()));
        assertThat(pages).hasSize(8).contains(1, 26, 51, 76).isSorted();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 100, 300, 1000, 5000})
    void theBudgetIsKept(int budget) throws InterruptedException {
        StoredDocument long_ = shelf.add(1, "long.pdf", pages(40, 40));
        StoredDocument short_ = shelf.add(2, "short.pdf", pages(4, 40));

        QuestionContext context = chooser.choose(List.of(long_, short_), "filling7?", budget);

        int words = context.sources().stream().mapToInt(s -> WORDS.count(s.text())).sum();
        assertThat(words).isLessThanOrEqualTo(Math.max(budget, 40));
        assertThat(context.sources()).isNotEmpty();
    }

    @Test
    void aPassageThatIsTooLongLeavesRoomForTheNext() throws InterruptedException {
        StoredDocument document =
                shelf.add(
                        1,
                        "long.pdf",
                        pages(9, 40, "2", "parrot parrot " + "word ".repeat(500), "5", "parrot"));

        QuestionContext context = chooser.choose(List.of(document), "parrot", 200);

        assertThat(context.sources()).extracting(Source::page).contains(5);
    }
}
