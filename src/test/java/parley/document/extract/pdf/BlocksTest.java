package parley.document.extract.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.junit.jupiter.api.Test;
import parley.document.Block;
import parley.document.DocumentPage;
import parley.document.ExtractedDocument;

/// What is made of the lines of a page: headings, paragraphs, lists, code, tables, margins.
final class BlocksTest {
    private static final String[] PROSE = {
        "This is a paragraph of some length that is set in the",
        "usual size, so that everything else on this page can be",
        "compared with it, and it goes on for a few more lines to",
        "leave no doubt about what the usual size is."
    };
    private static final String PROSE_TEXT = String.join(" ", PROSE);

    @Test
    void headingsAreLargerOrBoldAndTheLargestIsTheHighest() {
        String blocks =
                Pages.blocks(page -> {
                    page.text(22, 72, 760, "The title of the work");
                    page.text(15, 72, 720, "1. A chapter");
                    page.lines(11, 72, 690, 14, PROSE);
                    page.font(FontName.TIMES_BOLD).text(11, 72, 620, "1.1 A bold section");
                    page.font(FontName.TIMES_ROMAN).lines(11, 72, 600, 14, PROSE);
                    page.text(15, 72, 520, "2. Another chapter");
                    page.lines(11, 72, 490, 14, PROSE);
                });
        assertThat(blocks)
                .isEqualTo(
                        """
                        HEADING 1: The title of the work
                        HEADING 2: 1. A chapter
                        PARAGRAPH: %1$s
                        HEADING 3: 1.1 A bold section
                        PARAGRAPH: %1$s
                        HEADING 2: 2. Another chapter
                        PARAGRAPH: %1$s
                        """
                                .formatted(PROSE_TEXT));
    }

    @Test
    void paragraphsAreToldApartByDistanceIndentationOrAShortLastLine() {
        String blocks =
                Pages.blocks(page -> {
                    page.lines(11, 72, 760, 14, PROSE);
                    page.lines(11, 72, 690, 14, PROSE);
                    page.text(
                            11, 90, 634, "An indented line begins a new one, which is as long as");
                    page.lines(
                            11,
                            72,
                            620,
                            14,
                            "the others were, so that only the beginning of its first",
                            "line tells that it is new.",
                            "And a short line with a full stop was the last of one too.");
                });
        assertThat(blocks)
                .isEqualTo(
                        """
                        PARAGRAPH: %1$s
                        PARAGRAPH: %1$s
                        PARAGRAPH: An indented line begins a new one, which is as long as the others were, so that only the beginning of its first line tells that it is new.
                        PARAGRAPH: And a short line with a full stop was the last of one too.
                        """
                                .formatted(PROSE_TEXT));
    }

    @Test
    void listItemsKeepTheirNumbersAndTheirOtherLines() {
        String blocks =
                Pages.blocks(page -> {
                    page.lines(11, 72, 760, 14, PROSE);
                    page.text(11, 80, 690, "\u2022")
                            .text(11, 95, 690, "the first item is long and needs a second line");
                    page.text(11, 95, 676, "to say all of what it says");
                    page.text(11, 80, 662, "\u2022").text(11, 95, 662, "the second");
                    page.text(11, 80, 640, "1.").text(11, 95, 640, "one");
                    page.text(11, 80, 626, "2.").text(11, 95, 626, "two");
                    page.lines(11, 72, 600, 14, PROSE);
                });
        assertThat(blocks)
                .isEqualTo(
                        """
                        PARAGRAPH: %1$s
                        LIST_ITEM: \u2022 the first item is long and needs a second line to say all of what it says
                        LIST_ITEM: \u2022 the second
                        LIST_ITEM: 1. one
                        LIST_ITEM: 2. two
                        PARAGRAPH: %1$s
                        """
                                .formatted(PROSE_TEXT));
    }

