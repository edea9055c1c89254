package parley.document.extract.pdf;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.jspecify.annotations.Nullable;

/// What a content stream says about its glyphs (ISO 32000-1, 14.8.2.2 and 14.9.4): which belong to
/// the page's margins, and what a few of them really mean.
final class MarkedContent {
    // A longer text would lose the places of its words.
    private static final int LONGEST_REPLACED = 8;
    private static final COSName PAGINATION = COSName.getPDFName("Pagination");

    private final Deque<Sequence> open = new ArrayDeque<>();
    private int margins;

    /// @param meant what its glyphs mean together; null if they mean what they show
    private record Sequence(boolean margin, @Nullable String meant, List<Placed> placed) {}

    private record Placed(Glyph glyph, GlyphSheet.Side side) {}

    void clear() {
        open.clear();
        margins = 0;
    }

    void begin(COSName tag, @Nullable COSDictionary properties) {
        boolean margin =
                COSName.ARTIFACT.equals(tag)
                        && properties != null
                        && PAGINATION.equals(properties.getCOSName(COSName.TYPE));
        @Nullable String meant =
                properties == null ? null : properties.getString(COSName.ACTUAL_TEXT);
        // Of sequences in one another the outermost counts.
        boolean inside = open.stream().anyMatch(sequence -> sequence.meant() != null);
        open.push(new Sequence(margin, inside ? null : meant, new ArrayList<>()));
        margins += margin ? 1 : 0;
    }

    void end() {
        if (open.isEmpty()) {
            return;
        }
        Sequence ended = open.pop();
        List<Placed> placed = ended.placed();
        if (ended.meant() != null && !placed.isEmpty()) {
            boolean few = placed.size() <= LONGEST_REPLACED;
            boolean one =
                    placed.stream().map(Placed::side).distinct().count() == 1 && onOneLine(placed);
            if (few && one) {
                Glyph first = placed.getFirst().glyph();
                Glyph last = placed.getLast().glyph();
                String text = Letters.clean(ended.meant());
                if (!text.isEmpty()) {
                    keep(merged(first, last, text), placed.getFirst().side());
                }
            } else {
                placed.forEach(each -> keep(each.glyph(), each.side()));
            }
        }
        margins -= ended.margin() ? 1 : 0;
    }

    private static Glyph merged(Glyph first, Glyph last, String text) {
        return new Glyph(
                text,
                Math.min(first.left(), last.left()),
                Math.max(first.right(), last.right()),
                first.baseline(),
                first.size(),
                first.face());
    }

    private static boolean onOneLine(List<Placed> placed) {
        double baseline = placed.getFirst().glyph().baseline();
        return placed.stream()
                .allMatch(each ->
                        Math.abs(each.glyph().baseline() - baseline) < each.glyph().size() / 2);
    }

    void place(Glyph glyph, GlyphSheet.Side side) {
        for (Sequence sequence : open) {
            if (sequence.meant() != null) {
                sequence.placed().add(new Placed(glyph, side));
                return;
            }
        }
        keep(glyph, side);
    }

    private void keep(Glyph glyph, GlyphSheet.Side side) {
        (margins > 0 ? side.margin : side.glyphs).add(glyph);
    }
}
