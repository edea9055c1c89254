package parley.bench.images;

import java.util.OptionalDouble;

/// One figure about pictures, beside that of something simpler.
///
/// @param unit `dB`, `SSIM`, `s`, …
/// @param baseline what the figure stands beside
/// @param baselineFigure in the same unit
/// @param atLeast what the figure should be at least; empty where nothing is aimed at
public record Measured(
        String what,
        String unit,
        double figure,
        String baseline,
        double baselineFigure,
        OptionalDouble atLeast) {}