    @Test
    void bulletsThatAreDrawnAreBullets() {
        String blocks =
                Pages.blocks(page -> {
                    page.lines(11, 72, 760, 14, PROSE);
                    for (int i = 0; i < 2; i++) {
                        page.stream().addRect(84, 692 - 14 * i, 4, 4);
                        page.stream().fill();
                        page.text(11, 95, 690 - 14 * i, "item number " + i);
                    }
                });
        assertThat(blocks)
                .endsWith("LIST_ITEM: \u2022 item number 0\nLIST_ITEM: \u2022 item number 1\n");
    }

    @Test
    void codeKeepsItsLinesAndItsIndentation() {
        String blocks =
                Pages.blocks(page -> {
                    page.lines(11, 72, 760, 14, PROSE);
                    page.font(FontName.COURIER)
                            .text(10, 72, 690, "while (true) {")
                            .text(10, 96, 678, "count  +=  1;")
                            .text(10, 72, 666, "}");
                });
        assertThat(blocks).endsWith("CODE: while (true) {\n    count  +=  1;\n}\n");
    }

    @Test
    void aTableHasALineForEachRow() {
        String blocks =
                Pages.blocks(page -> {
                    page.lines(11, 72, 760, 14, PROSE);
                    String[][] rows = {
                        {"Station", "Storms", "Mean pressure"},
                        {"Skerry Rock", "12", "1009.4"},
                        {"North Head", "", "1011.2"},
                        {"Gull Island", "19", ""}
                    };
                    for (int row = 0; row < rows.length; row++) {
                        page.text(11, 72, 680 - 16 * row, rows[row][0]);
                        page.text(11, 180, 680 - 16 * row, rows[row][1]);
                        page.text(11, 250, 680 - 16 * row, rows[row][2]);
                    }
                    page.lines(11, 72, 600, 14, PROSE);
                });
        assertThat(blocks)
                .isEqualTo(
                        """
                        PARAGRAPH: %1$s
                        TABLE: Station | Storms | Mean pressure
                        Skerry Rock | 12 | 1009.4
                        North Head |  | 1011.2
                        Gull Island | 19 |\s
                        PARAGRAPH: %1$s
                        """
                                .formatted(PROSE_TEXT));
    }

    @Test
    void aCellWithSeveralLinesIsOneCell() {
        String blocks =
                Pages.blocks(page -> {
                    page.text(11, 72, 700, "Name")
                            .text(11, 150, 700, "Remark")
                            .text(11, 330, 700, "Year");
                    page.text(11, 72, 676, "Anna")
                            .text(11, 150, 676, "came with the first boat")
                            .text(11, 330, 676, "1911");
                    page.text(11, 150, 663, "and left with the last");
                    page.text(11, 72, 639, "Berta")
                            .text(11, 150, 639, "stayed")
                            .text(11, 330, 639, "1912");
                });
        assertThat(blocks)
                .isEqualTo(
                        """
                        TABLE: Name | Remark | Year
                        Anna | came with the first boat and left with the last | 1911
                        Berta | stayed | 1912
                        """);
    }

    @Test
    void whatStandsOnEveryPageIsInTheMargin() {
        Pages.Writer[] writers = new Pages.Writer[5];
        for (int i = 0; i < writers.length; i++) {
            int number = i + 1;
            writers[i] =
                    page -> {
                        page.text(
                                9,
                                72,
                                810,
                                number % 2 == 0 ? "Annals of the Coast" : "Chapter on Boats");
                        page.lines(11, 72, 700, 14, PROSE);
                        page.text(11, 72, 600, "Only on page " + number + ".");
                        page.text(9, 300, 30, "- " + number + " -");
                    };
        }
        ExtractedDocument document = Pages.read(writers);
        for (DocumentPage page : document.pages()) {
            assertThat(page.text())
                    .isEqualTo(PROSE_TEXT + "\n\nOnly on page " + page.number() + ".");
            assertThat(page.blocks())
                    .extracting(Block::kind)
                    .containsExactly(
                            Block.Kind.MARGIN,
                            Block.Kind.PARAGRAPH,
                            Block.Kind.PARAGRAPH,
                            Block.Kind.MARGIN);
        }
    }

