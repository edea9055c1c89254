package parley.document.extract.pdf;

import java.text.Bidi;
import java.text.Normalizer;
import java.util.List;

/// What a line says: spaces, raised digits, and the order of scripts that run from right to left.
final class LineText {
    private static final double RAISED = 0.18;
    private static final double SMALLER = 0.85;
    private static final String DIGITS = "0123456789";
    private static final String RAISED_DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private static final String OPENING = "([{<«‹≤";
    private static final String CLOSING = ")]}>»›≥";

    private LineText() {}

    static String of(Line line) {
        StringBuilder text = new StringBuilder();
        List<Word> words = line.words();
        for (int i = 0; i < words.size(); i++) {
            boolean afterNumberOfNote = i == 1 && isRaisedNumber(words.getFirst(), line);
            if (afterNumberOfNote || (i > 0 && isApart(words.get(i - 1), words.get(i)))) {
                text.append(' ');
            }
            text.append(shown(words.get(i), line));
        }
        String visual = withoutMidlineSoftHyphens(text);
        return Letters.hasRightToLeft(visual) ? logical(visual) : visual;
    }

    /// Whether there is a space between two neighbours.
    static boolean isApart(Word left, Word right) {
        double size = Math.min(left.size(), right.size());
        double gap = right.left() - left.right();
        return gap > Words.SPACE * size || (right.spaced() && gap > 0.05 * size);
    }

    private static boolean isRaisedNumber(Word word, Line line) {
        return word.size() < SMALLER * line.size()
                && line.baseline() - word.baseline() > RAISED * line.size()
                && word.visual().chars().allMatch(each -> DIGITS.indexOf(each) >= 0);
    }

    private static String shown(Word word, Line line) {
        if (!isRaisedNumber(word, line)) {
            return word.visual();
        }
        StringBuilder text = new StringBuilder();
        word.visual().chars().forEach(each -> text.append(RAISED_DIGITS.charAt(each - '0')));
        return text.toString();
    }

    // At the end of a line it is a hyphen; elsewhere it is not shown.
    private static String withoutMidlineSoftHyphens(StringBuilder text) {
        for (int i = text.length() - 2; i >= 0; i--) {
            if (text.charAt(i) == Letters.SOFT_HYPHEN) {
                text.deleteCharAt(i);
            }
        }
        return text.toString();
    }

    /// The order in which it is read, of a line as it is seen. The reordering of the Unicode
    /// Bidirectional Algorithm (UAX 9, rule L2) undoes itself, applied to what it made.
    static String logical(String visual) {
        // Some fonts name a bracket by its shape, others by what it means.
        String byShape = reordered(visual, true);
        return brackets(byShape) >= 0 ? byShape : better(byShape, reordered(visual, false));
    }

    private static String better(String one, String other) {
        return brackets(other) > brackets(one) ? other : one;
    }

    /// 0 if none closes that was not opened; less for each that does.
    private static int brackets(String text) {
        int open = 0;
        int wrong = 0;
        for (int i = 0; i < text.length(); i++) {
            if (OPENING.indexOf(text.charAt(i)) >= 0) {
                open++;
            } else if (CLOSING.indexOf(text.charAt(i)) >= 0) {
                wrong += open == 0 ? 1 : 0;
                open = Math.max(0, open - 1);
            }
        }
        return -wrong;
    }

    private static String reordered(String visual, boolean mirrored) {
        int right = count(visual, true);
        int left = count(visual, false);
        Bidi bidi =
                new Bidi(
                        visual,
                        right > left ? Bidi.DIRECTION_RIGHT_TO_LEFT : Bidi.DIRECTION_LEFT_TO_RIGHT);
        int runs = bidi.getRunCount();
        byte[] levels = new byte[runs];
        String[] pieces = new String[runs];
        for (int run = 0; run < runs; run++) {
            levels[run] = (byte) bidi.getRunLevel(run);
            String piece = visual.substring(bidi.getRunStart(run), bidi.getRunLimit(run));
            pieces[run] = (levels[run] & 1) == 1 ? reversed(piece, mirrored) : piece;
        }
        Bidi.reorderVisually(levels, 0, pieces, 0, runs);
        return Normalizer.normalize(String.join("", pieces), Normalizer.Form.NFC);
    }

    private static String reversed(String piece, boolean mirrored) {
        StringBuilder text = new StringBuilder(piece).reverse();
        for (int i = 0; mirrored && i < text.length(); i++) {
            text.setCharAt(i, mirrored(text.charAt(i)));
        }
        return text.toString();
    }

    private static char mirrored(char each) {
        int opening = OPENING.indexOf(each);
        if (opening >= 0) {
            return CLOSING.charAt(opening);
        }
        int closing = CLOSING.indexOf(each);
        return closing >= 0 ? OPENING.charAt(closing) : each;
    }

    static int count(String text, boolean rightToLeft) {
        return (int)
                text.codePoints()
                        .filter(Character::isLetter)
                        .filter(point -> Letters.isRightToLeft(point) == rightToLeft)
                        .count();
    }
}
