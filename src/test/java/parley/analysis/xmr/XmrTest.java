package parley.analysis.xmr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import parley.analysis.xmr.XmrChart.Repairs;
import parley.analysis.xmr.XmrOptions.Centre;
import parley.analysis.xmr.XmrOptions.Dispersion;
import parley.analysis.xmr.XmrOptions.Gaps;
import parley.analysis.xmr.XmrOptions.Slope;
import parley.analysis.xmr.XmrOptions.Span;
import parley.error.AppException;

class XmrTest {
    private static final XmrOptions USUAL = XmrOptions.DEFAULT;
    private static final Offset<Double> CLOSE = within(1e-9);

    @Test
    void withoutPointsThereIsNoPhase() {
        XmrChart chart = chart();

        assertThat(chart.size()).isZero();
        assertThat(chart.phases()).isEmpty();
        assertThat(chart.isStable()).isTrue();
    }

    @Test
    void onePointHasACentreAndNoLimits() {
        Limits limits = chart(5).limitsAt(0);

        assertThat(limits.centre()).isEqualTo(5);
        assertThat(limits.lower()).isNaN();
        assertThat(limits.upper()).isNaN();
        assertThat(limits.averageRange()).isNaN();
        assertThat(limits.upperRange()).isNaN();
    }

    @Test
    void twoPointsHaveTrialLimitsFromOneRange() {
        XmrChart chart = chart(4, 6);

        assertThat(chart.limitsAt(0).upper()).isCloseTo(5 + 2.66 * 2, CLOSE);
        assertThat(chart.limitsAt(0).lower()).isCloseTo(5 - 2.66 * 2, CLOSE);
        assertThat(chart.phases().getFirst().trial()).isTrue();
        assertThat(chart.range(0)).isNaN();
        assertThat(chart.range(1)).isEqualTo(2);
        assertThat(chart.validRanges()).isEqualTo(1);
    }

    @Test
    void thirteenPointsAreFirm() {
        assertThat(chart(new double[12]).phases().getFirst().trial()).isTrue();
        assertThat(chart(new double[13]).phases().getFirst().trial()).isFalse();
    }

    @Test
    void aFlatSeriesIsStableByEveryProfile() {
        double[] flat = new double[40];
        Arrays.fill(flat, 0.1);
        for (RuleProfile profile : RuleProfile.values()) {
            XmrChart chart = Xmr.chart(flat, USUAL.withProfile(profile));
            assertThat(chart.isStable()).isTrue();
            assertThat(chart.limitsAt(0)).isEqualTo(new Limits(0.1, 0.1, 0.1, 0.1, 0.1, 0, 0));
        }
    }

    @Test
    void oneValueOfManyEqualOnesIsOutside() {
        double[] values = new double[20];
        values[9] = 1;

        XmrChart chart = chart(values);

        assertThat(chart.rules(9)).contains(Rule.OUTSIDE_LIMITS, Rule.RANGE);
        assertThat(chart.signals(Rule.OUTSIDE_LIMITS)).containsExactly(9);
    }

    @Test
    void aValueOnALimitIsInside() {
        XmrOptions locked = USUAL.lockedOn(new Span(0, 1));
        double upper = chart(4, 6).limitsAt(0).upper();

        assertThat(Xmr.chart(new double[] {4, 6, upper}, locked).signals(Rule.OUTSIDE_LIMITS))
                .isEmpty();
        assertThat(
                        Xmr.chart(new double[] {4, 6, Math.nextUp(upper)}, locked)
                                .signals(Rule.OUTSIDE_LIMITS))
                .containsExactly(2);
    }

    @Test
    void aValueThatTiesWithTheMeanOfDecimalsBreaksARun() {
        double[] values = {
            0.3, 0.3, 0.3, 0.3, 0.2, 0.3, 0.3, 0.3, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1
        };

        XmrChart chart = chart(values);

        assertThat(chart.limitsAt(0).centre()).isEqualTo(0.2);
        assertThat(chart.signals(Rule.RUN)).isEmpty();
    }

    @Test
    void theLowerLimitIsNeverFloored() {
        assertThat(chart(1, 2, 1, 2, 10, 1, 2, 1).limitsAt(0).lower()).isNegative();
    }

