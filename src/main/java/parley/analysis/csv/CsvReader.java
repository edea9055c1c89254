package parley.analysis.csv;

import java.io.IOException;
import java.io.Reader;

/// Takes CSV apart as RFC 4180 has it, and as files are: any line ends, quotes inside cells, text
/// after a closing quote. Holds one row at a time. A row that is nothing but a line end is passed
/// over.
final class CsvReader {
    static final int LONGEST_CELL = 1 << 20;
    private static final int LONGEST_ROW = 8 << 20;
    private static final int NOTHING = -1;

    private final Reader source;
    private final char delimiter;
    private final int mostCells;
    private final char[] buffer = new char[1 << 15];
    private final CsvRow row = new CsvRow();
    private int position;
    private int limit;
    private long line = 1;
    private long rowLength;
    private long strayQuotes;
    private long blankLines;

    /// @param mostCells a row with more is refused
    CsvReader(Reader source, char delimiter, int mostCells) {
        this.source = source;
        this.delimiter = delimiter;
        this.mostCells = mostCells;
    }

    CsvRow row() {
        return row;
    }

    long strayQuotes() {
        return strayQuotes;
    }

    long blankLines() {
        return blankLines;
    }

    /// Reads the next row into [#row].
    ///
    /// @throws parley.error.AppException (400) if a cell or a row is longer than can be meant
    boolean next() throws IOException {
        skipBlankLines();
        if (peek() == NOTHING) {
            return false;
        }
        row.begin(line);
        rowLength = 0;
        while (readCell()) {
            if (row.size() >= mostCells) {
                throw NotCsv.because(
                        "Line %,d has more than %,d cells; a table may have at most %,d columns."
                                .formatted(row.line(), mostCells, mostCells));
            }
        }
        return true;
    }

    /// Passes over lines as they are, whatever is in them.
    void skipLines(long count) throws IOException {
        for (long skipped = 0; skipped < count; skipped++) {
            int letter;
            while ((letter = take()) != NOTHING && letter != '\n' && letter != '\r') {
                // What the line says is no row.
            }
            endLine(letter);
        }
    }

    private void skipBlankLines() throws IOException {
        int letter;
        while ((letter = peek()) == '\n' || letter == '\r') {
            position++;
            endLine(letter);
            blankLines++;
        }
    }

    /// Whether another cell of the same row follows.
    private boolean readCell() throws IOException {
        boolean quoted = skipSpaceBeforeQuote();
        if (quoted) {
            readQuoted();
        }
        return readPlain(quoted);
    }

    private boolean skipSpaceBeforeQuote() throws IOException {
        while (peek() == ' ') {
            row.add(' ');
            position++;
        }
        if (peek() != '"') {
            return false;
        }
        position++;
        return true;
    }

    private void readQuoted() throws IOException {
        long opened = line;
        while (true) {
            int from = position;
            while (position < limit && isInside(buffer[position])) {
                position++;
            }
            row.add(buffer, from, position);
            checkLength(position - from, opened);
            int letter = take();
            if (letter == NOTHING) {
                throw NotCsv.because(
                        "The quote that opens on line %,d is never closed; close it or remove it."
                                .formatted(opened));
            }
            if (letter == '"' && peek() != '"') {
                return;
            }
            if (letter == '"') {
                position++;
            }
            if (letter == '\n' || letter == '\r') {
                endLine(letter);
                letter = '\n';
            }
            row.add((char) letter);
            checkLength(1, opened);
        }
    }

    /// Ends a cell; what follows a closing quote belongs to the cell.
    private boolean readPlain(boolean afterQuote) throws IOException {
        boolean stray = false;
        while (true) {
            int from = position;
            while (position < limit && isPlain(buffer[position])) {
                position++;
            }
            if (position > from) {
                row.add(buffer, from, position);
                stray |= afterQuote && !isSpace(from, position);
                checkLength(position - from, line);
            }
            if (position < limit || peek() == NOTHING) {
                break;
            }
        }
        if (stray) {
            strayQuotes++;
        }
        row.endCell();
        int letter = take();
        if (letter == '\n' || letter == '\r') {
            endLine(letter);
        }
        return letter == delimiter;
    }

    private boolean isSpace(int from, int to) {
        for (int index = from; index < to; index++) {
            if (buffer[index] != ' ' && buffer[index] != '\t') {
                return false;
            }
        }
        return true;
    }

    private static boolean isInside(char letter) {
        return letter != '"' && letter != '\n' && letter != '\r';
    }

    private boolean isPlain(char letter) {
        return letter != delimiter && letter != '\n' && letter != '\r';
    }

    private void checkLength(int added, long opened) {
        rowLength += added;
        if (row.pending() > LONGEST_CELL) {
            throw NotCsv.because(
                    ("The cell that begins on line %,d is longer than %,d characters. Is a closing"
                                    + " quote missing, or is this no CSV file?")
                            .formatted(opened, LONGEST_CELL));
        }
        if (rowLength > LONGEST_ROW) {
            throw NotCsv.because(
                    "The row on line %,d is longer than %,d characters."
                            .formatted(row.line(), LONGEST_ROW));
        }
    }

    private void endLine(int letter) throws IOException {
        if (letter == '\r' && peek() == '\n') {
            position++;
        }
        line++;
    }

    private int take() throws IOException {
        int letter = peek();
        if (letter != NOTHING) {
            position++;
        }
        return letter;
    }

    private int peek() throws IOException {
        if (position == limit) {
            limit = Math.max(0, source.read(buffer, 0, buffer.length));
            position = 0;
            if (limit == 0) {
                return NOTHING;
            }
        }
        return buffer[position];
    }
}
