package parley.analysis.question;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Reads days, months, quarters and years by their names: `2024-06-01`, `3 May 2024`, `Q2`, `the
/// first quarter of 2024`. Where no year is said, it is each of those in the data.
final class SpanReader {
    private static final List<String> MONTHS =
            List.of(
                    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov",
                    "dec");

    private final List<Token> tokens;
    private final Optional<LocalDate> first;
    private final Optional<LocalDate> last;
    private final LocalDate today;

    /// A date, month, quarter or year, of which there may be several.
    record Span(List<LocalDate> starts, Bucket bucket, String said, int length) {}

    SpanReader(
            List<Token> tokens,
            Optional<LocalDate> first,
            Optional<LocalDate> last,
            LocalDate today) {
        this.tokens = tokens;
        this.first = first;
        this.last = last;
        this.today = today;
    }

    /// What begins at a token.
    ///
    /// @param named whether a word before says that it is a time, as `in` does
    Optional<Span> read(int start, boolean named) {
        if (start >= tokens.size()) {
            return Optional.empty();
        }
        Token token = tokens.get(start);
        if (token.kind() == Token.Kind.DATE) {
            return day(token.text())
                    .map(day -> new Span(List.of(day), Bucket.DAY, token.text(), 1));
        }
        Optional<Span> month = month(start, named);
        if (month.isPresent()) {
            return month;
        }
        if (token.norm().matches("q[1-4]")) {
            return quarter(start, token.norm().charAt(1) - '1', 1);
        }
        Optional<Integer> ordinal = ordinal(start).filter(_ -> norm(start + 1).equals("quarter"));
        if (ordinal.isPresent()) {
            return quarter(start, ordinal.get() - 1, 2);
        }
        return year(start)
                .filter(_ -> named || first.isPresent())
                .map(year ->
                        new Span(List.of(LocalDate.of(year, 1, 1)), Bucket.YEAR, token.text(), 1));
    }

    private Optional<Span> month(int start, boolean named) {
        boolean dayFirst = number(start).filter(day -> day >= 1 && day <= 31).isPresent();
        int at = dayFirst ? (norm(start + 1).equals("of") ? start + 2 : start + 1) : start;
        int month = monthOf(norm(at));
        if (month == 0) {
            return Optional.empty();
        }
        Optional<Integer> dayAfter =
                dayFirst || year(at + 1).isPresent()
                        ? Optional.empty()
                        : number(at + 1).filter(day -> day >= 1 && day <= 31);
        int next = at + 1 + (dayAfter.isPresent() ? 1 : 0);
        boolean of = norm(next).equals("of") && year(next + 1).isPresent();
        next += norm(next).equals(",") || of ? 1 : 0;
        Optional<Integer> year = year(next);
        if (year.isEmpty() && norm(at).matches("may|mar|sep|dec") && !named) {
            return Optional.empty();
        }
        int end = year.isPresent() ? next + 1 : at + 1 + (dayAfter.isPresent() ? 1 : 0);
        int day = dayFirst ? number(start).orElseThrow() : dayAfter.orElse(0);
        List<LocalDate> starts = new ArrayList<>();
        for (int each : year.map(List::of).orElseGet(() -> years(month))) {
            try {
                starts.add(LocalDate.of(each, month, Math.max(1, day)));
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        }
        return Optional.of(
                new Span(
                        starts,
                        day > 0 ? Bucket.DAY : Bucket.MONTH,
                        words(start, end),
                        end - start));
    }

    /// `first` to `fourth`, or a number with its ending.
    private Optional<Integer> ordinal(int at) {
        int word = List.of("first", "second", "third", "fourth").indexOf(norm(at)) + 1;
        return norm(at).matches("[1-4](st|nd|rd|th)")
                ? Optional.of(norm(at).charAt(0) - '0')
                : Optional.of(word).filter(each -> each > 0);
    }

    private Optional<Span> quarter(int start, int index, int length) {
        int next = start + length + (norm(start + length).equals("of") ? 1 : 0);
        Optional<Integer> year = year(next);
        List<LocalDate> starts =
                year.map(List::of).orElseGet(() -> years(index * 3 + 1)).stream()
                        .map(each -> LocalDate.of(each, index * 3 + 1, 1))
                        .toList();
        int end = year.isPresent() ? next + 1 : start + length;
        return Optional.of(new Span(starts, Bucket.QUARTER, words(start, end), end - start));
    }

    /// The years whose such month is in the data, the latest first; at most three.
    private List<Integer> years(int month) {
        LocalDate end = last.orElse(today);
        LocalDate begin = first.orElse(LocalDate.of(end.getYear(), 1, 1));
        List<Integer> years = new ArrayList<>();
        for (int year = end.getYear(); year >= begin.getYear() && years.size() < 3; year--) {
            LocalDate start = LocalDate.of(year, month, 1);
            if (!start.isAfter(end) && start.plusMonths(1).isAfter(begin)) {
                years.add(year);
            }
        }
        return years.isEmpty() ? List.of(end.getYear()) : years;
    }

    private Optional<Integer> year(int at) {
        return number(at).filter(year -> year >= 1900 && year <= 2100 && norm(at).length() == 4);
    }

    static boolean isMonth(String word) {
        return monthOf(word) > 0;
    }

    private static int monthOf(String word) {
        if (!word.matches(
                "jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?")) {
            return 0;
        }
        return MONTHS.indexOf(word.substring(0, 3)) + 1;
    }

    private static Optional<LocalDate> day(String text) {
        try {
            if (text.contains("-")) {
                String[] parts = text.split("-");
                return Optional.of(
                        LocalDate.of(
                                Integer.parseInt(parts[0]),
                                Integer.parseInt(parts[1]),
                                Integer.parseInt(parts[2])));
            }
            String[] parts = text.split("[./]");
            int one = Integer.parseInt(parts[0]);
            int two = Integer.parseInt(parts[1]);
            int year = Integer.parseInt(parts[2]);
            if (text.contains("/") && one <= 12 && two <= 12 && one != two) {
                return Optional.empty();
            }
            boolean monthFirst = text.contains("/") && two > 12;
            return Optional.of(LocalDate.of(year, monthFirst ? one : two, monthFirst ? two : one));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private Optional<Integer> number(int at) {
        return at < tokens.size()
                ? tokens.get(at)
                        .number()
                        .filter(number ->
                                number.stripTrailingZeros().scale() <= 0
                                        && number.abs().intValue() < 100_000)
                        .map(Number::intValue)
                : Optional.empty();
    }

    private String norm(int at) {
        return at < tokens.size() && at >= 0 ? tokens.get(at).norm() : "";
    }

    private String words(int start, int end) {
        return String.join(
                " ",
                tokens.subList(start, end).stream()
                        .map(each -> each.text().toLowerCase(Locale.ROOT))
                        .toList());
    }
}
