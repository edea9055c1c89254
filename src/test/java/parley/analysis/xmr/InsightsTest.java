package parley.analysis.xmr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class InsightsTest {
    private static final double[] SOFTWARE = {
        5045, 4350, 4350, 3975, 4290, 4430, 4485, 4285, 3980, 3925, 3645, 3760, 3300, 3685, 3463,
        5200
    };

    @Test
    void theSignalsAreToldWithLabelValueAndLimit() {
        Insights told = told(SOFTWARE, XmrOptions.DEFAULT);

        assertThat(told.processStable()).isFalse();
        assertThat(told.outOfControlPoints()).containsExactly(15);
        assertThat(told.findings().getFirst())
                .contains("sales is not stable: 1 of 16 values is a signal by the wheeler rules")
                .contains("around 4135.5", "between 3188.7 and 5082.3");
        assertThat(told.findings())
                .contains("Outside the limits: 2024-01-16 (5200, above 5082.3).")
                .anyMatch(each -> each.contains("by 1737 to 2024-01-16"));
        assertThat(told.recommendations().getFirst())
                .contains("what was different at 2024-01-16", "5200");
    }

    @Test
    void aStableProcessIsLeftAloneAndItsLimitsLocked() {
        double[] values = new Random(4).doubles(30, 10, 20).toArray();

        Insights told = told(values, XmrOptions.DEFAULT);

        assertThat(told.processStable()).isTrue();
        assertThat(told.findings().getFirst()).contains("none of 30 values is a signal");
        assertThat(told.recommendations())
                .anyMatch(each -> each.contains("Lock the limits on the values up to 2024-01-30"));
    }

    @Test
    void aShiftIsToldWithItsDirectionAndBeginning() {
        double[] values = new double[24];
        for (int i = 0; i < values.length; i++) {
            values[i] = (i < 14 ? 10 : 14) + i % 3;
        }

        Insights told = told(values, XmrOptions.DEFAULT);

        assertThat(told.findings())
                .anyMatch(each ->
                        each.startsWith(
                                "10 in a row above the centre 12.667, since 2024-01-15, and it still holds; 14 in a row below"));
        assertThat(told.recommendations())
                .anyMatch(each -> each.contains("start a new phase at 2024-01-15"))
                .anyMatch(each -> each.contains("moved up over the whole time"));
    }

    @Test
    void aTrendIsToldWithItsDirectionAndEnds() {
        double[] values = {5, 6, 5, 1, 2, 3, 4, 5, 6, 7, 8, 4, 5, 6, 5};

        Insights told = told(values, XmrOptions.DEFAULT.withProfile(RuleProfile.NHS));

        assertThat(told.findings())
                .contains("8 in a row that only rise, from 2024-01-04 to 2024-01-11.");
        assertThat(told.recommendations())
                .contains("Look for what has driven it up between 2024-01-04 and 2024-01-11.");
    }

    @Test
    void tooFewPointsAreNotJudged() {
        Insights told = told(new double[] {3, 4, 3}, XmrOptions.DEFAULT);

        assertThat(told.processStable()).isTrue();
        assertThat(told.findings().getFirst()).contains("3 values of sales are too few to judge");
        assertThat(told.recommendations())
                .containsExactly(
                        "Chart it again when there are 3 more values at least; 10 more make the"
                                + " limits firm.");
        assertThat(told(new double[0], XmrOptions.DEFAULT).findings().getFirst())
                .isEqualTo("There is no value of sales to chart.");
        assertThat(told(new double[] {3}, XmrOptions.DEFAULT).findings().getFirst())
                .startsWith("One value of sales is too few");
    }

    @Test
    void trialLimitsAndAFlatSeriesAreSaidToBe() {
        assertThat(told(new double[] {3, 4, 3, 5, 3, 4, 2}, XmrOptions.DEFAULT).findings())
                .anyMatch(each -> each.contains("from 7 values and are trial limits"));
        assertThat(told(new double[20], XmrOptions.DEFAULT).findings())
                .containsExactly("sales is stable: it does not vary in 20 values. It is 0.");
    }

    @Test
    void valuesThatResembleTheOneBeforeAreWarnedOf() {
        var random = new Random(2);
        double[] values = new double[60];
        for (int i = 1; i < values.length; i++) {
            values[i] = 0.9 * values[i - 1] + random.nextGaussian();
        }

        assertThat(told(values, XmrOptions.DEFAULT).findings())
                .anyMatch(each -> each.contains("resembles the one before it (autocorrelation 0."));
    }

    @Test
    void limitsThatAFewRangesWidenAreSaidToBe() {
        double[] values = new double[40];
        for (int i = 0; i < values.length; i++) {
            values[i] = 1 + i % 2;
        }
        values[10] = 10;
        values[20] = 5;

        assertThat(told(values, XmrOptions.DEFAULT).findings())
                .anyMatch(each -> each.contains("with 2 values outside instead of 1"));
    }

    @Test
    void everyNumberIsOneOfTheChart() {
        double[] values = new Random(9).doubles(40, 100, 130).toArray();
        values[30] = 190;
        XmrChart chart = chart(values, XmrOptions.DEFAULT);
        Figures figures = Figures.of(chart);
        Limits limits = chart.limitsAt(0);
        Set<String> known = new HashSet<>();
        for (int count = 1; count <= chart.size(); count++) {
            known.add(Integer.toString(count));
        }
        for (double line :
                new double[] {
                    limits.centre(), limits.lower(), limits.upper(), limits.upperRange()
                }) {
            known.add(figures.line(line));
        }
        for (int i = 0; i < chart.size(); i++) {
            known.add(figures.value(chart.value(i)));
            known.add(figures.value(chart.range(Math.max(1, i))));
        }
        XmrChart screened = chart.under(chart.options().screening());
        known.add(figures.line(screened.limitsAt(0).lower()));
        known.add(figures.line(screened.limitsAt(0).upper()));

        Insights told = Insights.of(chart, "sales");

        List<String> sentences = new ArrayList<>(told.findings());
        sentences.addAll(told.recommendations());
        for (String sentence : sentences) {
            String undated = sentence.replaceAll("\\d{4}-\\d\\d-\\d\\d", "");
            assertThat(known)
                    .as(sentence)
                    .containsAll(
                            Pattern.compile("-?\\d+(\\.\\d+)?")
                                    .matcher(undated)
                                    .results()
                                    .map(MatchResult::group)
                                    .toList());
        }
    }

    @Test
    void differentDataGetsDifferentTexts() {
        Set<String> texts = new HashSet<>();
        for (int seed = 0; seed < 20; seed++) {
            double[] values = new Random(seed).doubles(30, 10, 20).toArray();
            Insights told = told(values, XmrOptions.DEFAULT);
            texts.add(told.markdown());
        }
        assertThat(texts).hasSize(20);
    }

    @Test
    void markdownIsShortAndNamesAreEscaped() {
        Insights told = Insights.of(chart(SOFTWARE, XmrOptions.DEFAULT), "![x](http://evil)");

        assertThat(told.markdown())
                .startsWith("**\\!\\[x\\]\\(http://evil\\) is not stable")
                .hasSizeLessThan(700);
    }

    @Test
    void capabilityNeedsSpecificationLimits() {
        assertThat(chart(SOFTWARE, XmrOptions.DEFAULT).capability())
                .isInstanceOfSatisfying(
                        Capability.Unknown.class,
                        unknown -> assertThat(unknown.reason()).contains("specification limits"));
    }

    /// NIST/SEMATECH e-Handbook, 6.1.6.
    @Test
    void capabilityIsNists() {
        Capability.Known known =
                Capability.of(
                        16, 2, 2, OptionalDouble.of(8), OptionalDouble.of(20), Optional.empty());

        assertThat(known.cp()).hasValue(1.0);
        assertThat(known.cpk()).isCloseTo(0.6667, within(5e-5));
        assertThat(known.pp()).hasValue(1.0);
        assertThat(known.words()).isEqualTo("Cp 1.00, Cpk 0.67, Pp 1.00, Ppk 0.67");
    }

    @Test
    void capabilityOfAChartComesFromItsRangesAndIsNotPredictiveWhenUnstable() {
        XmrOptions demanded =
                XmrOptions.DEFAULT.withSpecification(
                        OptionalDouble.empty(), OptionalDouble.of(6000));

        Capability found = chart(SOFTWARE, demanded).capability();

        assertThat(found)
                .isInstanceOfSatisfying(
                        Capability.Known.class,
                        known -> {
                            double sigma = 355.93333333333334 / 1.128;
                            assertThat(known.cpk())
                                    .isCloseTo((6000 - 4135.5) / (3 * sigma), within(1e-9));
                            assertThat(known.cp()).isEmpty();
                            assertThat(known.caution().orElseThrow()).contains("not stable");
                        });
        assertThat(chart(new double[8], demanded).capability().words()).contains("do not");
    }

    private static Insights told(double[] values, XmrOptions options) {
        return Insights.of(chart(values, options), "sales");
    }

    private static XmrChart chart(double[] values, XmrOptions options) {
        List<Observation> data = new ArrayList<>();
        LocalDate first = LocalDate.of(2024, 1, 1);
        for (double value : values) {
            LocalDate day = first.plusDays(data.size());
            data.add(new Observation(day.toString(), Optional.of(day.atStartOfDay()), value));
        }
        return Xmr.chart(data, options);
    }
}
