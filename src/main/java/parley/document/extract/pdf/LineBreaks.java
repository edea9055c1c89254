package parley.document.extract.pdf;

/// Joins the lines of a paragraph.
final class LineBreaks {
    /// Stands for a hyphen at a line's end, until all of the document is known.
    static final char BROKEN = '\u001E';

    private LineBreaks() {}

    static String joined(String text, String more) {
        if (text.isEmpty() || more.isEmpty()) {
            return text + more;
        }
        int last = text.codePointBefore(text.length());
        int next = more.codePointAt(0);
        if (last == Letters.SOFT_HYPHEN) {
            return text.substring(0, text.length() - 1) + more;
        }
        if (isHyphen(last) && text.length() > 1) {
            int before = text.codePointBefore(text.length() - 1);
            if (Character.isLetter(before) && Character.isLowerCase(next)) {
                return text.substring(0, text.length() - 1) + BROKEN + more;
            }
            if (Character.isLetterOrDigit(before) && Character.isLetterOrDigit(next)) {
                return text + more;
            }
        }
        boolean unspaced = Letters.isUnspaced(last) && Letters.isUnspaced(next);
        return unspaced ? text + more : text + " " + more;
    }

    private static boolean isHyphen(int point) {
        return point == '-' || point == '\u2010';
    }
}
