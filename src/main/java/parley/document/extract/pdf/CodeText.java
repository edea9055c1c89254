package parley.document.extract.pdf;

import java.util.List;

/// Lines of equally wide letters, with their indentation and gaps.
final class CodeText {
    private static final int WIDEST_GAP = 200;

    private CodeText() {}

    static String of(List<Line> lines) {
        double width = letterWidth(lines);
        double left = lines.stream().mapToDouble(Line::left).min().orElse(0);
        double leading = leading(lines);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            if (i > 0) {
                double distance = lines.get(i).baseline() - lines.get(i - 1).baseline();
                text.append(distance > 1.6 * leading ? "\n\n" : "\n");
            }
            append(text, lines.get(i), left, width);
        }
        return text.toString();
    }

    private static void append(StringBuilder text, Line line, double left, double width) {
        double from = left;
        boolean first = true;
        for (Word word : line.words()) {
            long gap = Math.round((word.left() - from) / width);
            boolean apart = !first && word.left() - from > Words.SPACE * word.size();
            text.repeat(' ', Math.clamp(apart ? Math.max(1, gap) : gap, 0, WIDEST_GAP));
            text.append(word.visual());
            from = word.right();
            first = false;
        }
    }

    private static double letterWidth(List<Line> lines) {
        double width = 0;
        long letters = 0;
        for (Line line : lines) {
            for (Word word : line.words()) {
                width += word.width();
                letters += word.visual().codePointCount(0, word.visual().length());
            }
        }
        return letters == 0 || width <= 0 ? 1 : width / letters;
    }

    private static double leading(List<Line> lines) {
        double least = Double.POSITIVE_INFINITY;
        for (int i = 1; i < lines.size(); i++) {
            least = Math.min(least, lines.get(i).baseline() - lines.get(i - 1).baseline());
        }
        return least;
    }
}
