package parley.document.extract.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.util.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ReadingOrderTest {
    private static final String SYLLABLES =
            "la me ni so tu ra be di fo gu ka pe vi zo nu sta tre bli";

    /// No word stands twice, so that none can hide behind another; some are long and most are
    /// short.
    private static String words(Random random, int from, int count) {
        String[] syllables = SYLLABLES.split(" ");
        return IntStream.range(from, from + count)
                .mapToObj(number -> {
                    StringBuilder word = new StringBuilder();
                    for (int i = random.nextInt(4); i > 0; i--) {
                        word.append(syllables[random.nextInt(syllables.length)]);
                    }
                    return word + Integer.toString(number, 36);
                })
                .collect(Collectors.joining(" "));
    }

    private static String flat(String text) {
        return text.replaceAll("\\s+", " ");
    }

    @ParameterizedTest
    @CsvSource({"1,450,0", "2,230,20", "2,234,12", "3,150,18", "3,153,12", "4,110,15"})
    void columnsAreReadOneAfterAnother(int columns, int width, int gap) {
        for (int seed = 0; seed < 8; seed++) {
            Random random = new Random(seed);
            List<String> said = new ArrayList<>();
            String text =
                    Pages.only(
                                    page -> {
                                        for (int column = 0; column < columns; column++) {
                                            String words =
                                                    words(
                                                            random,
                                                            1000 * (column + 1),
                                                            60 + random.nextInt(60));
                                            said.add(words);
                                            page.justified(
                                                    9 + random.nextInt(2),
                                                    60 + column * (width + gap),
                                                    720 - random.nextInt(6),
                                                    width,
                                                    words);
                                        }
                                    })
                            .text();
            assertThat(flat(text)).as("seed %d", seed).isEqualTo(String.join(" ", said));
        }
    }

    @Test
    void theOrderInWhichAPageWasWrittenDoesNotMatter() {
        String left = words(new Random(1), 1000, 90);
        String right = words(new Random(2), 2000, 80);
        String text =
                Pages.only(
                                page -> {
                                    page.justified(10, 310, 700, 220, right);
                                    page.text(10, 60, 60, "below all of it");
                                    page.justified(10, 60, 700, 220, left);
                                    page.text(20, 60, 760, "Above all of it");
                                })
                        .text();
        assertThat(flat(text))
                .isEqualTo("Above all of it " + left + " " + right + " below all of it");
    }

    @Test
    void aHeadingOverTheColumnsEndsThoseAboveIt() {
        String[] parts = new String[4];
        for (int part = 0; part < 4; part++) {
            parts[part] = "Part " + words(new Random(part), 1000 * (part + 1), 50) + ".";
        }
        String blocks =
                Pages.blocks(page -> {
                    page.justified(10, 60, 740, 220, parts[0]);
                    page.justified(10, 310, 740, 220, parts[1]);
                    page.font(FontName.HELVETICA_BOLD)
                            .text(14, 60, 560, "A heading from side to side of both columns here");
                    page.font(FontName.TIMES_ROMAN).justified(10, 60, 530, 220, parts[2]);
                    page.justified(10, 310, 530, 220, parts[3]);
                });
        assertThat(blocks)
                .isEqualTo(
                        "PARAGRAPH: %s\nPARAGRAPH: %s\nHEADING 1: A heading from side to side of both columns here\nPARAGRAPH: %s\nPARAGRAPH: %s\n"
                                .formatted((Object[]) parts));
    }

    @Test
    void aParagraphGoesOnInTheNextColumn() {
        String blocks =
                Pages.blocks(page -> {
                    page.lines(
                            10,
                            60,
                            700,
                            12,
                            "Here a sentence of some length begins",
                            "that fills the first column of text,",
                            "line after line, and then it goes");
                    page.lines(
                            10,
                            310,
                            700,
                            12,
                            "on in the second column of the page,",
                            "until it comes to its end in a line",
                            "which is the last.");
                });
        assertThat(blocks)
                .isEqualTo(
                        "PARAGRAPH: Here a sentence of some length begins that fills the first"
                                + " column of text, line after line, and then it goes on in the second"
                                + " column of the page, until it comes to its end in a line which is"
                                + " the last.\n");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 90, 180, 270})
    void aTurnedPageIsReadAsItIsShown(int degrees) {
        String left = words(new Random(1), 1000, 40);
        String right = words(new Random(2), 2000, 40);
        String text =
                Pages.only(
                                page -> {
                                    page.page().setRotation(degrees);
                                    page.justified(10, 60, 700, 220, left);
                                    page.justified(10, 310, 700, 220, right);
                                })
                        .text();
        assertThat(flat(text)).isEqualTo(left + " " + right);
    }

    @ParameterizedTest
    @ValueSource(ints = {90, 180, 270})
    void textThatIsTurnedIsReadAlongItsOwnLines(int degrees) {
        String text =
                Pages.only(
                                page -> {
                                    for (int line = 0; line < 3; line++) {
                                        Matrix matrix =
                                                Matrix.getRotateInstance(
                                                        Math.toRadians(degrees), 300, 400);
                                        matrix.translate(0, -14 * line);
                                        page.text(
                                                11,
                                                matrix,
                                                "Line number " + line + " of the turned text");
                                    }
                                })
                        .text();
        assertThat(flat(text))
                .isEqualTo(
                        "Line number 0 of the turned text Line number 1 of the turned text Line"
                                + " number 2 of the turned text");
    }

    @Test
    void textAcrossThePageDoesNotGetIntoTheLines() {
        String said = words(new Random(5), 1000, 200);
        String blocks =
                Pages.blocks(page -> {
                    page.justified(11, 60, 740, 450, said);
                    page.text(60, Matrix.getRotateInstance(Math.toRadians(45), 150, 500), "DRAFT");
                });
        assertThat(blocks).contains("PARAGRAPH: " + said + "\n").contains(": DRAFT\n");
    }

    @Test
    void whatIsDrawnTwiceToLookBoldIsReadOnce() {
        assertThat(
                        Pages.only(
                                        page -> {
                                            page.text(12, 72, 700, "Struck twice");
                                            page.text(12, 72.4, 700, "Struck twice");
                                        })
                                .text())
                .isEqualTo("Struck twice");
    }

    @Test
    void whatLiesOutsideThePageIsNotRead() {
        assertThat(
                        Pages.only(
                                        page -> {
                                            page.text(12, 72, 700, "Inside");
                                            page.text(12, 2000, 700, "Outside");
                                            page.text(12, 72, -300, "Below");
                                        })
                                .text())
                .isEqualTo("Inside");
    }

    @Test
    void lettersThatArePlacedOneByOneAreWords() {
        assertThat(
                        Pages.only(
                                        page -> {
                                            double x = 72;
                                            for (char letter : "placed one by one".toCharArray()) {
                                                if (letter != ' ') {
                                                    page.font(FontName.COURIER)
                                                            .text(10, x, 700, "" + letter);
                                                }
                                                x += 6;
                                            }
                                        })
                                .text())
                .isEqualTo("placed one by one");
    }

    @Test
    void footnotesDoNotGetIntoTheColumnBesideThem() {
        String left = words(new Random(1), 1000, 60) + " end.";
        String right = words(new Random(2), 2000, 100);
        String text =
                Pages.only(
                                page -> {
                                    double y = page.justified(10, 60, 700, 220, left);
                                    page.text(5, 60, y - 19, "1");
                                    page.text(8, 64, y - 22, "A note below the first column");
                                    page.justified(10, 310, 700, 220, right);
                                })
                        .text();
        assertThat(flat(text))
                .contains(left + " ")
                .contains(" ¹ A note below the first column " + right);
    }

    @Test
    void aLargeInitialBelongsToItsWord() {
        String text =
                Pages.only(
                                page -> {
                                    page.text(34, 60, 674, "O");
                                    page.lines(
                                            11,
                                            88,
                                            700,
                                            13,
                                            "nce upon a time there was a page whose first letter",
                                            "was three lines high, as in old books and in new",
                                            "magazines, and nobody could read it by machine.");
                                    page.lines(
                                            11,
                                            60,
                                            661,
                                            13,
                                            "The next line begins at the edge of the page again.");
                                })
                        .text();
        assertThat(text)
                .startsWith(
                        "Once upon a time there was a page whose first letter was three lines"
                                + " high");
    }
}
