package parley.document.extract.pdf;

import java.util.ArrayList;
import java.util.List;

/// Finds the columns and tables of a page, and the order in which its parts are read.
///
/// A recursive division by white space, as in the X-Y cut of Nagy and Seth (1984), with one
/// difference: a page is divided into bands of neighbouring strips that the same gutters run
/// through, so that what spans the columns (a heading, a figure's caption) ends a band and does not
/// hide the gutters above and below it. That gutters are tall white rectangles with text on both
/// sides is from Breuel, "Two Geometric Algorithms for Layout Analysis" (2002).
final class PageLayout {
    private static final int DEEPEST = 8;

    private final boolean rightToLeft;
    private final List<Area> areas = new ArrayList<>();
    private final List<Word> flowing = new ArrayList<>();

    private PageLayout(boolean rightToLeft) {
        this.rightToLeft = rightToLeft;
    }

    /// @param rightToLeft whether the page is read from the right
    static List<Area> of(List<Word> words, boolean rightToLeft) {
        PageLayout layout = new PageLayout(rightToLeft);
        layout.divide(words, 0);
        layout.flow();
        return layout.areas;
    }

    private void divide(List<Word> words, int depth) {
        if (words.isEmpty()) {
            return;
        }
        double size = Lines.usualSize(words);
        List<Strip> strips = Strip.of(words);
        Strip.Span within =
                new Strip.Span(
                        strips.stream().mapToDouble(Strip::left).min().orElse(0),
                        strips.stream().mapToDouble(Strip::right).max().orElse(0));
        int next = 0;
        while (next < strips.size()) {
            Band band =
                    depth < DEEPEST
                            ? Band.at(strips, next, within, size)
                            : new Band(next, next + 1, List.of());
            if (band.gutters().isEmpty()) {
                flowing.addAll(strips.get(next).words());
                next++;
                continue;
            }
            Columns columns = Columns.of(strips.subList(next, band.end()), band.gutters(), within);
            if (columns.isOne()) {
                flowing.addAll(strips.get(next).words());
                next++;
                continue;
            }
            place(columns, takeBack(strips, next, columns), depth);
            next = band.end();
        }
    }

    private void place(Columns columns, List<Word> before, int depth) {
        flow();
        if (columns.isTable()) {
            flowing.addAll(before);
            flow();
            areas.add(new Area.Grid(TableRows.of(columns, rightToLeft), columns.size()));
            return;
        }
        List<List<Word>> parts = new ArrayList<>(columns.with(before));
        for (List<Word> column : rightToLeft ? parts.reversed() : parts) {
            divide(column, depth + 1);
            flow();
        }
    }

    // Lines above the first that stands beside another one: of a column that begins higher than the
    // first one.
    private List<Word> takeBack(List<Strip> strips, int first, Columns columns) {
        int from = first;
        for (int i = first - 1; i >= 0 && columns.isBesideGutters(strips.get(i)); i--) {
            if (!flowing.containsAll(strips.get(i).words())) {
                break;
            }
            if (columns.isBehindFirst(strips.get(i), rightToLeft)) {
                from = i;
            }
        }
        List<Word> taken = new ArrayList<>();
        for (Strip strip : strips.subList(from, first)) {
            taken.addAll(strip.words());
        }
        flowing.removeAll(taken);
        return taken;
    }

    private void flow() {
        if (!flowing.isEmpty()) {
            areas.add(new Area.Flow(Lines.of(flowing)));
            flowing.clear();
        }
    }

    /// Whether most of its letters belong to scripts that run from right to left.
    static boolean isRightToLeft(List<Word> words) {
        if (words.stream().noneMatch(word -> Letters.hasRightToLeft(word.visual()))) {
            return false;
        }
        int right = 0;
        int left = 0;
        for (Word word : words) {
            right += LineText.count(word.visual(), true);
            left += LineText.count(word.visual(), false);
        }
        return right > left;
    }
}
