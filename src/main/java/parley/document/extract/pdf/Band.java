package parley.document.extract.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/// Neighbouring strips that the same gutters run through: white from top to bottom, with text on
/// both sides.
///
/// @param first the index of the first strip
/// @param end the index after the last
/// @param gutters from left to right
record Band(int first, int end, List<Strip.Span> gutters) {
    // Of the size of the letters.
    private static final double NARROWEST = 0.7;
    private static final double WIDE = 1;
    private static final double VERY_WIDE = 2.8;
    private static final double NARROW_COLUMN = 18;
    private static final double LINE = 1.2;
    private static final double BEFORE_HEADING = 1.3;
    private static final double HEADING = 1.12;
    // How many lines must stand on both sides.
    private static final int LINES_BESIDE_NARROW = 4;
    private static final int LINES_BESIDE_WIDE = 3;
    private static final int LINES_BESIDE_VERY_WIDE = 2;

    /// White that may be a gutter, and how many lines speak for it.
    private record Candidate(Strip.Span white, int lines) {}

    /// The longest band that begins with a strip; without gutters if none does.
    static Band at(List<Strip> strips, int first, Strip.Span within, double size) {
        double least = NARROWEST * size;
        List<Candidate> candidates = new ArrayList<>();
        for (Strip.Span white : strips.get(first).whites(within, least)) {
            candidates.add(new Candidate(white, lines(strips.get(first), white, size)));
        }
        int end = first + 1;
        if (candidates.stream().allMatch(candidate -> candidate.lines() == 0)) {
            return new Band(first, end, List.of());
        }
        while (end < strips.size()) {
            List<Candidate> next = narrowed(candidates, strips.get(end), within, least, size);
            if (next.stream().allMatch(candidate -> candidate.lines() == 0)
                    || losesSure(candidates, next, within, size)) {
                break;
            }
            candidates = next;
            end++;
        }
        List<Strip.Span> gutters =
                candidates.stream()
                        .filter(candidate -> isSure(candidate, within, size))
                        .map(Candidate::white)
                        .toList();
        return new Band(first, end, gutters).withoutWhatFollows(strips, size);
    }

    // The spaces of justified text can be wide, and two of them can stand above one another.
    private static boolean isSure(Candidate candidate, Strip.Span within, double size) {
        double width = candidate.white().width() / size;
        if (width >= VERY_WIDE && within.width() >= NARROW_COLUMN * size) {
            return candidate.lines() >= LINES_BESIDE_VERY_WIDE;
        }
        return candidate.lines() >= (width >= WIDE ? LINES_BESIDE_WIDE : LINES_BESIDE_NARROW);
    }

    // A gutter that many lines speak for is not given up for one that a few do.
    private static boolean losesSure(
            List<Candidate> before, List<Candidate> after, Strip.Span within, double size) {
        boolean had = before.stream().anyMatch(candidate -> isSure(candidate, within, size));
        return had && after.stream().noneMatch(candidate -> isSure(candidate, within, size));
    }

    private static List<Candidate> narrowed(
            List<Candidate> candidates, Strip strip, Strip.Span within, double least, double size) {
        List<Candidate> next = new ArrayList<>();
        List<Strip.Span> whites = strip.whites(within, least);
        for (Candidate candidate : candidates) {
            for (Strip.Span white : whites) {
                double left = Math.max(candidate.white().left(), white.left());
                double right = Math.min(candidate.white().right(), white.right());
                if (right - left >= least) {
                    Strip.Span both = new Strip.Span(left, right);
                    next.add(new Candidate(both, candidate.lines() + lines(strip, both, size)));
                }
            }
        }
        return next;
    }

    // Where the lines of columns are not on the same height, many of them are one strip.
    private static int lines(Strip strip, Strip.Span white, double size) {
        return strip.isOnBothSidesOf(white)
                ? Math.max(1, (int) Math.rint(strip.height() / (LINE * size)))
                : 0;
    }

    // A heading below columns that is no wider than the first of them would be read before the
    // second.
    private Band withoutWhatFollows(List<Strip> strips, double size) {
        if (end == strips.size() || gutters.isEmpty()) {
            return this;
        }
        int lastBeside = first;
        for (int i = first; i < end; i++) {
            Strip strip = strips.get(i);
            if (gutters.stream().anyMatch(strip::isOnBothSidesOf)) {
                lastBeside = i;
            }
        }
        for (int i = lastBeside + 1; i < end; i++) {
            double gap = strips.get(i).top() - strips.get(i - 1).bottom();
            if (gap > BEFORE_HEADING * size || isHeading(strips.get(i), size)) {
                return new Band(first, i, gutters);
            }
        }
        return this;
    }

    private static boolean isHeading(Strip strip, double size) {
        OptionalDouble smallest = strip.words().stream().mapToDouble(Word::size).min();
        return smallest.orElse(0) >= HEADING * size
                || strip.words().stream().allMatch(word -> word.face().bold());
    }
}
