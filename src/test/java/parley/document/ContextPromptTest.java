package parley.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/// The words in which documents go to a model.
final class ContextPromptTest {
    private final Shelf shelf = new Shelf();
    private final StoredDocument document = shelf.add(1, "a \"b\" c.pdf", "One.", "Two.");

    @Test
    void everyPieceStandsBetweenFencesWithItsFileAndPages() {
        Source piece =
                new Source(
                        2,
                        1,
                        document.filename(),
                        3,
                        4,
                        false,
                        OptionalDouble.of(1.5),
                        List.of("Part", "Chapter"),
                        "Some text.");

        String prompt =
                ContextPrompt.of(
                        new QuestionContext(
                                List.of(document),
                                List.of(piece),
                                List.of(new LeftOut(document, 7, 3))),
                        "FENCE");

        assertThat(prompt)
                .contains(
                        """

                        [2] "a 'b' c.pdf", p. 3 to 4
                        <<<FENCE
                        (under: Part > Chapter)
                        Some text.
                        FENCE>>>
                        """)
                .contains("no room for 7 passages of \"a 'b' c.pdf\"")
                .contains("[file, p. N]");
    }

    @Test
    void whereAllIsQuotedNothingIsSaidToBeLeftOut() {
        Source whole =
                new Source(
                        1,
                        1,
                        document.filename(),
                        1,
                        2,
                        true,
                        OptionalDouble.empty(),
                        List.of(),
                        "One. Two.");

        String prompt =
                ContextPrompt.of(
                        new QuestionContext(List.of(), List.of(whole), List.of()), "FENCE");

        assertThat(prompt)
                .contains("[1] all of \"a 'b' c.pdf\", pages 1 to 2")
                .doesNotContain("no room");
    }

    @Test
    void pagesThatCannotBeReadAreNamed() {
        StoredDocument scan = shelf.addScan(2, "scan.pdf", List.of(3, 4));

        String prompt =
                ContextPrompt.of(
                        new QuestionContext(List.of(document, scan), List.of(), List.of()),
                        "FENCE");

        assertThat(prompt)
                .contains("Of \"scan.pdf\", these pages hold pictures")
                .contains("could be read: 3, 4.")
                .doesNotContain("Of \"a");
    }

    @Test
    void percentSignsInDocumentsAreText() {
        Source odd =
                new Source(
                        1,
                        1,
                        "100%s.pdf",
                        1,
                        1,
                        false,
                        OptionalDouble.empty(),
                        List.of("%d"),
                        "Up %n by 5%.");

        assertThat(
                        ContextPrompt.of(
                                new QuestionContext(List.of(), List.of(odd), List.of()), "FENCE"))
                .contains("\"100%s.pdf\", p. 1")
                .contains("(under: %d)")
                .contains("Up %n by 5%.");
    }
}
