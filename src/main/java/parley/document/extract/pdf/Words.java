package parley.document.extract.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Puts glyphs together to words, in the order in which they were written.
final class Words {
    // Of the font's size. The narrowest space in justified text is about 0.18; kerning stays below
    // 0.1.
    static final double SPACE = 0.16;
    private static final double BACKWARDS = 0.35;
    private static final double SAME_BASELINE = 0.12;
    private static final double SAME_SIZE = 0.1;
    private static final double SAME_PLACE = 0.2;
    private static final int MOST_COMPARED = 100;

    private final List<Word> words = new ArrayList<>();
    private final List<Glyph> open = new ArrayList<>();
    private final Map<String, List<Word>> drawn = new HashMap<>();
    private boolean spaced;
    private boolean openSpaced;

    private Words() {}

    static List<Word> of(List<Glyph> glyphs) {
        Words words = new Words();
        glyphs.forEach(words::add);
        words.close();
        return words.words;
    }

    private void add(Glyph glyph) {
        if (glyph.text().isBlank() || glyph.text().equals("\u00A0")) {
            close();
            spaced = true;
            return;
        }
        if (!open.isEmpty() && !continues(open.getLast(), glyph)) {
            close();
        }
        if (open.isEmpty()) {
            openSpaced = spaced;
            spaced = false;
        }
        open.add(glyph);
    }

    private static boolean continues(Glyph last, Glyph next) {
        double size = Math.min(last.size(), next.size());
        double gap = next.left() - last.right();
        return Math.abs(next.baseline() - last.baseline()) <= SAME_BASELINE * size
                && Math.abs(next.size() - last.size()) <= SAME_SIZE * size
                && next.face().equals(last.face())
                && gap < SPACE * size
                && gap > -BACKWARDS * size;
    }

    private void close() {
        if (open.isEmpty()) {
            return;
        }
        Word word = word();
        open.clear();
        if (!isDrawnAgain(word)) {
            words.add(word);
        }
    }

    private Word word() {
        Glyph first = open.getFirst();
        double left = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        for (Glyph glyph : open) {
            left = Math.min(left, Math.min(glyph.left(), glyph.right()));
            right = Math.max(right, Math.max(glyph.left(), glyph.right()));
        }
        return new Word(
                visual(), left, right, first.baseline(), first.size(), first.face(), openSpaced);
    }

    private String visual() {
        boolean rightToLeft = open.stream().anyMatch(glyph -> Letters.hasRightToLeft(glyph.text()));
        if (rightToLeft) {
            open.sort(Comparator.comparingDouble(Glyph::left));
        }
        StringBuilder text = new StringBuilder();
        for (Glyph glyph : open) {
            text.append(
                    Letters.hasRightToLeft(glyph.text())
                            ? new StringBuilder(glyph.text()).reverse()
                            : glyph.text());
        }
        return text.toString();
    }

    // Bold is often made by drawing everything twice, a hair apart; shadows too.
    private boolean isDrawnAgain(Word word) {
        List<Word> same = drawn.computeIfAbsent(word.visual(), _ -> new ArrayList<>(1));
        double near = SAME_PLACE * word.size();
        for (Word other : same.subList(Math.max(0, same.size() - MOST_COMPARED), same.size())) {
            if (Math.abs(other.left() - word.left()) < near
                    && Math.abs(other.baseline() - word.baseline()) < near) {
                return true;
            }
        }
        same.add(word);
        return false;
    }
}
