package parley.document.extract.pdf;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The end of a PDF file, where it says what is in it and where (ISO 32000-1, 7.5.5).
final class FileEnd {
    private static final byte[] MARK = "startxref".getBytes(StandardCharsets.ISO_8859_1);
    private static final int HEAD = 1024;

    /// A file made to be shown while it arrives has such a mark near its beginning as well, and
    /// says how long it is (annex F).
    private static final Pattern LENGTH =
            Pattern.compile("/Linearized\\b.*?/L\\s+([0-9]{1,12})\\b", Pattern.DOTALL);

    private FileEnd() {}

    /// Whether the file breaks off. What is left of such a file can often be opened, with pages
    /// that have lost their text without a trace.
    static boolean isMissing(byte[] content) {
        String head =
                new String(content, 0, Math.min(HEAD, content.length), StandardCharsets.ISO_8859_1);
        Matcher length = LENGTH.matcher(head);
        return length.find()
                ? Long.parseLong(length.group(1)) > content.length
                : lastMark(content) < 0;
    }

    private static int lastMark(byte[] content) {
        int start = content.length - MARK.length;
        while (start >= 0 && !isMark(content, start)) {
            start--;
        }
        return start;
    }

    private static boolean isMark(byte[] content, int start) {
        for (int i = 0; i < MARK.length; i++) {
            if (content[start + i] != MARK[i]) {
                return false;
            }
        }
        return true;
    }
}
