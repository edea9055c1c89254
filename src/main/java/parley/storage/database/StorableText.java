package parley.storage.database;

/// The one rule for texts on every database: valid Unicode is kept code point by code point;
/// U+0000, which PostgreSQL cannot hold, and lone surrogates, which UTF-8 cannot, are left out.
public final class StorableText {
    private StorableText() {}

    /// The text as it will be read back: the same object if there is nothing to leave out.
    public static String of(String text) {
        int i = 0;
        while (i < text.length()) {
            int point = text.codePointAt(i);
            if (!isStorable(point)) {
                return cleaned(text);
            }
            i += Character.charCount(point);
        }
        return text;
    }

    private static boolean isStorable(int point) {
        return point != 0 && (point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE);
    }

    private static String cleaned(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints().filter(StorableText::isStorable).forEach(kept::appendCodePoint);
        return kept.toString();
    }
}
