package parley.document.extract.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Makes bullets of small shapes that stand before a line of text where nothing else does.
final class DrawnMarks {
    private static final int MOST = 300;
    // Of the size of the letters.
    private static final double FARTHEST = 2.5;
    private static final double SMALLEST = 0.15;
    private static final double LARGEST = 0.75;

    private DrawnMarks() {}

    /// The words and the bullets.
    static List<Word> with(List<Frame> marks, List<Word> words) {
        if (marks.isEmpty() || marks.size() > MOST) {
            return words;
        }
        List<Word> all = new ArrayList<>(words);
        for (Frame mark : marks) {
            bullet(mark, words).ifPresent(all::add);
        }
        return all;
    }

    private static Optional<Word> bullet(Frame mark, List<Word> words) {
        double middle = (mark.top() + mark.bottom()) / 2;
        Word next = null;
        for (Word word : words) {
            boolean sameLine =
                    middle > word.baseline() - 0.8 * word.size() && middle < word.baseline();
            if (!sameLine) {
                continue;
            }
            if (word.left() < mark.right() && word.right() > mark.left() - FARTHEST * word.size()) {
                return Optional.empty();
            }
            if (word.left() >= mark.right() && (next == null || word.left() < next.left())) {
                next = word;
            }
        }
        if (next == null
                || next.left() - mark.right() > FARTHEST * next.size()
                || mark.height() < SMALLEST * next.size()
                || mark.height() > LARGEST * next.size()) {
            return Optional.empty();
        }
        return Optional.of(
                new Word(
                        "•",
                        mark.left(),
                        mark.right(),
                        next.baseline(),
                        next.size(),
                        next.face(),
                        true));
    }
}
