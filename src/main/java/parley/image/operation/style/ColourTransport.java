package parley.image.operation.style;

import java.util.ArrayList;
import java.util.List;
import parley.image.operation.style.ColourCloud.Basis;
import parley.image.pixel.LabPlanes;
import parley.image.pixel.Rows;

/// Moves the colours of one picture to those of another, so that each colour is found as often as
/// there: along many directions, one after another, each by the curve that makes the distribution
/// along it the same.
///
/// Source: Pitié, Kokaram and Dahyot, "N-dimensional probability density function transfer and its
/// application to colour transfer", ICCV 2005. The curves are learned from some of the colours and
/// used on all of them.
final class ColourTransport {
    private static final int TURNS = 22;
    private static final int KNOTS = 256;
    private static final int STEPS = 512;
    private static final long FIXED = 977;

    private final List<Turn> turns = new ArrayList<>();

    /// A curve along each of three directions.
    @SuppressWarnings("ArrayRecordComponent") // Compared nowhere.
    private record Turn(float[] directions, Curve[] curves) {
        static Turn of(Basis basis, Curve[] curves) {
            float[] directions = new float[9];
            for (int i = 0; i < directions.length; i++) {
                directions[i] = (float) basis.axis(i / 3)[i % 3];
            }
            return new Turn(directions, curves);
        }
    }

    /// How far a place along a direction is moved.
    @SuppressWarnings("ArrayRecordComponent") // Compared nowhere.
    private record Curve(float first, float perStep, float[] moves) {

        static Curve of(float[] from, float[] to) {
            float first = from[0];
            float range = Math.max(1e-3f, from[from.length - 1] - first);
            float[] knots = new float[KNOTS + 1];
            float[] moves = new float[KNOTS + 1];
            for (int k = 0; k <= KNOTS; k++) {
                int rank = (int) ((long) k * (from.length - 1) / KNOTS);
                knots[k] = mean(from, rank);
                moves[k] = mean(to, rank) - knots[k];
            }
            float[] table = new float[STEPS + 1];
            int knot = 0;
            for (int step = 0; step <= STEPS; step++) {
                float place = first + range * step / STEPS;
                while (knot < KNOTS - 1 && knots[knot + 1] < place) {
                    knot++;
                }
                float width = knots[knot + 1] - knots[knot];
                float part = width > 1e-6f ? Math.clamp((place - knots[knot]) / width, 0, 1) : 0;
                table[step] = moves[knot] * (1 - part) + moves[knot + 1] * part;
            }
            return new Curve(first, STEPS / range, table);
        }

        /// A little around a rank, so that single colours do not make steps.
        private static float mean(float[] sorted, int rank) {
            int reach = sorted.length / (4 * KNOTS);
            int first = Math.max(0, rank - reach);
            int last = Math.min(sorted.length - 1, rank + reach);
            float sum = 0;
            for (int i = first; i <= last; i++) {
                sum += sorted[i];
            }
            return sum / (last - first + 1);
        }

        float at(float place) {
            float step = Math.clamp((place - first) * perStep, 0, STEPS - 0.001f);
            int below = (int) step;
            return moves[below] + (moves[below + 1] - moves[below]) * (step - below);
        }
    }

    private ColourTransport() {}

    /// Learns the way from the colours of one picture to those of another.
    static ColourTransport between(ColourCloud from, ColourCloud to) {
        return between(from, to, TURNS);
    }

    /// Learns a curve for lightness and one for each axis of colour, and no more.
    static ColourTransport straight(ColourCloud from, ColourCloud to) {
        return between(from, to, 1);
    }

    private static ColourTransport between(ColourCloud from, ColourCloud to, int turns) {
        ColourTransport transport = new ColourTransport();
        ColourCloud moved = new ColourCloud(from.values().clone());
        for (int turn = 0; turn < turns; turn++) {
            // The axes themselves come first and last: lightness matters most.
            boolean straight = turn == 0 || turn == turns - 1;
            Basis basis = straight ? Basis.STRAIGHT : Basis.of(FIXED, turn);
            Curve[] curves = new Curve[3];
            for (int axis = 0; axis < 3; axis++) {
                curves[axis] = Curve.of(moved.along(basis.axis(axis)), to.along(basis.axis(axis)));
            }
            Turn learned = Turn.of(basis, curves);
            transport.turns.add(learned);
            for (int k = 0; k < moved.size(); k++) {
                move(learned, moved.values(), 3 * k);
            }
        }
        return transport;
    }

    private static void move(Turn turn, float[] colours, int at) {
        float l = colours[at];
        float a = colours[at + 1];
        float b = colours[at + 2];
        for (int axis = 0; axis < 3; axis++) {
            float x = turn.directions[3 * axis];
            float y = turn.directions[3 * axis + 1];
            float z = turn.directions[3 * axis + 2];
            float by = turn.curves[axis].at(x * l + y * a + z * b);
            colours[at] += by * x;
            colours[at + 1] += by * y;
            colours[at + 2] += by * z;
        }
    }

    /// How far each colour of a picture is moved.
    LabPlanes moves(LabPlanes lab) {
        int width = lab.width();
        LabPlanes moves = LabPlanes.empty(width, lab.height());
        Rows.each(
                lab.height(),
                y -> {
                    float[] colour = new float[3];
                    for (int i = y * width; i < (y + 1) * width; i++) {
                        colour[0] = lab.lightness().values()[i];
                        colour[1] = lab.a().values()[i];
                        colour[2] = lab.b().values()[i];
                        for (Turn turn : turns) {
                            move(turn, colour, 0);
                        }
                        moves.lightness().values()[i] = colour[0] - lab.lightness().values()[i];
                        moves.a().values()[i] = colour[1] - lab.a().values()[i];
                        moves.b().values()[i] = colour[2] - lab.b().values()[i];
                    }
                });
        return moves;
    }
}