    @Test
    void aTitleAtTheTopOfOnePageStaysAndSoDoesTheYearInATable() {
        ExtractedDocument document =
                Pages.read(
                        page ->
                                page.text(18, 72, 800, "Report of the Year")
                                        .lines(11, 72, 700, 14, PROSE),
                        page ->
                                page.text(18, 72, 800, "Another Matter")
                                        .lines(11, 72, 700, 14, PROSE));
        assertThat(document.text()).contains("Report of the Year").contains("Another Matter");
    }

    @Test
    void hyphensAtTheEndsOfLinesAreUndoneUnlessTheWordHasOne() {
        String text =
                Pages.only(page ->
                                page.lines(
                                        11,
                                        72,
                                        700,
                                        14,
                                        "The well-known method was described in an intro-",
                                        "duction of the year, and it is a well-",
                                        "known fact that self-",
                                        "evident things are seldom proved by the Anglo-",
                                        "Saxon school of 1911-",
                                        "1914, as everybody knows."))
                        .text();
        assertThat(text)
                .isEqualTo(
                        "The well-known method was described in an introduction of the year, and it"
                                + " is a well-known fact that self-evident things are seldom proved by"
                                + " the Anglo-Saxon school of 1911-1914, as everybody knows.");
    }

    @Test
    void raisedDigitsStayRaisedAndLoweredOnesStayInTheirWord() {
        String text =
                Pages.only(
                                page -> {
                                    page.text(12, 72, 700, "An area of 12 m")
                                            .text(7, 148.8, 705, "2");
                                    page.text(12, 165, 700, "of H")
                                            .text(7, 184, 697, "2")
                                            .text(12, 187.6, 700, "O was seen here");
                                })
                        .text();
        assertThat(text).isEqualTo("An area of 12 m² of H2O was seen here");
    }

    @Test
    void ligaturesAreTakenApart() {
        assertThat(
                        Pages.only(page ->
                                        page.wideFont()
                                                .text(
                                                        12,
                                                        72,
                                                        700,
                                                        "The of\uFB01ce \uFB01nds other \uFB02ags"))
                                .text())
                .isEqualTo("The office finds other flags");
    }

    @Test
    void hebrewIsReadFromTheRightAndNumbersFromTheLeft() {
        // As a program writes it that puts letters where they are seen.
        String seen = new StringBuilder("שלום עולם (ספר) משנת 8491").reverse().toString();
        String text = Pages.only(page -> page.wideFont().text(12, 72, 700, seen)).text();
        assertThat(text).isEqualTo("שלום עולם (ספר) משנת 1948");
    }

    @Test
    void columnsOfHebrewBeginAtTheRight() {
        String text =
                Pages.only(
                                page -> {
                                    page.wideFont();
                                    for (int line = 0; line < 5; line++) {
                                        page.text(
                                                12,
                                                320,
                                                700 - 14 * line,
                                                reversed("המילה הראשונה בעמודה הימנית של העמוד"));
                                        page.text(
                                                12,
                                                60,
                                                700 - 14 * line,
                                                reversed("המילה השנייה בעמודה השמאלית של הדף"));
                                    }
                                })
                        .text();
        assertThat(text.indexOf("הימנית")).isLessThan(text.indexOf("השמאלית"));
        assertThat(text.lastIndexOf("הימנית")).isLessThan(text.indexOf("השמאלית"));
    }

    @Test
    void languagesOfOtherScriptsAreRead() {
        List<String> lines = List.of("Ελληνικό κείμενο", "Русский текст", "Größe und Öl, façade");
        String text =
                Pages.only(page ->
                                page.wideFont()
                                        .lines(12, 72, 700, 40, lines.toArray(String[]::new)))
                        .text();
        assertThat(text.lines().filter(line -> !line.isEmpty()).toList()).isEqualTo(lines);
    }

    private static String reversed(String text) {
        return new StringBuilder(text).reverse().toString();
    }
}
