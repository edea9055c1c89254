package parley.analysis.xmr;

import parley.analysis.xmr.RuleProfile.Marking;
import parley.analysis.xmr.RuleProfile.Near;

/// Finds the signals of one phase, each rule in one pass.
final class Detector {
    private static final int ALTERNATING = 14;
    private static final int WITHIN = 15;
    private static final int BEYOND = 8;

    private final RuleProfile profile;
    private final double[] values;
    private final double[] ranges;
    private final Phase phase;
    private final byte[] marks;

    /// @param marks takes the sum of the bits of the rules of each point
    Detector(RuleProfile profile, double[] values, double[] ranges, Phase phase, byte[] marks) {
        this.profile = profile;
        this.values = values;
        this.ranges = ranges;
        this.phase = phase;
        this.marks = marks;
    }

    void detect() {
        outside();
        runs();
        profile.near().forEach(this::near);
        if (profile.testsRanges()) {
            ranges();
        }
        if (profile.trend() > 0) {
            trends();
        }
        if (profile.testsSpread()) {
            alternating();
            withinOneSigma();
            beyondOneSigma();
        }
    }

    private void outside() {
        for (int i = phase.from(); i <= phase.to(); i++) {
            if (isOutside(i)) {
                mark(i, Rule.OUTSIDE_LIMITS);
            }
        }
    }

    private void ranges() {
        for (int i = phase.from(); i <= phase.to(); i++) {
            if (ranges[i] > phase.limits().upperRange()) {
                mark(i, Rule.RANGE);
            }
        }
    }

    private void runs() {
        int length = 0;
        int side = 0;
        for (int i = phase.from(); i <= phase.to(); i++) {
            int here = side(i);
            length = here != 0 && here == side ? length + 1 : Math.abs(here);
            side = here;
            markEnd(i, length, profile.run(), Rule.RUN);
        }
    }

    private void trends() {
        int length = 1;
        int direction = 0;
        for (int i = phase.from() + 1; i <= phase.to(); i++) {
            int here = direction(i);
            length = here != 0 && here == direction ? length + 1 : 1 + Math.abs(here);
            direction = here;
            markEnd(i, length, profile.trend(), Rule.TREND);
        }
    }

    private void alternating() {
        int length = 1;
        int direction = 0;
        for (int i = phase.from() + 1; i <= phase.to(); i++) {
            int here = direction(i);
            length = here != 0 && here == -direction ? length + 1 : 1 + Math.abs(here);
            direction = here;
            markEnd(i, length, ALTERNATING, Rule.ALTERNATING);
        }
    }

    private void withinOneSigma() {
        // Without any spread all values are on the centre: there is no zone to be within.
        if (!(phase.limits().averageRange() > 0)) {
            return;
        }
        int length = 0;
        for (int i = phase.from(); i <= phase.to(); i++) {
            length = beyond(i, 1.0 / 3) == 0 ? length + 1 : 0;
            markEnd(i, length, WITHIN, Rule.WITHIN_ONE_SIGMA);
        }
    }

    private void beyondOneSigma() {
        int length = 0;
        int lastAbove = -1;
        int lastBelow = -1;
        for (int i = phase.from(); i <= phase.to(); i++) {
            int here = beyond(i, 1.0 / 3);
            length = here == 0 ? 0 : length + 1;
            lastAbove = here > 0 ? i : lastAbove;
            lastBelow = here < 0 ? i : lastBelow;
            boolean both = Math.min(lastAbove, lastBelow) > i - BEYOND && lastBelow >= 0;
            if (both) {
                markEnd(i, length, BEYOND, Rule.BEYOND_ONE_SIGMA);
            }
        }
    }

    private void near(Near near) {
        int above = 0;
        int below = 0;
        for (int i = phase.from(); i <= phase.to(); i++) {
            int leaving = i - near.of();
            int gone = leaving >= phase.from() ? nearSide(leaving, near) : 0;
            int here = nearSide(i, near);
            above += (here > 0 ? 1 : 0) - (gone > 0 ? 1 : 0);
            below += (here < 0 ? 1 : 0) - (gone < 0 ? 1 : 0);
            if (i - near.of() + 1 >= phase.from()) {
                int found = above >= near.needed() ? 1 : below >= near.needed() ? -1 : 0;
                markNear(i, found, near);
            }
        }
    }

    private void markNear(int last, int found, Near near) {
        int first = last - near.of() + 1;
        if (found == 0 || (near.strict() && !allOnSide(first, last, found))) {
            return;
        }
        for (int i = profile.marking() == Marking.ALL ? first : last; i <= last; i++) {
            if (nearSide(i, near) == found) {
                mark(i, Rule.NEAR_LIMIT);
            }
        }
    }

    private boolean allOnSide(int first, int last, int wanted) {
        for (int i = first; i <= last; i++) {
            if (side(i) != wanted) {
                return false;
            }
        }
        return true;
    }

    private int nearSide(int index, Near near) {
        return near.strict() && isOutside(index) ? 0 : beyond(index, near.line());
    }

    /// Marks the end of a pattern that is `length` points long and needs `needed`.
    private void markEnd(int last, int length, int needed, Rule rule) {
        if (length < needed) {
            return;
        }
        boolean backwards = profile.marking() == Marking.ALL && length == needed;
        for (int i = backwards ? last - needed + 1 : last; i <= last; i++) {
            mark(i, rule);
        }
    }

    private void mark(int index, Rule rule) {
        marks[index] |= (byte) rule.bit();
    }

    private double rise(int index) {
        return phase.slope() == 0 ? 0 : phase.slope() * (index - phase.from());
    }

    private boolean isOutside(int index) {
        return beyond(index, 1) != 0;
    }

    private int side(int index) {
        return beyond(index, 0);
    }

    /// 1 above the upper line, −1 below the lower one, 0 between them or on one. With limits that
    /// are NaN nothing is beyond.
    private int beyond(int index, double line) {
        Limits limits = phase.limits();
        double value = values[index];
        double rise = rise(index);
        if (value > between(limits.centre(), limits.upper(), line) + rise) {
            return 1;
        }
        return value < between(limits.centre(), limits.lower(), line) + rise ? -1 : 0;
    }

    /// The line itself where it is drawn, so that what is tested is what is seen.
    private static double between(double centre, double limit, double line) {
        if (line == 0) {
            return centre;
        }
        if (line == 1) {
            return limit;
        }
        return line == 0.5 ? (centre + limit) / 2 : centre + line * (limit - centre);
    }

    private int direction(int index) {
        return (int) Math.signum(values[index] - values[index - 1]);
    }
}
