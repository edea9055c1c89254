package parley.document.extract.pdf;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import parley.document.Block.Kind;

/// Draws pages that have no text, and has them read.
final class PagePictures {
    // What Tesseract's makers ask for.
    private static final int RESOLUTION = 300;
    private static final int LEAST_RESOLUTION = 72;
    private static final double MOST_PIXELS = 12e6;
    private static final double POINTS_AN_INCH = 72;

    private final PDDocument document;
    private final PDFRenderer renderer;
    private final PageRecognition recognition;

    PagePictures(PDDocument document, PageRecognition recognition) {
        this.document = document;
        this.recognition = recognition;
        renderer = new PDFRenderer(document);
        renderer.setSubsamplingAllowed(true);
    }

    /// The paragraphs of a page; none if it cannot be read.
    ///
    /// @param index from 0
    List<Draft> drafts(int index) {
        if (PageRecognition.NONE.equals(recognition)) {
            return List.of();
        }
        PDRectangle box = document.getPage(index).getCropBox();
        double inches = box.getWidth() / POINTS_AN_INCH * (box.getHeight() / POINTS_AN_INCH);
        int resolution =
                (int) Math.min(RESOLUTION, Math.sqrt(MOST_PIXELS / Math.max(1e-3, inches)));
        if (resolution < LEAST_RESOLUTION) {
            return List.of();
        }
        try {
            BufferedImage picture = renderer.renderImageWithDPI(index, resolution, ImageType.GRAY);
            return drafts(recognition.text(picture, resolution));
        } catch (IOException | RuntimeException e) {
            return List.of();
        }
    }

    static List<Draft> drafts(String recognised) {
        List<Draft> drafts = new ArrayList<>();
        for (String paragraph : recognised.split("\\n\\s*\\n", -1)) {
            String text = "";
            for (String line : paragraph.lines().map(String::strip).toList()) {
                text = LineBreaks.joined(text, Letters.clean(line));
            }
            if (!text.isBlank()) {
                drafts.add(Draft.of(Kind.PARAGRAPH, text));
            }
        }
        return drafts;
    }
}
