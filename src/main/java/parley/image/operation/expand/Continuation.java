package parley.image.operation.expand;

import parley.image.pixel.PatchMatch;
import parley.image.pixel.Plane;

/// Which parts of a picture may go on beyond its edges: those of the same height rather than
/// others, so that sky, sea and ground stay in their bands and what is level stays level; not those
/// that would make a mirror of the edge; and rather the background than what stands in front of it,
/// unless that stands at the edge too.
final class Continuation implements PatchMatch.Prior {
    /// Half the picture away costs as much as a difference of 8 % in each channel.
    private static final float PER_HEIGHT = 0.012f;

    private static final float PER_WIDTH = 0.008f;
    private static final float MIRROR = 0.02f;
    private static final int MIRROR_REACH = 8;
    private static final float SUBJECT = 0.12f;

    /// What goes on beyond the edge may be as far from it as this part of the shorter side.
    private static final int STRIP = 9;

    private final Frame frame;
    private final Plane subject;
    private final Plane atEdge;
    private final int reach;

    /// @param subject how much a place of the picture belongs to what it shows: 0 to 1
    /// @param atEdge the most of that near each place
    /// @param radius of the neighbourhoods
    Continuation(Frame frame, Plane subject, Plane atEdge, int radius) {
        this.frame = frame;
        this.subject = subject;
        this.atEdge = withInnermost(atEdge, subject, radius);
        int shorter = Math.min(frame.source().width(), frame.source().height());
        this.reach = Math.clamp(shorter / 12, 1, MIRROR_REACH);
    }

    /// How far from an edge something may be that goes on beyond it.
    static int strip(int width, int height) {
        return Math.max(1, Math.min(width, height) / STRIP);
    }

    /// The neighbourhood next to a place of the edge may always go on there.
    private static Plane withInnermost(Plane atEdge, Plane subject, int radius) {
        Plane made = atEdge.copy();
        int right = subject.width() - 1 - radius;
        int bottom = subject.height() - 1 - radius;
        for (int y = 0; y < made.height(); y++) {
            for (int x = 0; x < made.width(); x++) {
                int nextX = Math.clamp(x, radius, right);
                int nextY = Math.clamp(y, radius, bottom);
                if (nextX != x || nextY != y) {
                    made.set(x, y, Math.max(made.at(x, y), subject.at(nextX, nextY)));
                }
            }
        }
        return made;
    }

    @Override
    public float cost(int targetX, int targetY, int sourceX, int sourceY) {
        int width = frame.source().width();
        int height = frame.source().height();
        int x = targetX - frame.left();
        int y = targetY - frame.top();
        int nearestX = Math.clamp(x, 0, width - 1);
        int nearestY = Math.clamp(y, 0, height - 1);
        float away =
                PER_WIDTH * Math.abs(sourceX - nearestX) / width
                        + PER_HEIGHT * Math.abs(sourceY - nearestY) / height;
        away += SUBJECT * Math.max(0, subject.at(sourceX, sourceY) - atEdge.at(nearestX, nearestY));
        int mirrorX = 2 * nearestX - x;
        int mirrorY = 2 * nearestY - y;
        int fromMirror = Math.max(Math.abs(sourceX - mirrorX), Math.abs(sourceY - mirrorY));
        return fromMirror < reach ? away + MIRROR * (reach - fromMirror) / reach : away;
    }
}
