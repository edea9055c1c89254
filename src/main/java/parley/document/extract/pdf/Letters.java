package parley.document.extract.pdf;

import java.text.Normalizer;

/// Characters as people write them, not as fonts hold them.
final class Letters {
    private static final int PRIVATE_FROM = 0xE000;
    private static final int PRIVATE_TO = 0xF8FF;
    private static final int SYMBOL_FROM = 0xF020;
    private static final int SYMBOL_TO = 0xF0FF;
    private static final String BULLET = "•";

    private Letters() {}

    /// Takes ligatures and presentation forms apart (Unicode's compatibility decomposition of those
    /// blocks alone), drops what cannot be shown.
    static String clean(String text) {
        if (text.length() == 1 && text.charAt(0) < 0x7F && text.charAt(0) >= ' ') {
            return text;
        }
        StringBuilder cleaned = new StringBuilder();
        text.codePoints().forEach(point -> append(cleaned, point));
        return cleaned.toString();
    }

    private static void append(StringBuilder text, int point) {
        if (isForm(point)) {
            text.append(Normalizer.normalize(Character.toString(point), Normalizer.Form.NFKC));
        } else if (point >= SYMBOL_FROM && point <= SYMBOL_TO) {
            text.append(symbol(point));
        } else if (isShown(point)) {
            text.appendCodePoint(point);
        }
    }

    // Latin ligatures, Hebrew and Arabic presentation forms.
    private static boolean isForm(int point) {
        return (point >= 0xFB00 && point <= 0xFDFF) || (point >= 0xFE70 && point <= 0xFEFC);
    }

    // Where the codes of Symbol and Wingdings end up; only their bullets mean the same in both.
    private static String symbol(int point) {
        return switch (point) {
            case 0xF0B7, 0xF0A7, 0xF0A8, 0xF076, 0xF06E, 0xF0D8, 0xF0FC, 0xF071 -> BULLET;
            default -> "";
        };
    }

    private static boolean isShown(int point) {
        if (point >= PRIVATE_FROM && point <= PRIVATE_TO) {
            return false;
        }
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.SURROGATE, Character.UNASSIGNED -> point == '\t';
            case Character.FORMAT -> point == SOFT_HYPHEN || point == 0x200C || point == 0x200D;
            default -> point != 0xFFFD;
        };
    }

    static final char SOFT_HYPHEN = '\u00AD';

    /// Whether it is written from right to left.
    static boolean isRightToLeft(int point) {
        byte direction = Character.getDirectionality(point);
        return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }

    static boolean hasRightToLeft(String text) {
        for (int i = 0; i < text.length(); i++) {
            // All scripts of that direction begin with Hebrew.
            if (text.charAt(i) >= 0x590 && isRightToLeft(text.codePointAt(i))) {
                return true;
            }
        }
        return false;
    }

    /// Whether words of its script stand without spaces between them.
    static boolean isUnspaced(int point) {
        return switch (Character.UnicodeScript.of(point)) {
            case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
            default -> point >= 0x3000 && point <= 0x303F;
        };
    }
}