    @Test
    void limitsKeepTheirDigitsFarFromZero() {
        double offset = 1L << 40;
        double[] near =
                new Random(7).doubles(500, 0, 1).map(v -> Math.rint(v * 1024) / 1024).toArray();
        double[] far = Arrays.stream(near).map(value -> value + offset).toArray();

        Limits expected = chart(near).limitsAt(0);
        Limits found = chart(far).limitsAt(0);

        assertThat(found.upper() - offset).isCloseTo(expected.upper(), within(1e-3));
        assertThat(found.averageRange()).isEqualTo(expected.averageRange());
        assertThat(chart(far).signals()).isEqualTo(chart(near).signals());
    }

    @Test
    void noiseThatIsLostInTheSizeOfTheValuesIsNoSignal() {
        double[] values = new Random(3).doubles(100, 0, 1e-3).map(noise -> 1e15 + noise).toArray();

        assertThat(chart(values).isStable()).isTrue();
        assertThat(chart(values).limitsAt(0).centre()).isEqualTo(1e15);
    }

    @Test
    void valuesWhoseSumIsTooLargeForANumberHaveAMean() {
        assertThat(chart(1.6e308, 1.6e308, 1.6e308).limitsAt(0).centre())
                .isCloseTo(1.6e308, within(1e294));
    }

    @Test
    void missingValuesBreakTheRangeOrAreBridged() {
        double[] values = {1, 2, Double.NaN, 5, Double.POSITIVE_INFINITY, 7};

        XmrChart broken = chart(values);
        XmrChart bridged = Xmr.chart(values, USUAL.withGaps(Gaps.BRIDGE));

        assertThat(broken.size()).isEqualTo(4);
        assertThat(broken.repairs()).isEqualTo(new Repairs(0, 2, 0));
        assertThat(broken.validRanges()).isEqualTo(1);
        assertThat(broken.limitsAt(0).averageRange()).isEqualTo(1);
        assertThat(bridged.validRanges()).isEqualTo(3);
        assertThat(bridged.limitsAt(0).averageRange()).isEqualTo(2);
    }

    @Test
    void observationsAreSortedByTimeAndTheMovedAndDoubledAreCounted() {
        List<Observation> data =
                List.of(on(3, 30), on(1, 10), on(2, 20), on(2, 21), on(5, 50), on(4, 40));

        XmrChart chart = Xmr.chart(data, USUAL);

        assertThat(values(chart)).containsExactly(10, 20, 21, 30, 40, 50);
        assertThat(chart.repairs()).isEqualTo(new Repairs(4, 0, 2));
        assertThat(chart.label(1)).isEqualTo("2024-01-02");
    }

    @Test
    void withoutATimeForEachTheOrderIsThatOfTheData() {
        List<Observation> data =
                List.of(on(3, 30), new Observation("?", Optional.empty(), 5), on(1, 10));

        assertThat(values(Xmr.chart(data, USUAL))).containsExactly(30, 5, 10);
    }

