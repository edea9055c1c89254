package parley.document.extract.pdf;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A line of text.
final class Line {
    private final List<Word> words;
    private final double baseline;
    private final double size;
    private final double right;
    private @Nullable String text;

    /// @param words from left to right; at least one
    /// @param size of most of it
    Line(List<Word> words, double baseline, double size) {
        this.words = List.copyOf(words);
        this.baseline = baseline;
        this.size = size;
        double farthest = Double.NEGATIVE_INFINITY;
        for (Word word : words) {
            farthest = Math.max(farthest, word.right());
        }
        this.right = farthest;
    }

    List<Word> words() {
        return words;
    }

    double baseline() {
        return baseline;
    }

    double size() {
        return size;
    }

    double left() {
        return words.getFirst().left();
    }

    double right() {
        return right;
    }

    double width() {
        return right - left();
    }

    boolean isBold() {
        for (Word word : words) {
            if (!word.face().bold()) {
                return false;
            }
        }
        return true;
    }

    boolean isMonospaced() {
        for (Word word : words) {
            if (!word.face().monospaced()) {
                return false;
            }
        }
        return true;
    }

    /// What it says, in the order in which it is read.
    String text() {
        if (text == null) {
            text = LineText.of(this);
        }
        return text;
    }
}
