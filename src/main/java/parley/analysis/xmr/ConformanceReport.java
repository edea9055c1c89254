package parley.analysis.xmr;

import java.util.List;
import java.util.Optional;

/// What the published cases came to, worked out anew.
///
/// @param checks how many figures and sets of signals were compared
/// @param failed how many of these differ
public record ConformanceReport(boolean passed, int checks, int failed, List<Case> cases) {
    static ConformanceReport of(List<Case> cases) {
        int checks = cases.stream().mapToInt(Case::checks).sum();
        int failed = cases.stream().mapToInt(Case::failed).sum();
        return new ConformanceReport(failed == 0, checks, failed, cases);
    }

    /// One data set.
    ///
    /// @param source where it is published
    /// @param note what else is to be known of it; may be empty
    /// @param points how many values it has
    public record Case(
            String id,
            String source,
            String note,
            int points,
            boolean passed,
            List<Figure> figures,
            List<Signals> signals) {
        static Case of(
                String id,
                String source,
                String note,
                int points,
                List<Figure> figures,
                List<Signals> signals) {
            boolean passed =
                    figures.stream().allMatch(Figure::passed)
                            && signals.stream().allMatch(Signals::passed);
            return new Case(id, source, note, points, passed, figures, signals);
        }

        int checks() {
            return figures.size() + signals.size();
        }

        int failed() {
            return (int)
                    (figures.stream().filter(figure -> !figure.passed()).count()
                            + signals.stream().filter(each -> !each.passed()).count());
        }
    }

    /// One figure of a case.
    ///
    /// @param quantity `centre`, `upperLimit`, …
    /// @param constants under whose constants
    /// @param kind `published`: to the digits printed; `recomputed`: to 1e-9
    /// @param expected as it stands in the source
    /// @param computed as it came out here
    /// @param deviation computed less expected
    /// @param contradiction why the source's digits are not those of the formula, where that is so;
    ///   the computed figure then has the digits that the formula gives, or the check fails
    public record Figure(
            String quantity,
            String constants,
            String kind,
            String expected,
            double computed,
            double deviation,
            Optional<String> contradiction,
            boolean passed) {}

    /// The points that a rule marks, counted from 1.
    ///
    /// @param kind `published` or `recomputed`
    public record Signals(
            String profile,
            String rule,
            String kind,
            List<Integer> expected,
            List<Integer> computed,
            boolean passed) {}
}
