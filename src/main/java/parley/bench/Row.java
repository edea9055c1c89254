package parley.bench;

import java.util.Optional;

/// One line of a benchmark's table.
///
/// @param what what was measured
/// @param unit what the figure is in: `ms`, `turns/s`
/// @param figure what came of it
/// @param baseline what the same machine did in the same rounds with something simpler
record Row(
        String what, String unit, Samples figure, Optional<Baseline> baseline, Optional<Aim> aim) {

    /// Something simpler that was measured beside it, in the same unit.
    record Baseline(String what, Samples figure) {}

    static Row of(String what, String unit, Samples figure) {
        return new Row(what, unit, figure, Optional.empty(), Optional.empty());
    }

    static Row of(String what, String unit, double figure) {
        return of(what, unit, Samples.of(figure));
    }

    Row beside(String simpler, Samples its) {
        return new Row(what, unit, figure, Optional.of(new Baseline(simpler, its)), aim);
    }

    Row aiming(Aim newAim) {
        return new Row(what, unit, figure, baseline, Optional.of(newAim));
    }
}
