package parley.image.operation.upscale;

import parley.image.pixel.Plane;
import parley.image.pixel.Rows;

/// Makes luma twice as large with the learned filters.
public final class Doubling {
    /// How far beyond the lightest and darkest pixel around it a new pixel may go, as a share of
    /// their difference: more would be a halo.
    private static final float OVERSHOOT = 0.3f;

    private static final float SCALE = 1f / LumaGrid.WHITE;

    private final FilterBank bank;

    public Doubling(FilterBank bank) {
        this.bank = bank;
    }

    /// @return 0 to 1; beyond that by as much as the filters go
    public Plane luma(Plane luma) {
        LumaGrid grid = LumaGrid.of(luma);
        Surroundings surroundings = new Surroundings(grid);
        Neighbourhood neighbourhood = Neighbourhood.of(grid.stride());
        Plane made = Plane.empty(2 * luma.width(), 2 * luma.height());
        Rows.each(
                luma.height(),
                y -> {
                    int[] codes = new int[grid.width()];
                    surroundings.row(y, codes);
                    int[] quarters = new int[FilterBank.PHASES];
                    for (int x = 0; x < grid.width(); x++) {
                        pixel(grid, grid.index(x, y), codes[x], neighbourhood, quarters);
                        write(made, x, y, quarters, grid);
                    }
                });
        return made;
    }

    private void pixel(
            LumaGrid grid, int at, int code, Neighbourhood neighbourhood, int[] quarters) {
        int orientation = code & (Orientation.COUNT - 1);
        int first = (code >> Surroundings.ORIENTATION_BITS) * (FilterBank.PHASES * FilterBank.TAPS);
        int[] offsets = neighbourhood.offsets()[orientation];
        int[] values = grid.values();
        short[] weights = bank.weights();
        int middle = values[at];
        int q0 = 0;
        int q1 = 0;
        int q2 = 0;
        int q3 = 0;
        for (int tap = 0; tap < FilterBank.TAPS; tap++) {
            int difference = values[at + offsets[tap]] - middle;
            int weight = first + tap;
            q0 += difference * weights[weight];
            q1 += difference * weights[weight + FilterBank.TAPS];
            q2 += difference * weights[weight + 2 * FilterBank.TAPS];
            q3 += difference * weights[weight + 3 * FilterBank.TAPS];
        }
        int[] phases = neighbourhood.phases()[orientation];
        quarters[phases[0]] = q0;
        quarters[phases[1]] = q1;
        quarters[phases[2]] = q2;
        quarters[phases[3]] = q3;
    }

    private static void write(Plane made, int x, int y, int[] quarters, LumaGrid grid) {
        int at = grid.index(x, y);
        int middle = grid.values()[at];
        int least = middle;
        int most = middle;
        for (int dy = -1; dy <= 1; dy++) {
            for (int dx = -1; dx <= 1; dx++) {
                int value = grid.values()[at + dy * grid.stride() + dx];
                least = Math.min(least, value);
                most = Math.max(most, value);
            }
        }
        float more = OVERSHOOT * (most - least);
        for (int quarter = 0; quarter < FilterBank.PHASES; quarter++) {
            float value = middle + (float) quarters[quarter] / FilterBank.ONE;
            float held = Math.clamp(value, least - more, most + more);
            made.set(2 * x + (quarter & 1), 2 * y + (quarter >> 1), held * SCALE);
        }
    }
}
