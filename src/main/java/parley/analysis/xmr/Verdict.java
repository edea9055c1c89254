package parley.analysis.xmr;

/// Says in a sentence whether a process is stable, and about what.
final class Verdict {
    private final XmrChart chart;
    private final String valueName;
    private final Figures figures;

    Verdict(XmrChart chart, String valueName) {
        this.chart = chart;
        this.valueName = valueName;
        this.figures = Figures.of(chart);
    }

    String sentence() {
        if (chart.size() == 0) {
            return "There is no value of " + valueName + " to chart.";
        }
        int signals = chart.signals().length;
        if (chart.size() < Xmr.ENOUGH) {
            return tooFew(signals);
        }
        String verdict = signals == 0 ? stable() : unstable(signals);
        return verdict + " " + lines();
    }

    private String tooFew(int signals) {
        String found =
                switch (signals) {
                    case 0 -> "";
                    case 1 -> " One is a signal all the same.";
                    default -> " " + signals + " are signals all the same.";
                };
        String counted = chart.size() == 1 ? "One value" : chart.size() + " values";
        return counted
                + " of "
                + valueName
                + (chart.size() == 1 ? " is" : " are")
                + " too few to judge whether it is stable; "
                + Xmr.ENOUGH
                + " are the least."
                + found;
    }

    private String stable() {
        if (chart.phases().stream().allMatch(phase -> phase.limits().averageRange() == 0)) {
            return valueName + " is stable: it does not vary in " + chart.size() + " values.";
        }
        return valueName
                + " is stable: none of "
                + chart.size()
                + " values is a signal by the "
                + chart.options().profile().wireName()
                + " rules.";
    }

    private String unstable(int signals) {
        return valueName
                + " is not stable: "
                + signals
                + " of "
                + chart.size()
                + " values "
                + (signals == 1 ? "is a signal" : "are signals")
                + " by the "
                + chart.options().profile().wireName()
                + " rules.";
    }

    private String lines() {
        Phase phase = chart.phases().getLast();
        Limits limits = chart.limitsAt(phase.to());
        String where =
                chart.phases().size() > 1
                        ? "In the last of " + chart.phases().size() + " phases"
                        : phase.slope() == 0 ? "" : "At its end";
        String it = where.isEmpty() ? "It" : where + " it";
        String centre = figures.line(limits.centre());
        if (!(limits.averageRange() > 0)) {
            return it + " is " + centre + ".";
        }
        return it
                + " varies around "
                + centre
                + ", routinely between "
                + figures.line(limits.lower())
                + " and "
                + figures.line(limits.upper())
                + ".";
    }
}
