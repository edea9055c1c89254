package parley.analysis.question;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import parley.analysis.sql.ColumnType;

/// How a column says yes and no.
record Flag(String yes, String no) {
    private static final Map<String, String> PAIRS =
            Map.of("yes", "no", "y", "n", "true", "false", "t", "f", "ja", "nein");

    /// Empty where the column says something else too.
    static Optional<Flag> of(ColumnFacts column) {
        if (column.column().type() == ColumnType.BOOLEAN) {
            return Optional.of(new Flag("true", "false"));
        }
        List<String> values = column.values();
        if (values.size() != 2) {
            return Optional.empty();
        }
        return flag(values.getFirst(), values.getLast())
                .or(() -> flag(values.getLast(), values.getFirst()));
    }

    private static Optional<Flag> flag(String yes, String no) {
        String opposite = PAIRS.getOrDefault(yes.toLowerCase(Locale.ROOT), "");
        return opposite.equals(no.toLowerCase(Locale.ROOT))
                ? Optional.of(new Flag(yes, no))
                : Optional.empty();
    }
}
