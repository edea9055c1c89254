package parley.analysis;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import parley.analysis.sql.Rows;

/// Looks for the numbers of a text in the cells it should be about. A number is found where a cell,
/// rounded as the text rounds, is the same.
final class NumberCheck {
    /// A number as people write it: `-1,234.5`, `12 %`, `3.4M`, `1.2e6`.
    private static final Pattern NUMBER =
            Pattern.compile(
                    "(?<![\\w.])([-\u2212]?)(\\d{1,3}(?:[,\u00a0\u202f']\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?)"
                            + "(?:e([+-]?\\d{1,3}))?(\\s?%|\\s?(?:k|K|M|bn|B|thousand|million|billion)\\b)?");

    /// The number of a list's item.
    private static final Pattern ITEM = Pattern.compile("(?m)^\\s*\\d{1,3}[.)]\\s");

    private static final Pattern CODE = Pattern.compile("(?s)```.*?```|`[^`\\n]*`");

    private final List<BigDecimal> known = new ArrayList<>();

    /// @param given texts whose numbers need no cell: the question
    NumberCheck(List<Rows> results, List<String> given) {
        for (Rows rows : results) {
            known.add(BigDecimal.valueOf(rows.cells().size()));
            known.add(BigDecimal.valueOf(rows.columns().size()));
            rows.cells().forEach(row -> row.forEach(this::learn));
        }
        given.forEach(this::learnText);
    }

    /// Numbers from elsewhere, such as the limits of a chart.
    void learn(double... values) {
        for (double value : values) {
            if (Double.isFinite(value)) {
                known.add(BigDecimal.valueOf(value));
            }
        }
    }

    void learnTexts(List<String> more) {
        more.forEach(this::learnText);
    }

    private void learn(@Nullable Object cell) {
        switch (cell) {
            case null -> {}
            case BigDecimal number -> known.add(number);
            case Double number when number.isNaN() || number.isInfinite() -> {}
            case Number number -> known.add(new BigDecimal(number.toString()));
            case Object other -> learnText(other.toString());
        }
    }

    private void learnText(String text) {
        Matcher matcher = NUMBER.matcher(text);
        while (matcher.find()) {
            known.add(value(matcher));
        }
        // The parts of dates and of names such as "Q1-2024".
        Matcher digits = Pattern.compile("\\d+").matcher(text);
        while (digits.find() && digits.group().length() < 19) {
            known.add(new BigDecimal(digits.group()));
        }
    }

    /// The numbers of a text that are in no cell, as they are written there, each once.
    List<String> unknown(String text) {
        String prose = ITEM.matcher(CODE.matcher(text).replaceAll(" ")).replaceAll(" ");
        Set<String> missing = new LinkedHashSet<>();
        Matcher matcher = NUMBER.matcher(prose);
        while (matcher.find()) {
            if (!isKnown(matcher)) {
                missing.add(matcher.group().strip());
            }
        }
        return List.copyOf(missing);
    }

    private boolean isKnown(Matcher matcher) {
        BigDecimal value = value(matcher);
        BigDecimal tolerance = tolerance(matcher);
        boolean percent = unit(matcher).equals("%");
        return known.stream()
                .anyMatch(cell ->
                        isNear(value, cell, tolerance)
                                // "-12 %" and "fell by 12 %" are one number; so are 0.12 and 12 %.
                                || isNear(value, cell.negate(), tolerance)
                                || (percent && isNear(value, cell.movePointRight(2), tolerance)));
    }

    private static boolean isNear(BigDecimal value, BigDecimal cell, BigDecimal tolerance) {
        return value.subtract(cell).abs().compareTo(tolerance) <= 0;
    }

    private static BigDecimal value(Matcher matcher) {
        BigDecimal digits = new BigDecimal(matcher.group(2).replaceAll("[,\u00a0\u202f']", ""));
        BigDecimal value = digits.movePointRight(shift(matcher));
        return matcher.group(1).isEmpty() ? value : value.negate();
    }

    /// Half of the last digit that is written.
    private static BigDecimal tolerance(Matcher matcher) {
        String digits = matcher.group(2);
        int point = digits.indexOf('.');
        int decimals = point < 0 ? 0 : digits.length() - point - 1;
        return new BigDecimal("0.5000001").movePointLeft(decimals).movePointRight(shift(matcher));
    }

    private static int shift(Matcher matcher) {
        int exponent = matcher.group(3) == null ? 0 : Integer.parseInt(matcher.group(3));
        return exponent
                + switch (unit(matcher)) {
                    case "k", "thousand" -> 3;
                    case "m", "million" -> 6;
                    case "b", "bn", "billion" -> 9;
                    default -> 0;
                };
    }

    private static String unit(Matcher matcher) {
        return matcher.group(4) == null ? "" : matcher.group(4).strip().toLowerCase(Locale.ROOT);
    }
}
