package parley.bench.documents;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import parley.document.Block;
import parley.document.ExtractedDocument;
import parley.document.extract.bound.Bounds;
import parley.document.extract.pdf.PageRecognition;
import parley.document.extract.pdf.PdfReader;

final class SampleDocumentsTest {
    private static final Bounds BOUNDS =
            new Bounds(100, 1_000_000, 256, java.time.Duration.ofMinutes(1));

    @ParameterizedTest
    @EnumSource
    void aSampleHasThePagesAndTheLayoutThatItsNameSays(SampleDocuments.Layout layout)
            throws Exception {
        ExtractedDocument document =
                new PdfReader(BOUNDS, PageRecognition.NONE).read(SampleDocuments.make(layout, 3));
        assertThat(document.pages())
                .hasSize(3)
                .allSatisfy(page ->
                        assertThat(page.blocks())
                                .extracting(Block::kind)
                                .startsWith(Block.Kind.HEADING)
                                .contains(
                                        switch (layout) {
                                            case PROSE, TWO_COLUMNS -> Block.Kind.PARAGRAPH;
                                            case TABLES -> Block.Kind.TABLE;
                                        })
                                .endsWith(Block.Kind.MARGIN));
    }
}
