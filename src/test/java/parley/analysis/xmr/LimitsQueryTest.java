package parley.analysis.xmr;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.analysis.xmr.Verification.Figure;
import parley.analysis.xmr.Verification.Recomputed;
import parley.analysis.xmr.XmrOptions.Dispersion;
import parley.analysis.xmr.XmrOptions.Gaps;
import parley.analysis.xmr.XmrOptions.Slope;
import parley.analysis.xmr.XmrOptions.Span;

class LimitsQueryTest {
    private static final double[] SOFTWARE = {
        5045, 4350, 4350, 3975, 4290, 4430, 4485, 4285, 3980, 3925, 3645, 3760, 3300, 3685, 3463,
        5200
    };

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:duckdb:", "jdbc:sqlite::memory:"})
    void theDatabaseWorksTheSameLimitsOut(String url) throws SQLException {
        for (Constants constants : Constants.values()) {
            XmrChart chart = Xmr.chart(SOFTWARE, XmrOptions.DEFAULT.withConstants(constants));

            Verification found = verified(url, "BIGINT", SOFTWARE, chart).getFirst();

            assertThat(found.verified()).as(found.sentence()).isTrue();
            assertThat(found.figures()).hasSize(7);
            assertThat(figure(found, "outsideLimits").recomputed()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:duckdb:", "jdbc:sqlite::memory:"})
    void missingValuesLockedLimitsAndPhasesAreVerifiedToo(String url) throws SQLException {
        double[] values = new Random(5).doubles(60, 90, 110).toArray();
        values[3] = Double.NaN;
        values[20] = Double.NaN;
        values[55] = 500;
        XmrOptions options = XmrOptions.DEFAULT.lockedOn(new Span(2, 12)).splitAt(List.of(17, 40));
        for (Gaps gaps : Gaps.values()) {
            XmrChart chart = Xmr.chart(values, options.withGaps(gaps));

            List<Verification> found = verified(url, "DOUBLE", values, chart);

            assertThat(found).hasSize(3).allMatch(Verification::verified);
            assertThat(figure(found.getLast(), "outsideLimits").recomputed()).isPositive();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:duckdb:", "jdbc:sqlite::memory:"})
    void rowsAfterTheLastPointAreLeftOut(String url) throws SQLException {
        XmrChart chart = Xmr.chart(Arrays.copyOf(SOFTWARE, 15), XmrOptions.DEFAULT);

        assertThat(verified(url, "BIGINT", SOFTWARE, chart)).allMatch(Verification::verified);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:duckdb:", "jdbc:sqlite::memory:"})
    void dataThatHasChangedMeanwhileIsNoticed(String url) throws SQLException {
        double[] changed = SOFTWARE.clone();
        changed[4] += 0.01;
        XmrChart chart = Xmr.chart(SOFTWARE, XmrOptions.DEFAULT);

        Verification found = verified(url, "DOUBLE", changed, chart).getFirst();

        assertThat(found.verified()).isFalse();
        assertThat(found.sentence()).contains("centre", "4135.5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:duckdb:", "jdbc:sqlite::memory:"})
    void onePointHasNoLimitsThereEither(String url) throws SQLException {
        double[] one = {7};

        assertThat(verified(url, "DOUBLE", one, Xmr.chart(one, XmrOptions.DEFAULT)).getFirst())
                .matches(Verification::verified);
    }

    @Test
    void whatCannotBeVerifiedSaysWhy() {
        XmrOptions usual = XmrOptions.DEFAULT;

        assertThat(LimitsQuery.obstacle(Xmr.chart(SOFTWARE, usual))).isEmpty();
        assertThat(obstacle(usual.withDispersion(Dispersion.MEDIAN_RANGE))).contains("medians");
        assertThat(obstacle(usual.withSlope(Slope.LEAST_SQUARES))).contains("Sloped");
        assertThat(obstacle(usual.screening())).contains("all values");
        assertThat(LimitsQuery.obstacle(Xmr.chart(new double[0], usual))).isPresent();
    }

    private static String obstacle(XmrOptions options) {
        return LimitsQuery.obstacle(Xmr.chart(SOFTWARE, options)).orElseThrow();
    }

    private static Figure figure(Verification verification, String quantity) {
        return verification.figures().stream()
                .filter(each -> each.quantity().equals(quantity))
                .findFirst()
                .orElseThrow();
    }

    /// Each phase of a chart, verified against the values in a real database.
    private static List<Verification> verified(
            String url, String type, double[] values, XmrChart chart) throws SQLException {
        try (Connection database = DriverManager.getConnection(url)) {
            fill(database, type, values);
            List<Verification> found = new ArrayList<>();
            for (Phase phase : chart.phases()) {
                String sql = LimitsQuery.sql(chart, phase, "SELECT day AS x, value AS y FROM data");
                try (Statement statement = database.createStatement();
                        ResultSet row = statement.executeQuery(sql)) {
                    assertThat(row.next()).isTrue();
                    found.add(Verification.compare(chart, phase, recomputed(row)));
                    assertThat(row.next()).isFalse();
                }
            }
            return found;
        }
    }

    private static Recomputed recomputed(ResultSet row) throws SQLException {
        return new Recomputed(
                number(row, "centre"),
                number(row, "average_range"),
                number(row, "lower_limit"),
                number(row, "upper_limit"),
                number(row, "upper_range"),
                row.getLong("outside_limits"),
                row.getLong("points"));
    }

    private static double number(ResultSet row, String column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? Double.NaN : value;
    }

    /// The last first, since the query has to put them in order.
    private static void fill(Connection database, String type, double[] values)
            throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute("CREATE TABLE data (day INTEGER, value " + type + ")");
        }
        try (PreparedStatement insert =
                database.prepareStatement("INSERT INTO data VALUES (?, ?)")) {
            for (int i = values.length - 1; i >= 0; i--) {
                insert.setInt(1, i);
                if (Double.isNaN(values[i])) {
                    insert.setNull(2, Types.DOUBLE);
                } else {
                    insert.setDouble(2, values[i]);
                }
                insert.executeUpdate();
            }
        }
    }
}
