package parley.bench.images;

import java.util.Optional;

/// One figure about the quality of what is made of pictures.
///
/// @param what what was measured, and on what
/// @param unit what the figure is in; empty for a plain number
/// @param beside what something simpler did with the same
public record Measure(
        String what, String unit, double figure, Optional<Beside> beside, Optional<Goal> goal) {
    /// @param figure in the same unit
    public record Beside(String what, double figure) {}

    /// What the figure should be.
    ///
    /// @param atLeast whether more is better
    public record Goal(boolean atLeast, double bound) {
        public boolean isMet(double figure) {
            return atLeast ? figure >= bound : figure <= bound;
        }
    }

    static Measure of(String what, String unit, double figure) {
        return new Measure(what, unit, figure, Optional.empty(), Optional.empty());
    }

    Measure atLeast(double bound) {
        return new Measure(what, unit, figure, beside, Optional.of(new Goal(true, bound)));
    }

    Measure atMost(double bound) {
        return new Measure(what, unit, figure, beside, Optional.of(new Goal(false, bound)));
    }

    Measure beside(String simpler, double its) {
        return new Measure(what, unit, figure, Optional.of(new Beside(simpler, its)), goal);
    }
}
