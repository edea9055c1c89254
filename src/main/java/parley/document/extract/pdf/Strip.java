package parley.document.extract.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A part of a page over its whole width, between two gaps that nothing crosses.
///
/// @param words in it, the leftmost first
/// @param spans the parts of its width with words in them, from left to right
record Strip(List<Word> words, double top, double bottom, List<Span> spans) {
    /// A part of a page's width.
    record Span(double left, double right) {
        double width() {
            return right - left;
        }
    }

    /// The strips of words, from top to bottom: the projection of their boxes on the vertical axis.
    static List<Strip> of(List<Word> words) {
        List<Word> sorted = words.stream().sorted(Comparator.comparingDouble(Word::top)).toList();
        List<Strip> strips = new ArrayList<>();
        List<Word> open = new ArrayList<>();
        double bottom = Double.NEGATIVE_INFINITY;
        for (Word word : sorted) {
            if (word.top() > bottom && !open.isEmpty()) {
                strips.add(strip(open));
                open = new ArrayList<>();
            }
            open.add(word);
            bottom = Math.max(bottom, word.bottom());
        }
        if (!open.isEmpty()) {
            strips.add(strip(open));
        }
        return strips;
    }

    private static Strip strip(List<Word> words) {
        words.sort(Comparator.comparingDouble(Word::left));
        double top = Double.POSITIVE_INFINITY;
        double bottom = Double.NEGATIVE_INFINITY;
        List<Span> spans = new ArrayList<>();
        for (Word word : words) {
            top = Math.min(top, word.top());
            bottom = Math.max(bottom, word.bottom());
            if (!spans.isEmpty() && word.left() <= spans.getLast().right()) {
                Span last = spans.removeLast();
                spans.add(new Span(last.left(), Math.max(last.right(), word.right())));
            } else {
                spans.add(new Span(word.left(), word.right()));
            }
        }
        return new Strip(words, top, bottom, spans);
    }

    double left() {
        return spans.getFirst().left();
    }

    double right() {
        return spans.getLast().right();
    }

    /// The parts of a width that nothing of it is in.
    List<Span> whites(Span within, double least) {
        List<Span> whites = new ArrayList<>();
        double from = within.left();
        for (Span span : spans) {
            if (span.left() - from >= least) {
                whites.add(new Span(from, span.left()));
            }
            from = Math.max(from, span.right());
        }
        if (within.right() - from >= least) {
            whites.add(new Span(from, within.right()));
        }
        return whites;
    }

    boolean isOnBothSidesOf(Span white) {
        return left() < white.left() && right() > white.right();
    }

    double height() {
        return bottom - top;
    }
}
