package parley.document.extract.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/// The glyphs of a page, sorted by the direction in which their lines run; each direction has a
/// page of its own that is turned so that they run from left to right.
final class GlyphSheet {
    private static final double UPRIGHT_TOLERANCE = 4;
    private static final int SLANT_STEP = 15;
    private static final int QUARTER = 90;
    private static final int TURN = 360;

    private final PDRectangle box;
    private final Map<Integer, Side> sides = new TreeMap<>();

    GlyphSheet(PDRectangle box) {
        this.box = box;
    }

    /// One direction.
    static final class Side {
        final double cosine;
        final double sine;
        final Frame frame;
        final List<Glyph> glyphs = new ArrayList<>();
        final List<Glyph> margin = new ArrayList<>();
        final List<Frame> marks = new ArrayList<>();

        Side(int degrees, PDRectangle box) {
            cosine = Math.rint(Math.cos(Math.toRadians(degrees)) * 1e9) / 1e9;
            sine = Math.rint(Math.sin(Math.toRadians(degrees)) * 1e9) / 1e9;
            frame = frame(box);
        }

        double across(double x, double y) {
            return x * cosine + y * sine;
        }

        double down(double x, double y) {
            return x * sine - y * cosine;
        }

        private Frame frame(PDRectangle box) {
            double[] x = {box.getLowerLeftX(), box.getUpperRightX()};
            double[] y = {box.getLowerLeftY(), box.getUpperRightY()};
            Frame frame = Frame.NONE;
            for (int corner = 0; corner < 4; corner++) {
                double cornerX = x[corner & 1];
                double cornerY = y[corner >> 1];
                frame = frame.with(across(cornerX, cornerY), down(cornerX, cornerY));
            }
            return frame;
        }
    }

    /// The page of the lines that run in a direction.
    ///
    /// @param angle counter-clockwise from the right, in radians
    Side side(double angle) {
        return sides.computeIfAbsent(degrees(angle), degrees -> new Side(degrees, box));
    }

    /// All directions, the one with most glyphs first.
    List<Side> sides() {
        return sides.values().stream()
                .sorted(
                        Comparator.comparingInt(
                                        (Side side) -> side.glyphs.size() + side.margin.size())
                                .reversed())
                .toList();
    }

    private static int degrees(double angle) {
        double degrees = Math.toDegrees(angle);
        double upright = Math.rint(degrees / QUARTER) * QUARTER;
        double chosen =
                Math.abs(degrees - upright) <= UPRIGHT_TOLERANCE
                        ? upright
                        : Math.rint(degrees / SLANT_STEP) * SLANT_STEP;
        return Math.floorMod((int) chosen, TURN);
    }
}
