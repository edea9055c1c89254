package parley.analysis.xmr;

import java.util.Optional;
import parley.analysis.xmr.XmrOptions.Centre;
import parley.analysis.xmr.XmrOptions.Dispersion;
import parley.analysis.xmr.XmrOptions.Gaps;
import parley.analysis.xmr.XmrOptions.Span;

/// Writes the SQL that works the limits of a phase out again, where the data is. DuckDB,
/// PostgreSQL, MySQL 8, MariaDB and SQLite all take the same text: it uses `AVG`, `ABS`, `LAG`,
/// `COUNT`, `SUM` and `CASE` only.
///
/// The result is one row: `centre`, `average_range`, `lower_limit`, `upper_limit`, `upper_range`,
/// `outside_limits` and `points`. Give it to [Verification#compare].
public final class LimitsQuery {
    private LimitsQuery() {}

    /// Why limits cannot be worked out again so, as a sentence; empty where they can.
    public static Optional<String> obstacle(XmrChart chart) {
        XmrOptions options = chart.options();
        if (chart.size() == 0) {
            return Optional.of("There is no value to verify.");
        }
        if (chart.repairs().duplicates() > 0) {
            return Optional.of(
                    chart.repairs().duplicates()
                            + " values share their time with another one, so that the database"
                            + " cannot tell their order.");
        }
        if (options.season() != 0 || options.screened()) {
            return Optional.of("Only limits from all values as they are can be verified.");
        }
        if (chart.phases().stream().anyMatch(phase -> phase.slope() != 0)) {
            return Optional.of("Sloped limits cannot be verified in the database.");
        }
        return options.centre() == Centre.MEDIAN || options.dispersion() == Dispersion.MEDIAN_RANGE
                ? Optional.of("Limits from medians cannot be verified in the database.")
                : Optional.empty();
    }

    /// The query for one phase of a chart.
    ///
    /// @param series a SELECT of `x`, which orders the values as the chart does, and `y`, null
    ///   where it is missing. Rows after the last that is charted are left out. Its parameters are
    ///   those of the whole
    public static String sql(XmrChart chart, Phase phase, String series) {
        XmrOptions options = chart.options();
        Span basis =
                options.baseline()
                        .filter(span -> span.from() >= phase.from() && span.to() <= phase.to())
                        .orElse(new Span(phase.from(), phase.to()));
        // Integers times 1e0 are numbers with a fraction everywhere: MySQL would average them to
        // four
        // decimals. Counting values gives each its place, as ROW_NUMBER would count missing ones
        // too.
        return """
        WITH placed AS (
            SELECT x, y * 1e0 AS y,
                COUNT(y) OVER (ORDER BY x ROWS UNBOUNDED PRECEDING) AS place
            FROM (%1$s) AS series %2$s
        ), moved AS (
            SELECT y, place, ABS(y - LAG(y) OVER (ORDER BY x)) AS step FROM placed
        ), averages AS (
            SELECT AVG(CASE WHEN place BETWEEN %3$d AND %4$d THEN y END) AS centre,
                AVG(CASE WHEN place BETWEEN %5$d AND %4$d THEN step END) AS average_range
            FROM moved
        ), limits AS (
            SELECT centre, average_range,
                centre - %6$s * average_range AS lower_limit,
                centre + %6$s * average_range AS upper_limit,
                %7$s * average_range AS upper_range
            FROM averages
        )
        SELECT centre, average_range, lower_limit, upper_limit, upper_range,
            SUM(CASE WHEN y > upper_limit OR y < lower_limit THEN 1 ELSE 0 END)
                AS outside_limits,
            COUNT(y) AS points
        FROM moved CROSS JOIN limits
        WHERE place BETWEEN %8$d AND %9$d
        GROUP BY centre, average_range, lower_limit, upper_limit, upper_range
        """
                .formatted(
                        series,
                        options.gaps() == Gaps.BREAK ? "" : "WHERE y IS NOT NULL",
                        basis.from() + 1,
                        basis.to() + 1,
                        basis.from() + 2,
                        options.constants().limitFactor(options.dispersion()),
                        options.constants().rangeFactor(options.dispersion()),
                        phase.from() + 1,
                        phase.to() + 1);
    }
}