    @Test
    void rangesAndRulesDoNotCrossPhases() {
        double[] values = {1, 2, 1, 2, 1, 2, 11, 12, 11, 12, 11, 12};

        XmrChart chart = Xmr.chart(values, USUAL.splitAt(List.of(6)));

        assertThat(chart.isStable()).isTrue();
        assertThat(chart.range(6)).isNaN();
        assertThat(chart.validRanges()).isEqualTo(10);
        assertThat(chart.limitsAt(5).centre()).isEqualTo(1.5);
        assertThat(chart.limitsAt(6).centre()).isEqualTo(11.5);
        assertThat(chart.phaseAt(5)).isEqualTo(chart.phases().get(0));
        assertThat(chart.phaseAt(6)).isEqualTo(chart.phases().get(1));
        assertThat(chart.phaseAt(11)).isEqualTo(chart.phases().get(1));
        assertThatThrownBy(() -> chart.phaseAt(12)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void aRunThatAPhaseInterruptsIsNone() {
        double[] values = new double[30];
        for (int i = 0; i < values.length; i++) {
            values[i] = i % 15 < 8 ? 1 + i % 2 : -1 - i % 2;
        }
        assertThat(chart(values).signals(Rule.RUN)).isNotEmpty();
        assertThat(Xmr.chart(values, USUAL.splitAt(List.of(4, 11, 19, 26))).signals(Rule.RUN))
                .isEmpty();
    }

    @Test
    void lockedLimitsHoldUntilAPhaseStarts() {
        double[] values = {1, 2, 1, 2, 9, 9, 5, 6, 5, 6};
        XmrOptions options = USUAL.lockedOn(new Span(0, 3)).splitAt(List.of(6));

        XmrChart chart = Xmr.chart(values, options);

        assertThat(chart.limitsAt(4).centre()).isEqualTo(1.5);
        assertThat(chart.phases().getFirst().basis()).isEqualTo(4);
        assertThat(chart.signals(Rule.OUTSIDE_LIMITS)).containsExactly(4, 5);
        assertThat(chart.limitsAt(6).centre()).isEqualTo(5.5);
    }

    @Test
    void theMedianCanBeCentreAndMeasureOfWidth() {
        double[] values = {1, 2, 4, 3, 100};
        XmrOptions options =
                USUAL.withCentre(Centre.MEDIAN).withDispersion(Dispersion.MEDIAN_RANGE);

        Limits limits = Xmr.chart(values, options).limitsAt(0);

        assertThat(limits.centre()).isEqualTo(3);
        assertThat(limits.averageRange()).isEqualTo(1.5);
        assertThat(limits.upper()).isCloseTo(3 + 3.145 * 1.5, CLOSE);
        assertThat(limits.upperRange()).isCloseTo(3.865 * 1.5, CLOSE);
        assertThat(limits.upperQuartile()).isCloseTo(3 + 3.145 * 0.75, CLOSE);
    }

    @Test
    void slopesFollowHalfAveragesOrLeastSquares() {
        double[] region = {
            539, 558, 591, 556, 540, 590, 606, 643, 657, 602, 596, 640, 691, 723, 701, 802, 749,
            762, 807, 781
        };

        XmrChart halves = Xmr.chart(region, USUAL.withSlope(Slope.HALF_AVERAGES));
        XmrChart squares = Xmr.chart(region, USUAL.withSlope(Slope.LEAST_SQUARES));

        assertThat(halves.phases().getFirst().slope()).isCloseTo(13.7, CLOSE);
        assertThat(halves.limitsAt(4).centre() + 13.7)
                .isCloseTo(halves.limitsAt(5).centre(), CLOSE);
        double meanOfFirstHalf = Arrays.stream(region).limit(10).average().orElseThrow();
        assertThat((halves.limitsAt(4).centre() + halves.limitsAt(5).centre()) / 2)
                .isCloseTo(meanOfFirstHalf, CLOSE);
        assertThat(squares.phases().getFirst().slope()).isCloseTo(14.126, within(0.001));
    }

    @Test
    void aSlopeIsCarriedOnFromTheLockedPoints() {
        double[] values = IntStream.range(0, 20).mapToDouble(i -> 3 * i + i % 2).toArray();
        XmrOptions options = USUAL.withSlope(Slope.LEAST_SQUARES).lockedOn(new Span(4, 13));

        XmrChart chart = Xmr.chart(values, options);

        double slope = chart.phases().getFirst().slope();
        assertThat(chart.limitsAt(19).centre() - chart.limitsAt(0).centre())
                .isCloseTo(19 * slope, CLOSE);
        double middle = (chart.limitsAt(8).centre() + chart.limitsAt(9).centre()) / 2;
        assertThat(middle).isCloseTo(Arrays.stream(values, 4, 14).average().orElseThrow(), CLOSE);
    }

    @Test
    void aSeasonIsTakenOut() {
        double[] values = {10, 20, 10, 20, 10, 20};

        XmrChart chart = Xmr.chart(values, USUAL.withSeason(2));

        assertThat(values(chart)).containsOnly(15);
        assertThat(chart.givenValue(1)).isEqualTo(20);
        assertThat(values(chart.under(chart.options()))).containsOnly(15);
    }

    @Test
    void theSeasonGoesOnOverMissingValues() {
        double[] values = {10, 20, Double.NaN, 20, 10, 20};

        assertThat(values(Xmr.chart(values, USUAL.withSeason(2))))
                .containsExactly(new double[] {16, 16, 16, 16, 16}, CLOSE);
    }

    @Test
    void screeningLeavesOutRangesAboveTheirLimitOnce() {
        double[] values = {1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1};

        assertThat(Xmr.chart(values, USUAL.screening()).limitsAt(0).averageRange()).isEqualTo(1);
    }

    @Test
    void optionsThatDoNotFitThePointsAreRefusedWithTheValue() {
        double[] five = {1, 2, 3, 4, 5};

        refuses(five, USUAL.splitAt(List.of(5)), "point 6", "point 5");
        refuses(five, USUAL.splitAt(List.of(3, 2)), "point 3");
        refuses(five, USUAL.lockedOn(new Span(0, 9)), "points 1 to 10", "the 5");
        refuses(five, USUAL.lockedOn(new Span(2, 2)), "two points");
        refuses(five, USUAL.lockedOn(new Span(0, 3)).splitAt(List.of(2)), "new phase");
        refuses(five, USUAL.withSeason(4), "season of 4", "5 points");
        refuses(new double[] {-1, 1, -1, 1}, USUAL.withSeason(2), "above zero");
        refuses(
                five,
                USUAL.withSpecification(OptionalDouble.of(3), OptionalDouble.of(2)),
                "above the lower one");
    }

    @Test
    void aMillionPointsAreChartedAsAFewAre() {
        double[] values = new Random(1).doubles(1_000_000).toArray();

        XmrChart chart = chart(values);

        double sum = 0;
        for (int i = 1; i < values.length; i++) {
            sum += Math.abs(values[i] - values[i - 1]);
        }
        assertThat(chart.limitsAt(0).averageRange()).isCloseTo(sum / 999_999, within(1e-12));
        assertThat(chart.signals(Rule.RUN)).hasSizeBetween(10_000, 80_000);
    }

    @Test
    void whatIsMarkedIsTheSameAsTestedPointByPoint() {
        double[] values = new Random(11).doubles(3000).map(v -> Math.rint(v * 20)).toArray();
        XmrChart chart = chart(values);
        Limits limits = chart.limitsAt(0);

        List<Integer> outside = new ArrayList<>();
        List<Integer> near = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            if (values[i] > limits.upper() || values[i] < limits.lower()) {
                outside.add(i);
            }
            if (isNear(values, i, limits)) {
                near.add(i);
            }
        }
        assertThat(chart.signalsByRule().getOrDefault(Rule.OUTSIDE_LIMITS, List.of()))
                .isEqualTo(outside);
        assertThat(chart.signalsByRule().getOrDefault(Rule.NEAR_LIMIT, List.of())).isEqualTo(near);
        assertThat(near).isNotEmpty();
    }

    /// Whether one of the windows of four that a point is in has three beyond, it among them.
    private static boolean isNear(double[] values, int index, Limits limits) {
        for (int start = Math.max(0, index - 3); start <= index; start++) {
            if (start + 4 > values.length) {
                continue;
            }
            double[] window = Arrays.copyOfRange(values, start, start + 4);
            boolean high =
                    values[index] > limits.upperQuartile()
                            && Arrays.stream(window).filter(v -> v > limits.upperQuartile()).count()
                                    >= 3;
            boolean low =
                    values[index] < limits.lowerQuartile()
                            && Arrays.stream(window).filter(v -> v < limits.lowerQuartile()).count()
                                    >= 3;
            if (high || low) {
                return true;
            }
        }
        return false;
    }

    private static void refuses(double[] values, XmrOptions options, String... words) {
        assertThatThrownBy(() -> Xmr.chart(values, options))
                .isInstanceOf(AppException.class)
                .hasMessageContainingAll(words);
    }

    private static XmrChart chart(double... values) {
        return Xmr.chart(values, USUAL);
    }

    private static double[] values(XmrChart chart) {
        return IntStream.range(0, chart.size()).mapToDouble(chart::value).toArray();
    }

    private static Observation on(int day, double value) {
        LocalDateTime time = LocalDate.of(2024, 1, day).atStartOfDay();
        return new Observation(time.toLocalDate().toString(), Optional.of(time), value);
    }
}
