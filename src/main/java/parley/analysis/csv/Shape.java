package parley.analysis.csv;

import java.io.IOException;
import java.io.Reader;
import java.util.List;

/// How a file is laid out.
///
/// @param preamble how many lines come before the header
/// @param headers as they stand in the file; `column_1` and so on where there is no header
record Shape(char delimiter, long preamble, boolean hasHeader, List<String> headers) {
    Shape {
        headers = List.copyOf(headers);
    }

    /// A reader that stands before the first row below the header.
    CsvReader open(Reader text, int mostCells) throws IOException {
        CsvReader reader = new CsvReader(text, delimiter, mostCells);
        reader.skipLines(preamble);
        if (hasHeader) {
            reader.next();
        }
        return reader;
    }

    int width() {
        return headers.size();
    }
}
