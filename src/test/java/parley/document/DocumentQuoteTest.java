package parley.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import parley.settings.SettingValues;

/// Documents inside messages.
final class DocumentQuoteTest {
    private final Shelf shelf = new Shelf();

    private static DocumentQuote quote(int mostWords) {
        return new DocumentQuote(
                text -> text.split("\\s+").length,
                DocumentSettings.from(
                        new SettingValues(
                                Map.of("documents.context.tokens", String.valueOf(mostWords)))));
    }

    @Test
    void theSameDocumentIsAlwaysQuotedInTheSameWords() {
        ExtractedDocument text = shelf.text(shelf.add(1, "a", "One.", "Two."));

        String quoted = quote(1000).of("../a.pdf", text);

        assertThat(quoted)
                .isEqualTo(quote(1000).of("../a.pdf", text))
                .contains("The file \"a.pdf\"")
                .contains("— page 1 —\nOne.\n\n— page 2 —\nTwo.\nDOCUMENT-")
                .doesNotContain("room");
    }

    @Test
    void ofALongOneTheFirstPagesStay() {
        String page = "word ".repeat(150).strip();
        ExtractedDocument text = shelf.text(shelf.add(1, "a", page, page, page));

        assertThat(quote(400).of("a.pdf", text))
                .contains("— page 2 —")
                .doesNotContain("— page 3 —")
                .contains("There was room for 2 of its 3 pages only.");
    }
}
