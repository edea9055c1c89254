package parley.analysis.csv;

import java.util.Locale;
import java.util.Set;

/// Cells that say that there is nothing.
final class Missing {
    private static final int LONGEST = 8;

    // Excel writes the last ones where a formula has no result.
    private static final Set<String> ALWAYS =
            Set.of(
                    "n/a", "#n/a", "#na", "null", "nan", "-nan", "\\n", "-", "--", "---", "?", "–",
                    "—", "<na>", "<null>", "(null)", "#null!", "#div/0!", "#value!", "#ref!",
                    "#name?", "#num!", "n.a.");

    // Words that may as well be a value of a text column: Namibia, "none of these".
    private static final Set<String> BESIDE_NUMBERS =
            Set.of("na", "none", "nil", ".", "..", "missing", "k.a.");

    private Missing() {}

    /// In a column of texts.
    static boolean isMissingText(CharSequence cell) {
        return cell.isEmpty() || (isShort(cell) && ALWAYS.contains(lower(cell)));
    }

    /// In a column of numbers or dates.
    static boolean isMissing(CharSequence cell) {
        if (cell.isEmpty()) {
            return true;
        }
        if (!isShort(cell)) {
            return false;
        }
        String text = lower(cell);
        return ALWAYS.contains(text) || BESIDE_NUMBERS.contains(text);
    }

    /// Nearly every cell is told apart by its length and first letter, before it is made a String.
    private static boolean isShort(CharSequence cell) {
        return cell.length() <= LONGEST && "nN#-?–—<(.mMkK\\".indexOf(cell.charAt(0)) >= 0;
    }

    private static String lower(CharSequence cell) {
        return cell.toString().toLowerCase(Locale.ROOT);
    }
}
