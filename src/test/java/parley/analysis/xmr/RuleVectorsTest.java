package parley.analysis.xmr;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The vectors that qcc and NHSRplotthedots test their rules with, in sigmas around a centre of 0;
/// points counted from 1.
class RuleVectorsTest {
    @Test
    void westernElectricMarksPointsBeyondThreeSigma() {
        assertThat(marked(RuleProfile.WESTERN_ELECTRIC, Rule.OUTSIDE_LIMITS, 0, 3.2, -3.5, 2.9))
                .containsExactly(2, 3);
    }

    @Test
    void westernElectricMarksThePointThatCompletesTwoOfThreeBeyondTwoSigma() {
        assertThat(marked(RuleProfile.WESTERN_ELECTRIC, Rule.NEAR_LIMIT, 0, 2.5, 1.0, 2.6, 0))
                .containsExactly(4);
    }

    @Test
    void westernElectricMarksThePointThatCompletesFourOfFiveBeyondOneSigma() {
        assertThat(
                        marked(
                                RuleProfile.WESTERN_ELECTRIC,
                                Rule.NEAR_LIMIT,
                                0,
                                1.2,
                                1.3,
                                0.2,
                                1.4,
                                1.5))
                .containsExactly(6);
    }

    @Test
    void westernElectricMarksRunsFromTheEighthPointOn() {
        double[] run = repeat(-1, 8, 1);
        assertThat(marked(RuleProfile.WESTERN_ELECTRIC, Rule.RUN, run)).containsExactly(8);
        double[] high = repeat(2.5, 7, 3.2);
        assertThat(marked(RuleProfile.WESTERN_ELECTRIC, Rule.RUN, high)).containsExactly(8);
        assertThat(marked(RuleProfile.WESTERN_ELECTRIC, Rule.NEAR_LIMIT, high))
                .containsExactly(3, 4, 5, 6, 7, 8);
        assertThat(marked(RuleProfile.WESTERN_ELECTRIC, Rule.OUTSIDE_LIMITS, high))
                .containsExactly(8);
    }

    @Test
    void nelsonNeedsNineOnOneSide() {
        double[] values = new double[20];
        Arrays.fill(values, 0, 10, 0.5);
        Arrays.fill(values, 10, 20, -0.5);
        assertThat(marked(RuleProfile.NELSON, Rule.RUN, values)).containsExactly(9, 10, 19, 20);
    }

    @Test
    void nelsonNeedsSixThatOnlyRiseOrFall() {
        assertThat(marked(RuleProfile.NELSON, Rule.TREND, 1, 2, 3, 4, 5, 6, 7, 7, 6, 5, 4, 3, 2, 1))
                .containsExactly(6, 7, 13, 14);
    }

    @Test
    void nelsonNeedsFourteenThatAlternate() {
        assertThat(
                        marked(
                                RuleProfile.NELSON,
                                Rule.ALTERNATING,
                                1,
                                3,
                                2,
                                4,
                                3,
                                5,
                                4,
                                6,
                                5,
                                7,
                                6,
                                8,
                                7,
                                9,
                                8))
                .containsExactly(14, 15);
    }

    @Test
    void nelsonCountsPointsNearALimitOnOneSideOnly() {
        assertThat(marked(RuleProfile.NELSON, Rule.NEAR_LIMIT, 0, 2.3, 0.4, 2.2, -2.4, -0.2, -2.5))
                .containsExactly(4, 7);
        assertThat(
                        marked(
                                RuleProfile.NELSON,
                                Rule.NEAR_LIMIT,
                                1.2,
                                1.3,
                                0.2,
                                1.4,
                                1.5,
                                -1.2,
                                -1.3,
                                -0.1,
                                -1.4,
                                -1.5))
                .containsExactly(5, 10);
    }

    @Test
    void nelsonNeedsFifteenWithinOneSigma() {
        assertThat(marked(RuleProfile.NELSON, Rule.WITHIN_ONE_SIGMA, repeat(0.3, 16, 1.2)))
                .containsExactly(15, 16);
    }

