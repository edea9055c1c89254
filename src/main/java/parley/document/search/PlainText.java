package parley.document.search;

import java.text.Normalizer;

/// Text as it is compared: what looks the same is the same, and what cannot be seen is gone.
public final class PlainText {
    private PlainText() {}

    /// In Unicode's compatibility form NFKC (ligatures and full-width letters become plain ones),
    /// without characters that are not seen: soft hyphens, zero-width ones, marks of direction.
    public static String of(String text) {
        String visible = text.codePoints().anyMatch(PlainText::isUnseen) ? seen(text) : text;
        return Normalizer.isNormalized(visible, Normalizer.Form.NFKC)
                ? visible
                : Normalizer.normalize(visible, Normalizer.Form.NFKC);
    }

    private static String seen(String text) {
        StringBuilder builder = new StringBuilder(text.length());
        text.codePoints()
                .filter(codePoint -> !isUnseen(codePoint))
                .forEach(builder::appendCodePoint);
        return builder.toString();
    }

    private static boolean isUnseen(int codePoint) {
        return codePoint > 0x7F && Character.getType(codePoint) == Character.FORMAT;
    }
}
