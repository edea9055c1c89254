package parley.document.extract.pdf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.IdentityHashMap;
import java.util.List;
import org.apache.pdfbox.contentstream.PDFStreamEngine;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.state.PDGraphicsState;
import org.apache.pdfbox.pdmodel.graphics.state.PDTextState;
import org.apache.pdfbox.util.Matrix;
import org.jspecify.annotations.Nullable;

/// Runs the content streams of pages and notes what they write and where (ISO 32000-1, 9.4.4).
/// Draws nothing and decodes no picture.
final class GlyphReader extends PDFStreamEngine {
    private static final double PERCENT = 100;
    // Twenty times what the densest page of a newspaper has.
    private static final int MOST_GLYPHS = 400_000;

    private final IdentityHashMap<COSBase, FontCodes> fonts = new IdentityHashMap<>();
    private final MarkedContent marked = new MarkedContent();
    private final Shape shape = new Shape();
    private GlyphSheet sheet = new GlyphSheet(new org.apache.pdfbox.pdmodel.common.PDRectangle());
    private boolean pictured;
    private int glyphs;

    GlyphReader() {
        TextOperators.addTo(this, this::picture);
        PathOperators.addTo(this, shape, this::filled);
    }

    /// What a page writes, and whether it shows a picture.
    record Sheet(GlyphSheet glyphs, boolean pictured) {}

    /// @throws IOException if its content is damaged beyond repair
    Sheet read(PDPage page) throws IOException {
        sheet = new GlyphSheet(page.getCropBox());
        pictured = false;
        glyphs = 0;
        marked.clear();
        shape.clear();
        processPage(page);
        return new Sheet(sheet, pictured);
    }

    private void filled() {
        if (shape.isMark()) {
            GlyphSheet.Side upright = sheet.side(0);
            Frame box =
                    Frame.NONE
                            .with(upright.across(shape.left(), 0), upright.down(0, shape.low()))
                            .with(
                                    upright.across(shape.right(), 0),
                                    upright.down(0, shape.low() + shape.height()));
            upright.marks.add(box);
        }
    }

    private void picture() {
        pictured = true;
    }

    @Override
    protected void showText(byte[] string) throws IOException {
        PDGraphicsState state = getGraphicsState();
        PDTextState text = state.getTextState();
        @Nullable PDFont font = text.getFont();
        @Nullable Matrix textMatrix = getTextMatrix();
        if (font == null || textMatrix == null) {
            return;
        }
        FontCodes codes = fonts.computeIfAbsent(font.getCOSObject(), _ -> new FontCodes(font));
        Matrix matrix = textMatrix.multiply(state.getCurrentTransformationMatrix());
        Pen pen = new Pen(matrix, text, font.isVertical(), codes);
        ByteArrayInputStream input = new ByteArrayInputStream(string);
        while (input.available() > 0) {
            int before = input.available();
            int code = codes.font().readCode(input);
            int length = before - input.available();
            if (length <= 0) {
                break;
            }
            pen.show(code, length);
        }
        textMatrix.translate((float) pen.across, (float) pen.down);
    }

    /// Moves along one string.
    private final class Pen {
        private final Matrix matrix;
        private final boolean vertical;
        private final FontCodes codes;
        private final double fontSize;
        private final double stretch;
        private final double rise;
        private final double characterSpacing;
        private final double wordSpacing;
        private final double size;
        private final GlyphSheet.Side side;
        private double across;
        private double down;

        Pen(Matrix matrix, PDTextState text, boolean vertical, FontCodes codes) {
            this.matrix = matrix;
            this.vertical = vertical;
            this.codes = codes;
            fontSize = text.getFontSize();
            stretch = text.getHorizontalScaling() / PERCENT;
            rise = text.getRise();
            characterSpacing = text.getCharacterSpacing();
            wordSpacing = text.getWordSpacing();
            size =
                    Math.abs(fontSize)
                            * codes.scale()
                            * Math.hypot(matrix.getShearX(), matrix.getScaleY());
            side = sheet.side(angle());
        }

        private double angle() {
            double forward = Math.signum(fontSize) * (vertical ? -1 : Math.signum(stretch));
            return vertical
                    ? Math.atan2(forward * matrix.getScaleY(), forward * matrix.getShearX())
                    : Math.atan2(forward * matrix.getShearY(), forward * matrix.getScaleX());
        }

        void show(int code, int length) {
            FontCodes.Code meant = codes.of(code);
            double beginX = x();
            double beginY = y();
            double spacing = characterSpacing + (length == 1 && code == ' ' ? wordSpacing : 0);
            if (vertical) {
                down += meant.down() * fontSize + spacing;
            } else {
                across += (meant.across() * fontSize + spacing) * stretch;
            }
            if (!meant.text().isEmpty()) {
                note(meant.text(), beginX, beginY);
            }
        }

        private void note(String text, double beginX, double beginY) {
            double left = side.across(beginX, beginY);
            double right = side.across(x(), y());
            double baseline = side.down(beginX, beginY);
            boolean usable = size > 0 && Double.isFinite(left + right + baseline + size);
            if (usable && side.frame.holds((left + right) / 2, baseline - size / 4)) {
                Glyph glyph = new Glyph(text, left, right, baseline, size, codes.face());
                count();
                marked.place(glyph, side);
            }
        }

        private double x() {
            return matrix.getScaleX() * across
                    + matrix.getShearX() * (down + rise)
                    + matrix.getTranslateX();
        }

        private double y() {
            return matrix.getShearY() * across
                    + matrix.getScaleY() * (down + rise)
                    + matrix.getTranslateY();
        }
    }

    private void count() {
        glyphs++;
        if (glyphs > MOST_GLYPHS) {
            throw new CrowdedException();
        }
    }

    /// A page with more on it than anybody could read.
    static final class CrowdedException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @Override
    public void beginMarkedContentSequence(COSName tag, @Nullable COSDictionary properties) {
        marked.begin(tag, properties);
    }

    @Override
    public void endMarkedContentSequence() {
        marked.end();
    }

    @Override
    protected void unsupportedOperator(Operator operator, List<COSBase> operands) {
        if (operator.getName().equals(OperatorName.BEGIN_INLINE_IMAGE)) {
            pictured = true;
        }
    }

    @Override
    protected void operatorException(
            Operator operator, List<COSBase> operands, IOException failure) {
        // What one operator fails at need not hide the rest of the page.
    }
}
