package parley.analysis.question;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import parley.analysis.sql.Column;

/// Says back what is asked, with the conventions that are used.
final class AskWords {
    private final Ask ask;

    private AskWords(Ask ask) {
        this.ask = ask;
    }

    static String of(Ask ask) {
        return new AskWords(ask).text();
    }

    private String text() {
        List<String> sentences = new ArrayList<>();
        String head = head() + where(ask.conditions());
        sentences.add(Character.toUpperCase(head.charAt(0)) + head.substring(1) + ".");
        sentences.addAll(conventions());
        FromSql.used(ask).forEach(join -> sentences.add(joined(join)));
        sentences.addAll(ask.notes());
        return String.join(" ", sentences);
    }

    private String head() {
        return switch (ask.kind()) {
            case AGGREGATE -> groups();
            case ROWS -> rows();
            case COMPARE ->
                    "%s, compared: first where %s, second where %s, with the difference (second minus first), also in percent of the first"
                            .formatted(measures(), side(0), side(1));
            case SHARE -> "%s where %s, in percent of all".formatted(measures(), side(0));
            case CORRELATION ->
                    "the correlation (Pearson) of %s, over rows that have both"
                            .formatted(names(" and "));
            case MISSING -> "how many values are missing in " + names(", ");
            case OUTLIERS -> "how many values of %s are outliers".formatted(names(""));
            case DUPLICATES -> "rows that repeat others in " + names(", ");
            case DESCRIBE ->
                    "for each column the rows, missing and different values, and for numbers minimum, mean and maximum";
            case SERIES -> series();
        };
    }

    private String groups() {
        String every =
                ask.keys().isEmpty()
                        ? ""
                        : " for each "
                                + ask.keys().stream()
                                        .map(AskWords::key)
                                        .collect(Collectors.joining(" and "));
        String having =
                ask.having()
                        .map(each ->
                                ", only those where %s is %s %s"
                                        .formatted(
                                                each.measure().words(),
                                                sign(each.test()),
                                                limit(each)))
                        .orElse("");
        return (ask.measures().isEmpty() ? "the different values" : measures())
                + every
                + extra()
                + having
                + order();
    }

    private static String limit(Ask.Having having) {
        if (!having.ofMean()) {
            return Numbers.plain(having.value());
        }
        String times = having.value() == 1 ? "" : Numbers.plain(having.value()) + " times ";
        return times
                + (having.measure().aggregate() == Aggregate.MEAN
                        ? "the mean of all rows"
                        : "the mean of all groups");
    }

    private String order() {
        String order =
                ask.descending().map(each -> each ? "greatest first" : "least first").orElse("");
        if (ask.limit() == 0) {
            return order.isEmpty() ? "" : ", " + order;
        }
        return ", " + order + (order.isEmpty() ? "" : ", ") + "the first " + ask.limit() + each();
    }

    private String each() {
        return ask.each().map(column -> " of each “%s”".formatted(column.name())).orElse("");
    }

    private String extra() {
        return switch (ask.extra()) {
            case NONE -> "";
            case SHARE -> ", also in percent of all";
            case RATE -> ", and of these where %s, in percent of each".formatted(side(0));
            case CHANGE -> ", with the change against the one before";
            case RUNNING -> ", summed up to each";
        };
    }

    private String rows() {
        String order =
                ask.order()
                        .map(column ->
                                ", ordered by “%s”, %s first"
                                        .formatted(
                                                column.name(),
                                                ask.descending().orElse(false)
                                                        ? "greatest"
                                                        : "least"))
                        .orElse("");
        String count =
                ask.limit() == 0
                        ? "the rows (at most 1000)"
                        : ask.limit() == 1 ? "the first row" : "the first " + ask.limit() + " rows";
        return count + each() + " with " + names(", ") + order;
    }

