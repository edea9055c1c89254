package parley.analysis.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds what is wanted of a control chart.
final class ChartRules {
    private final Work work;

    ChartRules(Work work) {
        this.work = work;
    }

    /// Whether anything was.
    boolean apply() {
        int before = work.wordsLeft().size();
        profile();
        medians();
        lock();
        split();
        signals();
        work.take(Term.CHART, Term.CHART_THAT, Term.STABLE, Term.TREND, Term.ANALYZE);
        return work.wordsLeft().size() < before;
    }

    private boolean profile() {
        if (work.take(Term.NHS)) {
            return profile("nhs");
        }
        if (work.take(Term.WESTERN)) {
            return profile("western-electric");
        }
        if (work.take(Term.NELSON)) {
            return profile("nelson");
        }
        return work.take(Term.WHEELER) && profile("wheeler");
    }

    private boolean profile(String name) {
        Ask.ChartAsk chart = work.draft.chart;
        work.draft.chart =
                new Ask.ChartAsk(
                        name, chart.median(), chart.lockFirst(), chart.splitAt(), chart.since());
        return true;
    }

    private boolean medians() {
        if (!work.take(Term.MEDIAN_LIMITS)) {
            return false;
        }
        Ask.ChartAsk chart = work.draft.chart;
        work.draft.chart =
                new Ask.ChartAsk(
                        chart.profile(), true, chart.lockFirst(), chart.splitAt(), chart.since());
        return true;
    }

    private boolean lock() {
        int at = work.find(Term.LOCK);
        if (at < 0) {
            return false;
        }
        int number = work.is(at + 1, Term.FIRST) ? at + 2 : at + 1;
        Optional<Double> count =
                work.number(number).filter(each -> each >= 2 && each == Math.rint(each));
        if (count.isEmpty()) {
            return false;
        }
        for (int each = at; each <= number; each++) {
            work.use(each);
        }
        if (work.is(number + 1, Term.ROWS) || work.unit(number + 1).isPresent()) {
            work.use(number + 1);
        }
        Ask.ChartAsk chart = work.draft.chart;
        work.draft.chart =
                new Ask.ChartAsk(
                        chart.profile(),
                        chart.median(),
                        count.get().intValue(),
                        chart.splitAt(),
                        chart.since());
        return true;
    }

    private boolean split() {
        int at = work.find(Term.SPLIT);
        Optional<Period> period = work.period(at + 1);
        if (at < 0 || period.isEmpty() || period.get().from().isEmpty()) {
            return false;
        }
        work.use(at);
        work.use(at + 1);
        Ask.ChartAsk chart = work.draft.chart;
        List<String> starts = new ArrayList<>(chart.splitAt());
        starts.add(period.get().from().get().toString());
        work.draft.chart =
                new Ask.ChartAsk(
                        chart.profile(),
                        chart.median(),
                        chart.lockFirst(),
                        starts.stream().distinct().sorted().toList(),
                        chart.since());
        return true;
    }

    /// `signals since March`: the chart is of all, the answer about the later ones.
    private boolean signals() {
        int at = work.find(Term.SIGNALS);
        if (at < 0) {
            return false;
        }
        work.take(Term.SIGNALS);
        for (int each = 0; each < work.items.size(); each++) {
            Optional<Period> since = work.period(each).filter(Period::since);
            if (since.isPresent()) {
                work.use(each);
                Ask.ChartAsk chart = work.draft.chart;
                String day = since.get().from().map(Object::toString).orElse("");
                work.draft.chart =
                        new Ask.ChartAsk(
                                chart.profile(),
                                chart.median(),
                                chart.lockFirst(),
                                chart.splitAt(),
                                day);
            }
        }
        return true;
    }
}
