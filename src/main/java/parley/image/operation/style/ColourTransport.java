package parley.image.operation.style;

import java.util.ArrayList;
import java.util.Arrays;
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
/// used on all of them. Differences of lightness count for more than those of hue: what was lighter
/// nearly always stays lighter, and edges do not turn round (the more they count, the nearer it is
/// to the rearrangement of Rosenblatt, "Remarks on a multivariate transformation", 1952).
final class ColourTransport {
    private static final int TURNS = 22;
    private static final int KNOTS = 256;
    private static final float LIGHTNESS_COUNTS = 5;

    /// Curves are smoothed by this, in units of L*a*b*.
    private static final double SMOOTH = 1;

    private static final long FIXED = 977;

    private final List<Turn> turns = new ArrayList<>();

    /// A curve along each of three directions.
    @SuppressWarnings("ArrayRecordComponent") // Compared nowhere.
    private record Turn(float[] directions, TransportCurve[] curves) {
        static Turn of(Basis basis, TransportCurve[] curves) {
            float[] directions = new float[9];
            for (int i = 0; i < directions.length; i++) {
                directions[i] = (float) basis.axis(i / 3)[i % 3];
            }
            return new Turn(directions, curves);
        }
    }

    private ColourTransport() {}

    /// Learns the way from the colours of one picture to those of another.
    static ColourTransport between(ColourCloud from, ColourCloud to) {
        ColourTransport transport = new ColourTransport();
        ColourCloud moved = scaled(from);
        ColourCloud target = scaled(to);
        for (int turn = 0; turn < TURNS; turn++) {
            // The axes themselves come first and last: lightness matters most.
            boolean straight = turn == 0 || turn == TURNS - 1;
            Basis basis = straight ? Basis.STRAIGHT : Basis.of(FIXED, turn);
            TransportCurve[] curves = new TransportCurve[3];
            for (int axis = 0; axis < 3; axis++) {
                curves[axis] =
                        TransportCurve.of(
                                moved.along(basis.axis(axis)),
                                target.along(basis.axis(axis)),
                                KNOTS,
                                smooth(basis.axis(axis)));
            }
            Turn learned = Turn.of(basis, curves);
            transport.turns.add(learned);
            for (int k = 0; k < moved.size(); k++) {
                move(learned, moved.values(), 3 * k);
            }
        }
        return transport;
    }

    /// The curve of lightness alone.
    static TransportCurve lightness(ColourCloud from, ColourCloud to) {
        return TransportCurve.of(sorted(from), sorted(to), KNOTS, SMOOTH);
    }

    private static double smooth(double[] axis) {
        return SMOOTH * Math.hypot(LIGHTNESS_COUNTS * axis[0], Math.hypot(axis[1], axis[2]));
    }

    private static float[] sorted(ColourCloud cloud) {
        float[] lightness = cloud.lightness();
        Arrays.sort(lightness);
        return lightness;
    }

    private static ColourCloud scaled(ColourCloud cloud) {
        float[] values = cloud.values().clone();
        for (int k = 0; k < values.length; k += 3) {
            values[k] *= LIGHTNESS_COUNTS;
        }
        return new ColourCloud(values);
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
                        float lightness = lab.lightness().values()[i];
                        colour[0] = lightness * LIGHTNESS_COUNTS;
                        colour[1] = lab.a().values()[i];
                        colour[2] = lab.b().values()[i];
                        for (Turn turn : turns) {
                            move(turn, colour, 0);
                        }
                        moves.lightness().values()[i] = colour[0] / LIGHTNESS_COUNTS - lightness;
                        moves.a().values()[i] = colour[1] - lab.a().values()[i];
                        moves.b().values()[i] = colour[2] - lab.b().values()[i];
                    }
                });
        return moves;
    }
}
