package parley.analysis.xmr;

import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// A chart, worked out: points in the order of time, each with its lines and the rules it takes
/// part in. Immutable; a million points take some tens of bytes each.
public final class XmrChart {
    private final XmrOptions options;
    private final Series series;
    private final List<Observation> points;
    private final double[] values;
    private final double[] ranges;
    private final byte[] rules;
    private final List<Phase> phases;
    private final int[] starts;
    private final Repairs repairs;

    /// What was done to the data before it was charted.
    ///
    /// @param moved how many observations were not in the order of time
    /// @param missing how many had no value; they are not plotted
    /// @param duplicates how many have the time of another one; they are plotted
    public record Repairs(int moved, int missing, int duplicates) {}

    /// Takes the arrays over; nobody else may change them.
    ///
    /// @param series what was given
    /// @param values what is plotted
    /// @param ranges the moving range at each point, NaN where there is none
    /// @param rules the sum of the [Rule#bit]s at each point
    XmrChart(
            XmrOptions options,
            Series series,
            double[] values,
            double[] ranges,
            byte[] rules,
            List<Phase> phases) {
        this.options = options;
        this.series = series;
        this.points = series.points();
        this.values = values;
        this.ranges = ranges;
        this.rules = rules;
        this.phases = List.copyOf(phases);
        this.starts = phases.stream().mapToInt(Phase::from).toArray();
        this.repairs = series.repairs();
    }

    public XmrOptions options() {
        return options;
    }

    /// How many points are plotted.
    public int size() {
        return points.size();
    }

    public String label(int index) {
        return points.get(index).label();
    }

    public Optional<LocalDateTime> time(int index) {
        return points.get(index).time();
    }

    /// How many observations without a value come right before a point.
    public int missingBefore(int index) {
        int before = index == 0 ? -1 : series.place(index - 1);
        return series.place(index) - before - 1;
    }

    /// The value that is plotted: as it was given, or without the pattern of the season if that was
    /// taken out.
    public double value(int index) {
        return values[index];
    }

    /// The value as it was given.
    public double givenValue(int index) {
        return points.get(index).value();
    }

    /// The moving range that ends here; NaN where there is none.
    public double range(int index) {
        return ranges[index];
    }

    /// The rules the point takes part in, the strongest first.
    public Set<Rule> rules(int index) {
        Set<Rule> found = EnumSet.noneOf(Rule.class);
        for (Rule rule : Rule.values()) {
            if ((rules[index] & rule.bit()) != 0) {
                found.add(rule);
            }
        }
        return found;
    }

    /// The strongest rule the point takes part in.
    public Optional<Rule> strongest(int index) {
        return rules(index).stream().findFirst();
    }

    public boolean isSignal(int index) {
        return rules[index] != 0;
    }

    /// All points that are signals, 0-based, ascending.
    public int[] signals() {
        return IntStream.range(0, size()).filter(this::isSignal).toArray();
    }

    /// The points that take part in a rule, 0-based, ascending.
    public int[] signals(Rule rule) {
        return IntStream.range(0, size()).filter(i -> (rules[i] & rule.bit()) != 0).toArray();
    }

    /// The points that take part in each rule, the strongest first; only rules that some point
    /// takes part in.
    public Map<Rule, List<Integer>> signalsByRule() {
        Map<Rule, List<Integer>> found = new EnumMap<>(Rule.class);
        for (Rule rule : Rule.values()) {
            List<Integer> of = IntStream.of(signals(rule)).boxed().toList();
            if (!of.isEmpty()) {
                found.put(rule, of);
            }
        }
        return Collections.unmodifiableMap(found);
    }

    /// Whether no point is a signal. With fewer than [Xmr#ENOUGH] points that says little.
    public boolean isStable() {
        return signals().length == 0;
    }

    /// The values of a phase.
    double[] values(Phase phase) {
        return Arrays.copyOfRange(values, phase.from(), phase.to() + 1);
    }

    /// The mean of a phase's values, without those that are missing.
    public double mean(Phase phase) {
        return Arrays.stream(values(phase))
                .filter(value -> !Double.isNaN(value))
                .average()
                .orElse(Double.NaN);
    }

    /// The same data under other options.
    ///
    /// @throws parley.error.AppException (400) the options do not fit these points
    public XmrChart under(XmrOptions others) {
        return Xmr.chart(series, others);
    }

    /// What the process can do, or why that cannot be said.
    public Capability capability() {
        return Capability.of(this);
    }

    /// The correlation of each value with the one before it, from −1 to 1; NaN for values that do
    /// not differ.
    public double autocorrelation() {
        return Sums.autocorrelation(values);
    }

    /// How many moving ranges there are.
    public int validRanges() {
        return (int) Arrays.stream(ranges).filter(range -> !Double.isNaN(range)).count();
    }

    /// At least one, unless there are no points.
    public List<Phase> phases() {
        return phases;
    }

    /// The phase a point is in.
    public Phase phaseAt(int index) {
        Objects.checkIndex(index, size());
        int found = Arrays.binarySearch(starts, index);
        return phases.get(found >= 0 ? found : -found - 2);
    }

    /// The lines at a point.
    public Limits limitsAt(int index) {
        Phase phase = phaseAt(index);
        double rise = phase.slope() * (index - phase.from());
        Limits first = phase.limits();
        return rise == 0
                ? first
                : new Limits(
                        first.centre() + rise,
                        first.lower() + rise,
                        first.upper() + rise,
                        first.lowerQuartile() + rise,
                        first.upperQuartile() + rise,
                        first.averageRange(),
                        first.upperRange());
    }

    public Repairs repairs() {
        return repairs;
    }
}
