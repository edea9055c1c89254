package parley.analysis.question;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.analysis.sql.Rows;

/// Text in the making, that remembers which cell each number is from.
final class TextWithFigures {
    private final Rows rows;
    private final StringBuilder text = new StringBuilder();
    private final List<Told.Figure> figures = new ArrayList<>();

    TextWithFigures(Rows rows) {
        this.rows = rows;
    }

    TextWithFigures say(String words) {
        text.append(words);
        return this;
    }

    TextWithFigures cell(int row, int column) {
        return cell(row, column, Optional.empty());
    }

    /// Writes a cell; a time as the bucket it begins.
    TextWithFigures cell(int row, int column, Optional<Bucket> bucket) {
        int start = text.length();
        text.append(shown(rows.cells().get(row).get(column), bucket));
        if (text.chars().skip(start).anyMatch(Character::isDigit)) {
            figures.add(new Told.Figure(start, text.length(), row, column));
        }
        return this;
    }

    Told told() {
        return new Told(text.toString(), figures);
    }

    private static String shown(@Nullable Object cell, Optional<Bucket> bucket) {
        return switch (cell) {
            case null -> "(missing)";
            case Number number -> Numbers.shown(number);
            case LocalDate day -> bucket(day, bucket);
            case LocalDateTime time -> time.toString().replace('T', ' ');
            case Object other -> text(other.toString(), bucket);
        };
    }

    private static String text(String text, Optional<Bucket> bucket) {
        if (bucket.isPresent() && text.matches("\\d{4}-\\d{2}-\\d{2}")) {
            return bucket(LocalDate.parse(text), bucket);
        }
        // A cell is somebody else's text: it must not end a table's cell or begin markup.
        return text.replaceAll("\\s+", " ").replaceAll("([\\\\|`*_\\[\\]<>#])", "\\\\$1");
    }

    private static String bucket(LocalDate day, Optional<Bucket> bucket) {
        return switch (bucket.orElse(Bucket.DAY)) {
            case HOUR, DAY, WEEK -> day.toString();
            case MONTH -> day.toString().substring(0, 7);
            case QUARTER -> "%d Q%d".formatted(day.getYear(), (day.getMonthValue() + 2) / 3);
            case YEAR -> Integer.toString(day.getYear());
        };
    }
}
