package parley.analysis.question;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads stretches of time: `in March 2024`, `last 30 days`, `since 2024-06-01`. Relative ones
/// count from the end of the data where that lies in the past.
final class PeriodReader {
    private static final Set<String> SINCE = Set.of("since", "after", "from", "starting");
    private static final Set<String> BEFORE = Set.of("before", "until", "till", "by");
    private static final Map<String, Bucket> UNITS =
            Map.of(
                    "hour",
                    Bucket.HOUR,
                    "day",
                    Bucket.DAY,
                    "week",
                    Bucket.WEEK,
                    "month",
                    Bucket.MONTH,
                    "quarter",
                    Bucket.QUARTER,
                    "year",
                    Bucket.YEAR);

    private final List<Token> tokens;
    private final SpanReader spans;
    private final Optional<LocalDate> last;
    private final LocalDate today;

    /// What was read, and how many tokens it took.
    record Found(List<Period> periods, int length) {}

    PeriodReader(
            List<Token> tokens,
            Optional<LocalDate> first,
            Optional<LocalDate> last,
            LocalDate today) {
        this.tokens = tokens;
        this.spans = new SpanReader(tokens, first, last, today);
        this.last = last;
        this.today = today;
    }

    static Optional<Bucket> unit(String word) {
        return Optional.ofNullable(UNITS.get(Names.singular(word)));
    }

    static Set<String> units() {
        return UNITS.keySet();
    }

    Optional<Found> read(int start) {
        String word = norm(start);
        if (word.equals("between") || word.equals("from")) {
            Optional<Found> both = range(start + 1);
            if (both.isPresent()) {
                return both.map(found -> new Found(found.periods(), found.length() + 1));
            }
        }
        boolean since = SINCE.contains(word);
        boolean before = BEFORE.contains(word);
        boolean named = since || before || Set.of("in", "on", "during", "for", "of").contains(word);
        boolean beside =
                Set.of("with", "to", "vs", "versus", "and", "than", "or").contains(norm(start - 1))
                        && tokens.stream()
                                .filter(token -> !token.norm().equals(word))
                                .anyMatch(token -> SpanReader.isMonth(token.norm()));
        int skip = named ? 1 : 0;
        if (named && Set.of("the", "year", "all", "only").contains(norm(start + skip))) {
            skip++;
        }
        int taken = skip;
        Optional<Found> relative = relative(start + skip);
        if (relative.isPresent()) {
            return relative.map(found ->
                    new Found(
                            found.periods().stream()
                                    .map(each -> bounded(each, word, since, before))
                                    .toList(),
                            found.length() + taken));
        }
        return spans.read(start + skip, named || beside)
                .map(span -> new Found(periods(span, word, since, before), span.length() + taken));
    }

    private static Period bounded(Period period, String word, boolean since, boolean before) {
        if (since) {
            return new Period(
                    word.equals("after") ? period.until() : period.from(),
                    Optional.empty(),
                    word + " then: " + period.said(),
                    true);
        }
        return before
                ? new Period(
                        Optional.empty(), period.from(), "before then: " + period.said(), false)
                : period;
    }

    private List<Period> periods(SpanReader.Span span, String word, boolean since, boolean before) {
        List<Period> found = new ArrayList<>();
        for (LocalDate start : span.starts()) {
            LocalDate end = span.bucket().plus(start, 1);
            if (since) {
                LocalDate from = word.equals("after") ? end : start;
                found.add(
                        new Period(
                                Optional.of(from),
                                Optional.empty(),
                                "is %s or later".formatted(from),
                                true));
                return found;
            }
            if (before) {
                LocalDate until = word.equals("until") || word.equals("till") ? end : start;
                found.add(
                        new Period(
                                Optional.empty(), Optional.of(until), "is before " + until, false));
                return found;
            }
            found.add(
                    new Period(
                            Optional.of(start),
                            Optional.of(end),
                            "is in " + name(start, span.bucket()),
                            false));
        }
        return found;
    }

