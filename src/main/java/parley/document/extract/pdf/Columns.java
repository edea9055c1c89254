package parley.document.extract.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/// The columns of a band: either of running text, or of a table.
final class Columns {
    // Columns of text this narrow do not exist; white of this width between words does.
    private static final double NARROWEST_OF_TEXT = 0.85;
    private static final double ALIGNED = 0.2;
    private static final double MOSTLY_ALIGNED = 0.75;
    private static final double FEW_WORDS = 2.5;
    private static final double SPARSE = 0.6;
    private static final double MOSTLY = 0.8;
    private static final double SPREAD = 0.55;
    private static final double NARROW = 18;
    private static final double FLUSH = 0.3;
    private static final int LINES_OF_TEXT = 3;
    private static final Pattern LABEL =
            Pattern.compile(
                    "[•◦▪‣·○●■□➢✓–—*o-]|\\(?(\\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.):]|\\[\\d{1,3}]|\\d{1,3}|[¹²³⁰-⁹]+");

    private final List<Strip.Span> gutters;
    private final List<List<Word>> words;
    private final List<List<Line>> lines;
    private final double size;

    private Columns(List<Strip.Span> gutters, List<List<Word>> words) {
        this.gutters = gutters;
        this.words = words;
        this.lines = words.stream().map(Lines::of).toList();
        this.size = Lines.usualSize(words.stream().flatMap(List::stream).toList());
    }

    /// Those that gutters make; one if they make none that is worth it.
    ///
    /// @param within the column of the page that they are in
    static Columns of(List<Strip> strips, List<Strip.Span> gutters, Strip.Span within) {
        List<Word> all =
                strips.stream()
                        .flatMap(strip -> strip.words().stream())
                        .sorted(
                                Comparator.comparingDouble(Word::baseline)
                                        .thenComparingDouble(Word::left))
                        .toList();
        if (gutters.isEmpty() || isCode(all)) {
            return new Columns(List.of(), List.of(all));
        }
        List<Strip.Span> kept = new ArrayList<>(gutters);
        kept.removeIf(gutter -> isBehindLabels(all, gutters, gutter));
        Columns columns = new Columns(List.copyOf(kept), split(all, kept));
        boolean worth =
                columns.isOne()
                        || (columns.isTable()
                                ? !columns.isSpread() && !columns.isNarrowText(strips, within)
                                : columns.isText());
        return worth ? columns : new Columns(List.of(), List.of(all));
    }

    private static boolean isCode(List<Word> all) {
        return all.stream().filter(word -> word.face().monospaced()).count() >= MOSTLY * all.size();
    }

    // The marks of a list stand in a column of their own, which nobody reads by itself.
    private static boolean isBehindLabels(
            List<Word> all, List<Strip.Span> gutters, Strip.Span gutter) {
        int index = gutters.indexOf(gutter);
        double from = index == 0 ? Double.NEGATIVE_INFINITY : gutters.get(index - 1).left();
        List<Word> before =
                all.stream()
                        .filter(word -> word.left() >= from && word.right() <= gutter.right())
                        .toList();
        boolean marks = before.stream().allMatch(word -> LABEL.matcher(word.visual()).matches());
        boolean numbers =
                before.stream()
                        .allMatch(word -> word.visual().chars().allMatch(Character::isDigit));
        boolean narrow = gutter.width() <= 2.5 * Lines.usualSize(all);
        return marks
                && narrow
                && !(numbers && gutters.size() > 1)
                && before.size() <= all.size() / 2;
    }

    private static List<List<Word>> split(List<Word> all, List<Strip.Span> gutters) {
        List<List<Word>> columns = new ArrayList<>();
        for (int i = 0; i <= gutters.size(); i++) {
            columns.add(new ArrayList<>());
        }
        for (Word word : all) {
            int column = 0;
            double middle = (word.left() + word.right()) / 2;
            while (column < gutters.size() && middle > gutters.get(column).left()) {
                column++;
            }
            columns.get(column).add(word);
        }
        return columns;
    }

    boolean isOne() {
        return gutters.isEmpty();
    }

    List<List<Line>> lines() {
        return lines;
    }

    double size() {
        return size;
    }

    /// The width of a column with the gutters beside it halved.
    double room(int column) {
        double left = column == 0 ? edge(false) : middle(gutters.get(column - 1));
        double right = column == gutters.size() ? edge(true) : middle(gutters.get(column));
        return right - left;
    }

