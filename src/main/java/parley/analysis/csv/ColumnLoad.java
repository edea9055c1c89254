package parley.analysis.csv;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.duckdb.DuckDBAppender;
import parley.analysis.sql.Column;

/// One column while its cells are put into the table.
final class ColumnLoad {
    private static final int EXAMPLES = 3;

    private final ColumnPlan plan;
    private final NumberReader numbers = new NumberReader();
    private final DateReader dates = new DateReader();
    private final List<String> examples = new ArrayList<>();
    private long missing;
    private long unparsed;

    ColumnLoad(ColumnPlan plan) {
        this.plan = plan;
    }

    void append(CharSequence cell, DuckDBAppender table) throws SQLException {
        boolean nothing =
                plan.kind() == CellKind.TEXT
                        ? Missing.isMissingText(cell)
                        : Missing.isMissing(cell);
        if (nothing) {
            missing++;
            table.appendNull();
        } else if (!appendValue(cell, table)) {
            unparsed++;
            if (examples.size() < EXAMPLES) {
                examples.add(NotCsv.shown(cell));
            }
            table.appendNull();
        }
    }

    ColumnProfile profile(String name, String header) {
        return new ColumnProfile(
                new Column(name, plan.kind().type()),
                header,
                plan.form(),
                missing,
                unparsed,
                List.copyOf(examples));
    }

    private boolean appendValue(CharSequence cell, DuckDBAppender table) throws SQLException {
        return switch (plan.kind()) {
            case TEXT -> {
                table.append(cell.toString());
                yield true;
            }
            case BOOLEAN -> {
                table.append(TypeDecision.isTrue(cell));
                yield true;
            }
            case INTEGER, DECIMAL -> appendNumber(cell, table);
            case DATE, TIMESTAMP -> appendDate(cell, table);
            case YEAR, COMPACT_DATE -> appendNumberedDate(cell, table);
            case TIME -> appendTime(cell, table);
        };
    }

    private boolean appendNumber(CharSequence cell, DuckDBAppender table) throws SQLException {
        if (!numbers.read(cell, plan.mark())) {
            return false;
        }
        if (plan.kind() == CellKind.INTEGER) {
            table.append(numbers.integer());
        } else {
            table.append(numbers.value());
        }
        return true;
    }

    private boolean appendDate(CharSequence cell, DuckDBAppender table) throws SQLException {
        if (!dates.read(cell, plan.dayFirst())) {
            return false;
        }
        if (plan.kind() == CellKind.DATE) {
            table.appendEpochDays(dates.epochDay());
        } else {
            table.appendEpochMicros(dates.epochMicros());
        }
        return true;
    }

    private boolean appendNumberedDate(CharSequence cell, DuckDBAppender table)
            throws SQLException {
        numbers.read(cell, '.');
        long number = numbers.integer();
        // All cells of such a column were seen to have the form.
        int day =
                plan.kind() == CellKind.YEAR
                        ? (int) LocalDate.of((int) number, 1, 1).toEpochDay()
                        : CompactDate.epochDay(number);
        table.appendEpochDays(day);
        return true;
    }

    private boolean appendTime(CharSequence cell, DuckDBAppender table) throws SQLException {
        if (!dates.readTime(cell)) {
            return false;
        }
        table.appendDayMicros(dates.dayMicros());
        return true;
    }
}