    private static String name(LocalDate start, Bucket bucket) {
        return switch (bucket) {
            case YEAR -> Integer.toString(start.getYear());
            case QUARTER -> "the quarter from " + start;
            case MONTH -> start.toString().substring(0, 7);
            case WEEK -> "the week from Monday, " + start;
            case DAY, HOUR -> start.toString();
        };
    }

    private Optional<Found> range(int start) {
        Optional<SpanReader.Span> one = spans.read(start, true);
        if (one.isEmpty()) {
            return Optional.empty();
        }
        int next = start + one.get().length();
        if (!Set.of("and", "to", "until", "till", "through").contains(norm(next))) {
            return Optional.empty();
        }
        return spans.read(next + 1, true)
                .map(two -> {
                    LocalDate end = two.bucket().plus(two.starts().getFirst(), 1);
                    LocalDate from = startBefore(one.get(), end);
                    return new Found(
                            List.of(
                                    new Period(
                                            Optional.of(from),
                                            Optional.of(end),
                                            "is from %s to %s, both included"
                                                    .formatted(from, end.minusDays(1)),
                                            false)),
                            one.get().length() + 1 + two.length());
                });
    }

    private static LocalDate startBefore(SpanReader.Span span, LocalDate end) {
        return span.starts().stream()
                .filter(start -> start.isBefore(end))
                .findFirst()
                .orElse(span.starts().getFirst());
    }

    // Relative

    private Optional<Found> relative(int start) {
        int at = norm(start).equals("the") ? start + 1 : start;
        String word = norm(at);
        int extra = at - start;
        if (word.equals("today") || word.equals("yesterday")) {
            LocalDate day =
                    word.equals("today") ? anchor(Bucket.DAY) : now(Bucket.DAY).minusDays(1);
            return Optional.of(found(day, day.plusDays(1), word, extra + 1));
        }
        boolean past = Set.of("last", "past", "previous", "recent").contains(word);
        if (past && number(at + 1).isPresent()) {
            int count = number(at + 1).get();
            Optional<Bucket> unit = unit(norm(at + 2));
            return unit.filter(each -> count > 0 && count < 10_000)
                    .map(bucket -> {
                        LocalDate end = now(bucket);
                        return found(bucket.plus(end, -count), end, words(at, at + 3), extra + 3);
                    });
        }
        Optional<Bucket> unit = unit(norm(at + 1));
        if (unit.isEmpty() || unit.get() == Bucket.HOUR) {
            return Optional.empty();
        }
        if (word.equals("this") || word.equals("current")) {
            LocalDate from = unit.get().start(anchor(unit.get()));
            return Optional.of(found(from, unit.get().plus(from, 1), words(at, at + 2), extra + 2));
        }
        if (past && !norm(at + 1).endsWith("s")) {
            LocalDate until = unit.get().start(now(unit.get()));
            return Optional.of(
                    found(unit.get().plus(until, -1), until, words(at, at + 2), extra + 2));
        }
        return Optional.empty();
    }

    private Found found(LocalDate from, LocalDate until, String words, int length) {
        String seen = isPast(Bucket.DAY) ? ", seen from the end of the data" : "";
        return new Found(
                List.of(
                        new Period(
                                Optional.of(from),
                                Optional.of(until),
                                "is in the %s (%s to %s%s)"
                                        .formatted(words, from, until.minusDays(1), seen),
                                false)),
                length);
    }

    private boolean isPast(Bucket bucket) {
        return last.filter(day -> bucket.plus(day, 1).isBefore(today)).isPresent();
    }

    /// The day that "this" is said on: today, or the data's last one if it ended a while ago.
    private LocalDate anchor(Bucket bucket) {
        return isPast(bucket) ? last.orElse(today) : today;
    }

    /// The day after all that "last" looks back on.
    private LocalDate now(Bucket bucket) {
        return isPast(bucket) ? anchor(bucket).plusDays(1) : today;
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
