package parley.document.extract.pdf;

import java.util.List;

/// Where lines begin and end, seen from the side on which they are read first.
final class Edges {
    private static final double SAME = 0.4;
    private static final double SPACE = 0.3;
    private static final double CLEARLY = 1;
    private static final String ENDS = ".!?:;…。！？؟”\"»)";

    private final boolean rightToLeft;
    private final double usualStart;
    private final double end;

    Edges(List<Line> lines, boolean rightToLeft) {
        this.rightToLeft = rightToLeft;
        this.usualStart = lines.stream().mapToDouble(this::start).min().orElse(0);
        this.end = lines.stream().mapToDouble(this::end).max().orElse(0);
    }

    double start(Line line) {
        return rightToLeft ? -line.right() : line.left();
    }

    private double end(Line line) {
        return rightToLeft ? -line.left() : line.right();
    }

    boolean isUsualStart(Line line) {
        return start(line) <= usualStart + SAME * line.size();
    }

    /// Whether the first word of the next line would still have had room in this one.
    boolean endsEarly(Line line, Line next) {
        Word first = rightToLeft ? next.words().getLast() : next.words().getFirst();
        double size = line.size();
        return end(line) + first.width() + SPACE * size < end - CLEARLY * size;
    }

    boolean endsSentence(Line line) {
        String text = line.text();
        return !text.isEmpty() && ENDS.indexOf(text.charAt(text.length() - 1)) >= 0;
    }
}
