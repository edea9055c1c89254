package parley.document.extract.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Puts the words of one column together to lines, from top to bottom.
final class Lines {
    // Of the font's size.
    private static final double SAME_LINE = 0.3;
    private static final double SMALL = 0.85;
    private static final double NEAR = 0.6;
    private static final double INITIAL = 1.8;
    private static final double STEPS = 4;

    private final List<Row> rows = new ArrayList<>();

    /// A line that is being put together.
    private static final class Row {
        final List<Word> words = new ArrayList<>();
        double baseline;
        double size;

        Row(Word first) {
            words.add(first);
            baseline = first.baseline();
            size = first.size();
        }

        double distance(Word word) {
            double left = words.stream().mapToDouble(Word::left).min().orElse(0);
            double right = words.stream().mapToDouble(Word::right).max().orElse(0);
            return Math.max(0, Math.max(left - word.right(), word.left() - right));
        }

        Line line() {
            words.sort(Comparator.comparingDouble(Word::left));
            return new Line(words, baseline, size);
        }
    }

    private Lines() {}

    static List<Line> of(List<Word> words) {
        Lines lines = new Lines();
        double usual = usualSize(words);
        List<Word> sorted =
                words.stream()
                        .sorted(
                                Comparator.comparingDouble(Word::baseline)
                                        .thenComparingDouble(Word::left))
                        .toList();
        for (Word word : sorted) {
            if (word.size() >= SMALL * usual && !lines.isInitial(word, usual)) {
                lines.addToLast(word);
            }
        }
        // The largest first, so that what is raised finds its line, be it a note's.
        sorted.stream()
                .filter(word -> word.size() < SMALL * usual)
                .sorted(Comparator.comparingDouble(Word::size).reversed())
                .forEach(lines::addSmall);
        sorted.stream().filter(word -> lines.isInitial(word, usual)).forEach(lines::addInitial);
        return lines.rows.stream()
                .map(Row::line)
                .sorted(Comparator.comparingDouble(Line::baseline).thenComparingDouble(Line::left))
                .toList();
    }

    /// The size of most of the letters.
    static double usualSize(List<Word> words) {
        Map<Double, Integer> letters = new HashMap<>();
        double usual = 0;
        int most = 0;
        for (Word word : words) {
            // Makers round differently within one line.
            double size = Math.rint(word.size() * STEPS) / STEPS;
            int count = letters.merge(size, word.visual().length(), Integer::sum);
            if (count > most) {
                most = count;
                usual = size;
            }
        }
        return usual;
    }

    private void addToLast(Word word) {
        // Sorted by baseline, so that only the last few can be near.
        for (int i = rows.size() - 1; i >= Math.max(0, rows.size() - 2); i--) {
            Row row = rows.get(i);
            if (Math.abs(row.baseline - word.baseline())
                    <= SAME_LINE * Math.min(row.size, word.size())) {
                row.words.add(word);
                if (word.size() > row.size) {
                    row.size = word.size();
                    row.baseline = word.baseline();
                }
                return;
            }
        }
        rows.add(new Row(word));
    }

    // Raised and lowered text, and notes in a smaller size, which are lines of their own.
    private void addSmall(Word word) {
        Row best = null;
        double bestDistance = Double.POSITIVE_INFINITY;
        for (Row row : rows) {
            boolean beside =
                    row.size * SMALL > word.size()
                            ? word.bottom() > row.baseline - row.size
                                    && word.top() < row.baseline + 0.25 * row.size
                            : Math.abs(row.baseline - word.baseline()) <= SAME_LINE * word.size();
            double distance = row.distance(word);
            boolean sameSize = row.size * SMALL <= word.size();
            if (beside && (sameSize || distance <= NEAR * row.size) && distance < bestDistance) {
                best = row;
                bestDistance = distance;
            }
        }
        if (best == null) {
            rows.add(new Row(word));
        } else {
            best.words.add(word);
        }
    }

    // A large first letter that reaches down over several lines.
    private boolean isInitial(Word word, double usual) {
        return word.visual().length() == 1
                && Character.isLetter(word.visual().charAt(0))
                && word.size() >= INITIAL * usual;
    }

    private void addInitial(Word word) {
        Row highest = null;
        for (Row row : rows) {
            boolean beside =
                    row.baseline <= word.baseline() + 1
                            && row.baseline > word.baseline() - word.size();
            boolean rightOf =
                    row.words.stream().mapToDouble(Word::left).min().orElse(0) >= word.right() - 1;
            if (beside && rightOf && (highest == null || row.baseline < highest.baseline)) {
                highest = row;
            }
        }
        if (highest == null) {
            rows.add(new Row(word));
            return;
        }
        Word first =
                highest.words.stream().min(Comparator.comparingDouble(Word::left)).orElse(word);
        // Moved to where its word goes on, where it takes no room: the lines beside it begin there.
        highest.words.add(
                new Word(
                        word.visual(),
                        Math.nextDown(first.left()),
                        first.left(),
                        highest.baseline,
                        highest.size,
                        first.face(),
                        false));
    }
}
