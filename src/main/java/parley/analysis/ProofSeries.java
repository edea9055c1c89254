package parley.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import parley.analysis.xmr.Observation;
import parley.analysis.xmr.XmrChart;

/// The series of a chart as a database can bring it once more. A chart over time begins after an
/// unfinished stretch, and holds stretches that have no rows: the rows get numbers, those before
/// are left out, and what has no row is put between two numbers.
final class ProofSeries {
    /// So much is added to no query.
    private static final int MOST = 100;

    private static final double STEP = 0.001;

    private final XmrChart chart;

    /// The number of the row of each label, from 1.
    private final Map<String, Integer> rows = new HashMap<>();

    private final List<String> added = new ArrayList<>();
    private boolean whole = true;

    private ProofSeries(XmrChart chart, List<Observation> data) {
        this.chart = chart;
        data.forEach(point -> rows.put(point.label(), rows.size() + 1));
    }

    /// A SELECT of `x` and `y` that holds what the chart does, up to the last of its points.
    ///
    /// @param data what `series` brings, in order
    /// @param series a SELECT of `x` and `y`
    /// @return empty if the chart holds too much that is in no row
    static Optional<String> of(XmrChart chart, List<Observation> data, String series) {
        return new ProofSeries(chart, data).sql(series);
    }

    private Optional<String> sql(String series) {
        int first = place();
        if (added.size() > MOST) {
            return Optional.empty();
        }
        if (whole && first <= 1) {
            return Optional.of(series);
        }
        String numbered =
                "SELECT n AS x, y FROM (SELECT ROW_NUMBER() OVER (ORDER BY x) * 1e0 AS n, y FROM (%s) AS given WHERE x IS NOT NULL) AS numbered WHERE n >= %d"
                        .formatted(series, first);
        return Optional.of(
                added.isEmpty()
                        ? numbered
                        : numbered
                                + " UNION ALL SELECT "
                                + String.join(" UNION ALL SELECT ", added));
    }

    /// Puts what has no row between those that have one.
    ///
    /// @return the number of the first row that is charted
    private int place() {
        int first = 0;
        double last = 0;
        for (int point = 0; point < chart.size(); point++) {
            int row = rows.getOrDefault(chart.label(point), 0);
            if (first == 0 && row > 0) {
                first = row;
            }
            if (chart.missingBefore(point) > 0 && point > 0) {
                last = add(last, "NULL");
            }
            last = row > 0 ? row : add(last, "0");
        }
        return first;
    }

    private double add(double last, String value) {
        whole = false;
        double place = last + STEP;
        added.add("%s, %s".formatted(Double.toString(Math.round(place / STEP) * STEP), value));
        return place;
    }
}