    @Test
    void nelsonNeedsEightBeyondOneSigmaOnBothSides() {
        assertThat(
                        marked(
                                RuleProfile.NELSON,
                                Rule.BEYOND_ONE_SIGMA,
                                1.2,
                                -1.3,
                                1.1,
                                -1.4,
                                1.5,
                                -1.2,
                                1.3,
                                -1.1,
                                0.2))
                .containsExactly(8);
        assertThat(marked(RuleProfile.NELSON, Rule.BEYOND_ONE_SIGMA, repeat(1.2, 7, 1.2)))
                .isEmpty();
    }

    @Test
    void nhsNeedsSevenOnOneSideAndMarksThemAll() {
        assertThat(marked(RuleProfile.NHS, Rule.RUN, repeat(1, 5, 1))).isEmpty();
        assertThat(marked(RuleProfile.NHS, Rule.RUN, repeat(1, 6, -1))).isEmpty();
        assertThat(marked(RuleProfile.NHS, Rule.RUN, repeat(1, 8, -1)))
                .containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
    }

    @Test
    void nhsNeedsSevenThatOnlyRiseOrFallAndMarksThemAll() {
        assertThat(marked(RuleProfile.NHS, Rule.TREND, 1, 2, 3, 4, 5, 6)).isEmpty();
        assertThat(marked(RuleProfile.NHS, Rule.TREND, 1, 2, 3, 3, 4, 5, 6)).isEmpty();
        assertThat(marked(RuleProfile.NHS, Rule.TREND, 2, 1, 2, 3, 4, 5, 6, 7, 3))
                .containsExactly(2, 3, 4, 5, 6, 7, 8);
        assertThat(marked(RuleProfile.NHS, Rule.TREND, 6, 7, 6, 5, 4, 3, 2, 1, 5))
                .containsExactly(2, 3, 4, 5, 6, 7, 8);
    }

    @Test
    void nhsCountsTwoOfThreeInTheOuterThirdOnTheSameSide() {
        assertThat(marked(RuleProfile.NHS, Rule.NEAR_LIMIT, 2.5, 1, 1, 2.5)).isEmpty();
        assertThat(marked(RuleProfile.NHS, Rule.NEAR_LIMIT, 2.5, 1, 1, 2.5, 2.5))
                .containsExactly(4, 5);
        assertThat(marked(RuleProfile.NHS, Rule.NEAR_LIMIT, 2.5, -2.5, 1, 2.5)).isEmpty();
        assertThat(marked(RuleProfile.NHS, Rule.NEAR_LIMIT, 2.5, -1, 2.5)).isEmpty();
        assertThat(marked(RuleProfile.NHS, Rule.NEAR_LIMIT, 2.5, 3.5, 1)).isEmpty();
    }

    @Test
    void wheelerMarksThoseOfFourThatAreBeyondTheQuartileLine() {
        assertThat(marked(RuleProfile.WHEELER, Rule.NEAR_LIMIT, 1.6, 0.1, 1.7, 1.6, 0.1))
                .containsExactly(1, 3, 4);
        assertThat(marked(RuleProfile.WHEELER, Rule.NEAR_LIMIT, 1.6, 1.7, -1.6, 0.1)).isEmpty();
    }

    @Test
    void aValueOnTheCentreBreaksARun() {
        double[] values = {11, 12, 11, 13, 10, 12, 11, 14, 12};
        double[] around = Arrays.stream(values).map(value -> (value - 10) / 2).toArray();
        for (RuleProfile profile : RuleProfile.values()) {
            assertThat(marked(profile, Rule.RUN, around)).isEmpty();
        }
    }

    private static double[] repeat(double value, int times, double last) {
        double[] values = new double[times + 1];
        Arrays.fill(values, value);
        values[times] = last;
        return values;
    }

    /// The points a rule marks when the limits are at three sigma.
    private static int[] marked(RuleProfile profile, Rule rule, double... values) {
        double[] ranges = new double[values.length];
        Arrays.fill(ranges, Double.NaN);
        byte[] marks = new byte[values.length];
        Limits limits = new Limits(0, -3, 3, -1.5, 1.5, 1.128, 3.686);
        Phase phase = new Phase(0, values.length - 1, limits, values.length, false, 0);
        new Detector(profile, values, ranges, phase, marks).detect();
        return IntStream.range(0, values.length)
                .filter(i -> (marks[i] & rule.bit()) != 0)
                .map(i -> i + 1)
                .toArray();
    }
}
