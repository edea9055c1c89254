package parley.llm.builtin.calculation;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import parley.llm.builtin.language.BundledText;

/// The units that are known, by all their names.
final class Units {
    private static final Units BUNDLED = new Units(BundledText.lines("units.txt"));

    private final Map<String, Unit> byName = new HashMap<>();

    private Units(List<String> lines) {
        lines.forEach(this::add);
    }

    /// The unit of that name. Capitals decide where they tell units apart: MB and Mb.
    static Optional<Unit> named(String name) {
        Unit exact = BUNDLED.byName.get(name);
        return exact == null
                ? Optional.ofNullable(BUNDLED.byName.get(name.toLowerCase(Locale.ROOT)))
                : Optional.of(exact);
    }

    private void add(String line) {
        List<String> parts = split(line, "\\|");
        List<String> names = split(parts.get(1), ",");
        Rational offset = parts.size() > 3 ? rational(parts.get(3)) : Rational.ZERO;
        Unit unit =
                new Unit(
                        parts.getFirst(),
                        names.get(0),
                        names.get(1),
                        rational(parts.get(2)),
                        offset);
        for (String name : names) {
            byName.put(name, unit);
            byName.putIfAbsent(name.toLowerCase(Locale.ROOT), unit);
        }
    }

    private static List<String> split(String text, String separator) {
        return Arrays.stream(text.split(separator, -1)).map(String::strip).toList();
    }

    private static Rational rational(String text) {
        List<String> parts = split(text, "/");
        Rational numerator = Rational.of(new BigDecimal(parts.getFirst()));
        return parts.size() == 1
                ? numerator
                : numerator.dividedBy(Rational.of(new BigDecimal(parts.get(1))));
    }
}
