package parley.cli.xmr;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import parley.analysis.xmr.Observation;
import parley.error.AppException;

/// A series read from a file.
///
/// @param timeName the name of the column it is over
/// @param valueName the name of the column that is charted
/// @param notes what its reader should know, a sentence each
public record SeriesFile(
        String timeName, String valueName, List<Observation> observations, List<String> notes) {

    /// Reads a file with a header.
    ///
    /// @param time the column it is over; if empty, the first with dates, or else the position
    /// @param value the column that is charted; if empty, the first other one with numbers
    /// @throws AppException (400) there is no such column, or no number in it
    public static SeriesFile read(byte[] file, Optional<String> time, Optional<String> value) {
        List<List<String>> rows = DelimitedText.rows(file);
        if (rows.size() < 2) {
            throw AppException.invalid("file", "The file has no rows below a header.");
        }
        List<String> header = rows.getFirst();
        List<List<String>> columns =
                IntStream.range(0, header.size()).mapToObj(column -> cells(rows, column)).toList();
        int x = time.map(name -> named(header, name)).orElseGet(() -> firstOfTimes(columns));
        int y = value.map(name -> named(header, name)).orElseGet(() -> firstOfNumbers(columns, x));
        return series(header, columns, x, y, time.isEmpty() || value.isEmpty());
    }

    private static SeriesFile series(
            List<String> header, List<List<String>> columns, int x, int y, boolean guessed) {
        List<String> cells = columns.get(y);
        Optional<List<Optional<LocalDateTime>>> times =
                x < 0 ? Optional.empty() : Cells.times(columns.get(x));
        List<Observation> observations = new ArrayList<>(cells.size());
        for (int row = 0; row < cells.size(); row++) {
            int index = row;
            observations.add(
                    new Observation(
                            x < 0 ? Integer.toString(row + 1) : columns.get(x).get(row),
                            times.flatMap(all -> all.get(index)),
                            Cells.number(cells.get(row))));
        }
        if (observations.stream().allMatch(each -> Double.isNaN(each.value()))) {
            throw AppException.invalid(
                    "y", "The column " + header.get(y) + " has no number in it.");
        }
        String timeName = x < 0 ? "row" : header.get(x);
        return new SeriesFile(
                timeName,
                header.get(y),
                observations,
                notes(header.get(y), timeName, cells, guessed));
    }

    private static List<String> notes(
            String valueName, String timeName, List<String> cells, boolean guessed) {
        List<String> notes = new ArrayList<>();
        if (guessed) {
            notes.add(
                    "Charted: "
                            + valueName
                            + " over "
                            + timeName
                            + " (--x and --y choose others).");
        }
        List<String> unread =
                cells.stream()
                        .filter(cell -> !cell.isEmpty() && Double.isNaN(Cells.number(cell)))
                        .toList();
        if (!unread.isEmpty()) {
            notes.add(
                    unread.size()
                            + " cells of "
                            + valueName
                            + " are no numbers, such as "
                            + unread.getFirst()
                            + ".");
        }
        return notes;
    }

    private static List<String> cells(List<List<String>> rows, int column) {
        return rows.stream()
                .skip(1)
                .map(row -> column < row.size() ? row.get(column) : "")
                .toList();
    }

    private static int named(List<String> header, String name) {
        for (int column = 0; column < header.size(); column++) {
            if (header.get(column).equalsIgnoreCase(name.strip())) {
                return column;
            }
        }
        throw AppException.invalid(
                "column",
                "There is no column " + name + "; there are: " + String.join(", ", header) + ".");
    }

    /// −1 if there is none: the series then is over its positions.
    private static int firstOfTimes(List<List<String>> columns) {
        return IntStream.range(0, columns.size())
                .filter(column -> Cells.times(columns.get(column)).isPresent())
                .findFirst()
                .orElse(-1);
    }

    private static int firstOfNumbers(List<List<String>> columns, int except) {
        return IntStream.range(0, columns.size())
                .filter(column -> column != except)
                .filter(column -> isNumeric(columns.get(column)))
                .findFirst()
                .orElseThrow(() ->
                        AppException.invalid("y", "No column has numbers; name one with --y."));
    }

    private static boolean isNumeric(List<String> cells) {
        long numbers = cells.stream().filter(cell -> !Double.isNaN(Cells.number(cell))).count();
        return numbers > 0 && numbers * 2 > cells.stream().filter(cell -> !cell.isEmpty()).count();
    }
}
