package parley.cli.xmr;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Splits a file into cells (RFC 4180), whichever of comma, semicolon, tab and bar stands between
/// them. Text that is not UTF-8 is taken for Windows-1252.
final class DelimitedText {
    private static final String DELIMITERS = ",;\t|";

    private final String text;
    private final char delimiter;
    private int at;

    private DelimitedText(String text) {
        this.text = text;
        this.delimiter = delimiter(text);
    }

    /// The rows that are not empty.
    static List<List<String>> rows(byte[] file) {
        return new DelimitedText(decoded(file)).rows();
    }

    private static String decoded(byte[] file) {
        String text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
        } catch (CharacterCodingException e) {
            text = new String(file, Charset.forName("windows-1252"));
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /// The one that stands most often in the first line, outside quotes.
    private static char delimiter(String text) {
        int[] counts = new int[DELIMITERS.length()];
        boolean quoted = false;
        for (int i = 0; i < text.length() && (quoted || text.charAt(i) != '\n'); i++) {
            char here = text.charAt(i);
            quoted ^= here == '"';
            int which = DELIMITERS.indexOf(here);
            if (which >= 0 && !quoted) {
                counts[which]++;
            }
        }
        int most = 0;
        for (int i = 1; i < counts.length; i++) {
            most = counts[i] > counts[most] ? i : most;
        }
        return DELIMITERS.charAt(most);
    }

    private List<List<String>> rows() {
        List<List<String>> rows = new ArrayList<>();
        while (at < text.length()) {
            List<String> row = row();
            if (row.size() > 1 || !row.getFirst().isBlank()) {
                rows.add(row);
            }
        }
        return rows;
    }

    private List<String> row() {
        List<String> row = new ArrayList<>();
        while (true) {
            row.add(cell().strip());
            if (at >= text.length() || text.charAt(at++) != delimiter) {
                return row;
            }
        }
    }

    /// Leaves off before the delimiter or the end of the line.
    private String cell() {
        var cell = new StringBuilder();
        boolean quoted = false;
        for (; at < text.length(); at++) {
            char here = text.charAt(at);
            if (here == '"') {
                boolean doubled = quoted && at + 1 < text.length() && text.charAt(at + 1) == '"';
                if (doubled) {
                    cell.append('"');
                    at++;
                } else {
                    quoted = !quoted;
                }
            } else if (!quoted && (here == delimiter || here == '\n')) {
                break;
            } else {
                cell.append(here);
            }
        }
        return cell.toString();
    }
}
