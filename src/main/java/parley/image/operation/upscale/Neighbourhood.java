package parley.image.operation.upscale;

/// Where the 9 × 9 pixels around one are in a grid, for each way to lay them.
@SuppressWarnings("ArrayRecordComponent") // Compared nowhere.
public record Neighbourhood(int[][] offsets, int[][] phases) {
    /// For a grid with this stride.
    public static Neighbourhood of(int stride) {
        int[][] offsets = new int[Orientation.COUNT][FilterBank.TAPS];
        int[][] phases = new int[Orientation.COUNT][FilterBank.PHASES];
        for (int orientation = 0; orientation < Orientation.COUNT; orientation++) {
            for (int tap = 0; tap < FilterBank.TAPS; tap++) {
                int u = tap % FilterBank.SIDE - FilterBank.RADIUS;
                int v = tap / FilterBank.SIDE - FilterBank.RADIUS;
                offsets[orientation][tap] =
                        Orientation.y(orientation, u, v) * stride
                                + Orientation.x(orientation, u, v);
            }
            for (int phase = 0; phase < FilterBank.PHASES; phase++) {
                phases[orientation][phase] = Orientation.phase(orientation, phase);
            }
        }
        return new Neighbourhood(offsets, phases);
    }

    /// Which tap each tap becomes when what was laid is laid another way.
    public static int[][] moves() {
        int[][] moves = new int[Orientation.COUNT][FilterBank.TAPS];
        Neighbourhood taps = of(FilterBank.SIDE);
        int middle = FilterBank.TAPS / 2;
        for (int orientation = 0; orientation < Orientation.COUNT; orientation++) {
            for (int tap = 0; tap < FilterBank.TAPS; tap++) {
                moves[orientation][tap] = middle + taps.offsets[orientation][tap];
            }
        }
        return moves;
    }
}