    private String series() {
        Key key = ask.keys().getFirst();
        String value =
                ask.measures().isEmpty()
                        ? "“%s”".formatted(ask.columns().getFirst().name())
                        : measures();
        return "a control chart (XmR) of %s %s"
                        .formatted(
                                value,
                                key.bucket().isPresent()
                                        ? "for each " + key(key)
                                        : "over “" + key.column().name() + "”")
                + chart();
    }

    private String chart() {
        Ask.ChartAsk chart = ask.chart();
        List<String> parts = new ArrayList<>();
        parts.add(", with the rules “%s”".formatted(chart.profile()));
        if (chart.median()) {
            parts.add("limits from medians");
        }
        if (chart.lockFirst() > 0) {
            parts.add("limits from the first %d points".formatted(chart.lockFirst()));
        }
        if (!chart.splitAt().isEmpty()) {
            parts.add("new limits from " + String.join(" and ", chart.splitAt()));
        }
        if (!chart.since().isEmpty()) {
            parts.add("telling of signals since " + chart.since());
        }
        return String.join(", ", parts);
    }

    private List<String> conventions() {
        List<String> said = new ArrayList<>();
        for (Measure measure : ask.measures()) {
            switch (measure.aggregate()) {
                case DEVIATION -> said.add("The standard deviation is that of a sample (n − 1).");
                case PERCENTILE -> said.add("Percentiles are interpolated linearly (type 7).");
                case COUNT, DISTINCT, DAYS, SUM, MEAN, MEDIAN, LEAST, GREATEST, SPREAD -> {}
            }
            measure.column()
                    .ifPresent(column ->
                            said.add(
                                    "Missing values of “%s” are left out."
                                            .formatted(column.name())));
        }
        if (ask.extra() == Ask.Extra.CHANGE) {
            ask.keys().stream()
                    .flatMap(key -> key.bucket().stream())
                    .forEach(bucket ->
                            said.add(
                                    "A %s without rows is passed over: the change is against the last one that has some."
                                            .formatted(bucket.noun())));
        }
        if (ask.kind() == Ask.Kind.OUTLIERS) {
            said.add(
                    "An outlier is more than 1.5 interquartile ranges beyond the quartiles (Tukey; quartiles of type 7).");
        }
        if (ask.keys().stream()
                .anyMatch(key -> key.bucket().filter(Bucket.WEEK::equals).isPresent())) {
            said.add("Weeks are ISO weeks, from Monday.");
        }
        return said.stream().distinct().toList();
    }

    private static String joined(Join join) {
        return "“%s” was looked up where its “%s” is “%s”."
                .formatted(join.name(), join.to(), join.from());
    }

    private String measures() {
        return ask.measures().stream().map(Measure::words).collect(Collectors.joining(" and "));
    }

    private static String key(Key key) {
        return key.bucket()
                .map(Bucket::noun)
                .or(() -> key.cycle().map(Cycle::noun))
                .map(noun -> "%s of “%s”".formatted(noun, key.column().name()))
                .orElse("“%s”".formatted(key.column().name()));
    }

    private String side(int side) {
        return conditions(ask.sides().get(side));
    }

    private static String where(List<Condition> conditions) {
        return conditions.isEmpty() ? "" : ", where " + conditions(conditions);
    }

    private static String conditions(List<Condition> conditions) {
        return conditions.stream().map(Condition::words).collect(Collectors.joining(" and "));
    }

    private String names(String between) {
        return ask.columns().stream()
                .map(Column::name)
                .map("“%s”"::formatted)
                .collect(Collectors.joining(between));
    }

    private static String sign(Condition.Test test) {
        return switch (test) {
            case LESS -> "less than";
            case AT_MOST -> "at most";
            case MORE -> "more than";
            case AT_LEAST -> "at least";
            case NOT_EQUAL -> "not";
            case EQUAL,
                    BETWEEN,
                    DURING,
                    NOT_DURING,
                    CONTAINS,
                    NOT_CONTAINS,
                    STARTS,
                    MISSING,
                    PRESENT,
                    ABOVE_MEAN,
                    BELOW_MEAN,
                    WEEKDAY,
                    CHILDLESS ->
                    "";
        };
    }
}
