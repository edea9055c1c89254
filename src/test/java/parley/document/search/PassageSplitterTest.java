package parley.document.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import parley.document.Block;
import parley.document.DocumentPage;
import parley.document.ExtractedDocument;
import parley.document.Passage;
import parley.document.WrittenDocuments;
import parley.llm.builtin.language.Words;

final class PassageSplitterTest {
    private static final int WORDS = 50;

    @Test
    void headingsStandAboveWhatFollowsThem() throws InterruptedException {
        List<Passage> passages =
                split(
                        page(
                                1,
                                heading(1, "Trains"),
                                paragraph("Trains run daily."),
                                heading(2, "Winter"),
                                paragraph("They stop in snow."),
                                heading(1, "Boats"),
                                paragraph("Boats sail at noon.")));
        assertThat(passages)
                .extracting(Passage::headings)
                .containsExactly(List.of("Trains"), List.of("Trains", "Winter"), List.of("Boats"));
        assertThat(passages).extracting(Passage::number).containsExactly(0, 1, 2);
    }

    @Test
    void aHeadingWithNothingBelowItIsAPassage() throws InterruptedException {
        List<Passage> passages =
                split(page(1, heading(1, "Title")), page(2, heading(1, "The end")));
        assertThat(passages).extracting(Passage::text).containsExactly("Title", "The end");
        assertThat(passages.getLast().page()).isEqualTo(2);
    }

    @Test
    void shortParagraphsOfOnePageShareAPassageAndPagesDoNot() throws InterruptedException {
        List<Passage> passages =
                split(page(1, paragraph("One."), paragraph("Two.")), page(2, paragraph("Three.")));
        assertThat(passages).extracting(Passage::text).containsExactly("One.\n\nTwo.", "Three.");
        assertThat(passages).extracting(Passage::page).containsExactly(1, 2);
    }

    @Test
    void aSentenceThatGoesOverThePageIsWholeAndStandsOnce() throws InterruptedException {
        List<Passage> passages =
                split(
                        page(1, paragraph("The bridge was built by the engi-"), margin("Page 1")),
                        page(2, margin("Report"), paragraph("neer Orla Finch. It is red.")));
        assertThat(passages.getFirst().text())
                .isEqualTo("The bridge was built by the engineer Orla Finch.");
        assertThat(passages.getFirst().page()).isEqualTo(1);
        assertThat(passages.getFirst().lastPage()).isEqualTo(2);
        assertThat(passages.getLast().text()).isEqualTo("It is red.");
    }

    @Test
    void whatStandsOnEveryPageIsLeftOut() throws InterruptedException {
        assertThat(split(page(1, margin("Confidential"), paragraph("Text.")))).hasSize(1);
        assertThat(split(page(1, margin("Confidential")))).isEmpty();
    }

    @Test
    void aLongParagraphIsCutBetweenSentencesAndOverlapsByOne() throws InterruptedException {
        String text =
                IntStream.range(0, 40)
                        .mapToObj("Sentence number %d has exactly seven words."::formatted)
                        .collect(Collectors.joining(" "));
        List<Passage> passages = split(page(1, paragraph(text)));
        assertThat(passages).hasSizeGreaterThan(4);
        for (int index = 1; index < passages.size(); index++) {
            String before = passages.get(index - 1).text();
            String last = before.substring(before.lastIndexOf("Sentence"));
            assertThat(passages.get(index).text()).startsWith(last);
            assertThat(Words.count(passages.get(index).text())).isLessThanOrEqualTo(WORDS);
        }
    }

    @Test
    void aTableIsSplitBetweenRowsWithItsHeadAgain() throws InterruptedException {
        String rows =
                IntStream.range(0, 100)
                        .mapToObj("%d | value | of | row"::formatted)
                        .collect(Collectors.joining("\n"));
        List<Passage> passages =
                split(
                        page(
                                1,
                                paragraph("Sales by year:"),
                                new Block(Block.Kind.TABLE, 0, "Year | A | B | C\n" + rows)));
        assertThat(passages)
                .hasSizeGreaterThan(2)
                .allMatch(passage -> passage.text().contains("Year | A | B | C\n"))
                .allMatch(passage -> passage.text().startsWith("Sales by year:\n\n"));
        assertThat(passages.getLast().text()).endsWith("99 | value | of | row");
    }

    @Test
    void aWordOfAMegabyteIsCut() throws InterruptedException {
        List<Passage> passages = split(page(1, paragraph("\uD83D\uDE00".repeat(500_000))));
        assertThat(passages).allMatch(passage -> passage.text().length() <= 4_000);
        assertThat(String.join("", passages.stream().map(Passage::text).toList()))
                .isEqualTo("\uD83D\uDE00".repeat(500_000));
    }

    @Test
    void emptyPagesHaveNoPassages() throws InterruptedException {
        assertThat(split(page(1), page(2), page(3))).isEmpty();
    }

    private static List<Passage> split(DocumentPage... pages) throws InterruptedException {
        return PassageSplitter.split(
                7,
                new ExtractedDocument(
                        "application/pdf",
                        List.of(pages),
                        WrittenDocuments.facts(pages.length, "en")),
                WORDS);
    }

    private static DocumentPage page(int number, Block... blocks) {
        return new DocumentPage(number, List.of(blocks), false);
    }

    private static Block heading(int level, String text) {
        return new Block(Block.Kind.HEADING, level, text);
    }

    private static Block paragraph(String text) {
        return new Block(Block.Kind.PARAGRAPH, 0, text);
    }

    private static Block margin(String text) {
        return new Block(Block.Kind.MARGIN, 0, text);
    }
}
