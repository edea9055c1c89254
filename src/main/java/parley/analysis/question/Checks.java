package parley.analysis.question;

import java.util.Optional;

/// Whether a plan makes sense for the types of its columns.
final class Checks {
    private Checks() {}

    /// A sentence that says what does not fit.
    static Optional<String> problem(Ask ask) {
        return ask.measures().stream()
                .filter(measure -> measure.aggregate().needsNumbers())
                .flatMap(measure ->
                        measure.column().stream()
                                .map(column ->
                                        new Bad(measure, column.name(), column.type().isNumeric())))
                .filter(bad -> !bad.fits())
                .findFirst()
                .map(bad ->
                        "The %s of “%s” cannot be worked out, as it holds no numbers."
                                .formatted(bad.measure().aggregate().noun(), bad.name()))
                .or(() -> doubled(ask))
                .or(() -> partOfOther(ask))
                .or(() -> Contradictions.in(ask.conditions()))
                .or(() ->
                        isEmpty(ask)
                                ? Optional.of("I do not understand what is asked of this table.")
                                : Optional.empty())
                .or(() ->
                        ask.keys().size() > 2
                                ? Optional.of("At most two columns can be grouped by.")
                                : Optional.empty())
                .or(() ->
                        ask.limit() < 0
                                ? Optional.of("A number of rows is 1 or more.")
                                : Optional.empty());
    }

    private static Optional<String> partOfOther(Ask ask) {
        boolean adds =
                ask.measures().stream()
                        .allMatch(measure ->
                                measure.equals(Measure.ROWS)
                                        || measure.aggregate() == Aggregate.SUM);
        return ask.extra() != Ask.Extra.RATE || (adds && ask.measures().size() == 1)
                ? Optional.empty()
                : Optional.of("A share can be taken of sums and numbers of rows only.");
    }

    /// A column of another table would be counted once for each row here.
    private static Optional<String> doubled(Ask ask) {
        return ask.measures().stream()
                .filter(measure -> !measure.aggregate().isOfKinds())
                .flatMap(measure -> measure.column().stream())
                .filter(column ->
                        ask.source().joins().stream().anyMatch(join -> join.owns(column.name())))
                .findFirst()
                .map(column ->
                        "“%s” would be counted several times, once for each row of “%s”."
                                .formatted(column.name(), ask.source().name()));
    }

    private static boolean isEmpty(Ask ask) {
        return ask.measures().isEmpty() && ask.keys().isEmpty() && ask.columns().isEmpty();
    }

    private record Bad(Measure measure, String name, boolean fits) {}
}
