package parley.analysis.csv;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import parley.analysis.sql.Column;
import parley.analysis.sql.Rows;

/// Writes rows as CSV: RFC 4180, UTF-8.
///
/// A text that a spreadsheet would take for a formula, because it begins with `=`, `+`, `-`, `@`, a
/// tab or a line break, gets an apostrophe before it, unless it is a number (OWASP, "CSV
/// Injection").
public final class CsvWriter {
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?([0-9]+([.,][0-9]+)*|[.,][0-9]+)([eE][+-]?[0-9]+)?\\s?%?");
    private static final Pattern QUOTED = Pattern.compile("[\",\r\n]|^\\s|\\s$");

    private CsvWriter() {}

    /// Writes a header and all rows. The stream is flushed and stays open.
    public static void write(Rows rows, OutputStream output) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(output, StandardCharsets.UTF_8));
        writeRow(writer, rows.columns().stream().map(Column::name).toList());
        for (List<@Nullable Object> row : rows.cells()) {
            writeRow(writer, row);
        }
        writer.flush();
    }

    /// Writes one row.
    public static void writeRow(Writer writer, List<? extends @Nullable Object> cells)
            throws IOException {
        String separator = "";
        for (Object cell : cells) {
            writer.write(separator);
            writer.write(quoted(text(cell)));
            separator = ",";
        }
        writer.write("\r\n");
    }

    private static String text(@Nullable Object cell) {
        return switch (cell) {
            case null -> "";
            case String text -> harmless(text);
            case BigDecimal number -> number.toPlainString();
            case Object value -> value.toString();
        };
    }

    private static String harmless(String text) {
        return isFormula(text) && !NUMBER.matcher(text).matches() ? "'" + text : text;
    }

    private static boolean isFormula(String text) {
        // Spreadsheets pass over the space before it, and read the wide signs of East Asia too.
        String bare = text.strip();
        return (!bare.isEmpty() && "=+-@＝＋－＠".indexOf(bare.charAt(0)) >= 0)
                || (!text.isEmpty() && "\t\r\n".indexOf(text.charAt(0)) >= 0);
    }

    private static String quoted(String text) {
        return QUOTED.matcher(text).find() ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