    private double edge(boolean right) {
        return right
                ? lines.getLast().stream().mapToDouble(Line::right).max().orElse(0)
                : lines.getFirst().stream().mapToDouble(Line::left).min().orElse(0);
    }

    private static double middle(Strip.Span gutter) {
        return (gutter.left() + gutter.right()) / 2;
    }

    /// Whether its lines stand beside one another and are too sparse for running text.
    boolean isTable() {
        if (isOne() || lines.stream().anyMatch(List::isEmpty)) {
            return false;
        }
        int fewest = fewest();
        if (aligned(fewest) < MOSTLY_ALIGNED) {
            return false;
        }
        double count = 0;
        double wordCount = 0;
        double filled = 0;
        for (int column = 0; column < lines.size(); column++) {
            count += lines.get(column).size();
            wordCount += words(column);
            filled += fill(column) * lines.get(column).size();
        }
        boolean labels =
                words(fewest) <= FEW_WORDS * lines.get(fewest).size() && fill(fewest) < SPARSE;
        return wordCount / count < FEW_WORDS || filled / count < SPARSE || labels;
    }

    // In justified text all spaces of a line are alike, and some happen to stand above one another.
    private boolean isSpread() {
        double inner =
                lines.stream()
                        .flatMap(List::stream)
                        .flatMapToDouble(Columns::spaces)
                        .average()
                        .orElse(0);
        double gutter =
                gutters.stream().mapToDouble(Strip.Span::width).average().orElse(Double.MAX_VALUE);
        return inner > SPREAD * gutter;
    }

    // Two long words to a line, in a narrow column whose edges all lines reach.
    private boolean isNarrowText(List<Strip> strips, Strip.Span within) {
        return within.width() < NARROW * size
                && strips.stream()
                        .allMatch(strip ->
                                strip.left() - within.left() < FLUSH * size
                                        && within.right() - strip.right() < FLUSH * size);
    }

    private static DoubleStream spaces(Line line) {
        List<Word> row = line.words();
        return IntStream.range(1, row.size())
                .mapToDouble(i -> row.get(i).left() - row.get(i - 1).right())
                .filter(space -> space > Words.SPACE * line.size());
    }

    private boolean isText() {
        boolean wideGutters =
                gutters.stream().allMatch(gutter -> gutter.width() >= NARROWEST_OF_TEXT * size);
        return wideGutters && lines.stream().anyMatch(column -> column.size() >= LINES_OF_TEXT);
    }

    private int fewest() {
        int fewest = 0;
        for (int column = 1; column < lines.size(); column++) {
            if (lines.get(column).size() < lines.get(fewest).size()) {
                fewest = column;
            }
        }
        return fewest;
    }

    // The share of a column's lines that have a neighbour on the same height.
    private double aligned(int column) {
        long aligned =
                lines.get(column).stream().filter(line -> hasNeighbour(column, line)).count();
        return (double) aligned / lines.get(column).size();
    }

    private boolean hasNeighbour(int column, Line line) {
        return IntStream.range(0, lines.size())
                .filter(other -> other != column)
                .mapToObj(lines::get)
                .flatMap(List::stream)
                .anyMatch(other -> Math.abs(other.baseline() - line.baseline()) <= ALIGNED * size);
    }

    private double words(int column) {
        return lines.get(column).stream().mapToInt(line -> line.words().size()).sum();
    }

    private double fill(int column) {
        double width = lines.get(column).stream().mapToDouble(Line::width).average().orElse(0);
        return width / Math.max(1, room(column));
    }

    /// Its columns with more words, each added where it belongs.
    List<List<Word>> with(List<Word> more) {
        List<List<Word>> columns = split(more, gutters);
        for (int i = 0; i < columns.size(); i++) {
            columns.get(i).addAll(words.get(i));
        }
        return columns;
    }

    boolean isBesideGutters(Strip strip) {
        return gutters.stream()
                .allMatch(gutter ->
                        strip.spans().stream()
                                .noneMatch(span ->
                                        span.left() < gutter.right()
                                                && span.right() > gutter.left()));
    }

    /// Whether nothing of a strip is in the column that is read first.
    boolean isBehindFirst(Strip strip, boolean rightToLeft) {
        return rightToLeft
                ? strip.right() <= gutters.getLast().left()
                : strip.left() >= gutters.getFirst().right();
    }
}
