package parley.analysis.xmr;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parley.analysis.xmr.XmrOptions.Span;
import parley.error.AppException;

/// Where phases begin and end, and which of their points set the limits.
record Boundaries(List<Span> phases, Optional<Span> baseline) {

    static Boundaries of(XmrOptions options, int size) {
        List<Span> phases = new ArrayList<>();
        int from = 0;
        for (int start : options.phaseStarts()) {
            if (start <= from || start >= size) {
                throw AppException.invalid(
                        "phaseStarts",
                        "No phase can start at point "
                                + (start + 1)
                                + ": starts are in ascending order, from point 2 to point "
                                + size
                                + ".");
            }
            phases.add(new Span(from, start - 1));
            from = start;
        }
        if (size > 0) {
            phases.add(new Span(from, size - 1));
        }
        options.baseline().ifPresent(baseline -> check(baseline, phases, size));
        return new Boundaries(List.copyOf(phases), options.baseline());
    }

    private static void check(Span baseline, List<Span> phases, int size) {
        String points = "points " + (baseline.from() + 1) + " to " + (baseline.to() + 1);
        if (baseline.from() < 0 || baseline.to() <= baseline.from() || baseline.to() >= size) {
            throw AppException.invalid(
                    "baseline",
                    "The limits cannot be locked on "
                            + points
                            + ": two points at least, of the "
                            + size
                            + " that are plotted, are needed.");
        }
        if (phases.stream().noneMatch(phase -> contains(phase, baseline))) {
            throw AppException.invalid(
                    "baseline",
                    "The limits cannot be locked on "
                            + points
                            + ": a new phase starts among them. Lock them within one phase.");
        }
    }

    /// The points that set the limits of a phase.
    Span basis(Span phase) {
        return baseline.filter(each -> contains(phase, each)).orElse(phase);
    }

    private static boolean contains(Span phase, Span part) {
        return phase.from() <= part.from() && part.to() <= phase.to();
    }
}
