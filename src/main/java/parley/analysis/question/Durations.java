package parley.analysis.question;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import parley.analysis.sql.Column;

/// What columns measure time in, as their names say: `waiting_minutes`.
final class Durations {
    private static final Map<String, Double> SECONDS =
            Map.ofEntries(
                    Map.entry("ms", 0.001),
                    Map.entry("sec", 1.0),
                    Map.entry("second", 1.0),
                    Map.entry("min", 60.0),
                    Map.entry("minute", 60.0),
                    Map.entry("hr", 3600.0),
                    Map.entry("hour", 3600.0),
                    Map.entry("day", 86_400.0),
                    Map.entry("week", 604_800.0));

    private static final Set<String> LASTING =
            Set.of("wait", "waiting", "duration", "response", "treatment", "handling", "delay");

    private Durations() {}

    /// How many of a column's own unit one of another is; empty where the name does not say, or
    /// months have different lengths.
    static Optional<Double> in(Column column, Bucket other) {
        Double own = SECONDS.get(Names.words(column.name()).getLast());
        Double unit = SECONDS.get(other.noun());
        return own == null || unit == null ? Optional.empty() : Optional.of(unit / own);
    }

    /// Whether a column says how long something took, so that "time" after it adds nothing.
    static boolean isOne(Column column) {
        String last = Names.words(column.name()).getLast();
        return SECONDS.containsKey(last) || LASTING.contains(last);
    }
}
