package parley.image.operation.matte;

import java.util.Arrays;
import parley.image.pixel.Plane;

/// The connected pieces of a mask (four neighbours), and what is done with small ones.
final class Regions {
    private final int width;
    private final int[] label;
    private final int[] size;
    private final boolean[] value;
    private final boolean[] isSubject;
    private final int count;

    private Regions(boolean[] mask, int width) {
        this.width = width;
        value = mask;
        label = new int[mask.length];
        Arrays.fill(label, -1);
        int[] sizes = new int[mask.length];
        boolean[] subjects = new boolean[mask.length];
        int[] queue = new int[mask.length];
        int found = 0;
        for (int i = 0; i < mask.length; i++) {
            if (label[i] < 0) {
                sizes[found] = fill(i, found, queue);
                subjects[found] = mask[i];
                found++;
            }
        }
        count = found;
        size = Arrays.copyOf(sizes, found);
        isSubject = Arrays.copyOf(subjects, found);
    }

    /// The mask without specks: pieces of the subject much smaller than the largest, and holes that
    /// are too small to be meant.
    static boolean[] withoutSpecks(boolean[] mask, int width) {
        Regions pieces = new Regions(mask, width);
        int largest = 0;
        for (int k = 0; k < pieces.count; k++) {
            largest = pieces.isSubject[k] ? Math.max(largest, pieces.size[k]) : largest;
        }
        int leastPiece = Math.max(6, largest / 25);
        int leastHole = Math.max(4, mask.length / 4000);
        boolean[] made = new boolean[mask.length];
        for (int i = 0; i < mask.length; i++) {
            int k = pieces.label[i];
            made[i] = mask[i] ? pieces.size[k] >= leastPiece : pieces.size[k] < leastHole;
        }
        return made;
    }

    /// The one piece that is largest and most in the middle.
    static boolean[] mainPiece(boolean[] mask, int width) {
        Regions pieces = new Regions(mask, width);
        double[] weight = new double[pieces.count];
        int height = mask.length / width;
        for (int i = 0; i < mask.length; i++) {
            int row = i / width;
            double x = (i % width + 0.5) / width - 0.5;
            double y = (row + 0.5) / height - 0.5;
            weight[pieces.label[i]] += StrictMath.exp(-8 * (x * x + y * y));
        }
        int main = -1;
        for (int k = 0; k < pieces.count; k++) {
            if (pieces.isSubject[k] && (main < 0 || weight[k] > weight[main])) {
                main = k;
            }
        }
        boolean[] made = new boolean[mask.length];
        for (int i = 0; i < mask.length; i++) {
            made[i] = pieces.label[i] == main;
        }
        return made;
    }

    /// How many pieces of the subject there are.
    static int subjects(Plane inside) {
        Regions pieces = new Regions(mask(inside), inside.width());
        int subjects = 0;
        for (int k = 0; k < pieces.count; k++) {
            subjects += pieces.isSubject[k] ? 1 : 0;
        }
        return subjects;
    }

    static boolean[] mask(Plane inside) {
        boolean[] mask = new boolean[inside.values().length];
        for (int i = 0; i < mask.length; i++) {
            mask[i] = inside.values()[i] > 0.5f;
        }
        return mask;
    }

    private int fill(int start, int piece, int[] queue) {
        int end = 0;
        queue[end++] = start;
        label[start] = piece;
        for (int begin = 0; begin < end; begin++) {
            int i = queue[begin];
            int x = i % width;
            end = reach(i, i - 1, x > 0, queue, end);
            end = reach(i, i + 1, x < width - 1, queue, end);
            end = reach(i, i - width, i >= width, queue, end);
            end = reach(i, i + width, i + width < label.length, queue, end);
        }
        return end;
    }

    private int reach(int from, int to, boolean exists, int[] queue, int end) {
        if (!exists || label[to] >= 0 || value[to] != value[from]) {
            return end;
        }
        label[to] = label[from];
        queue[end] = to;
        return end + 1;
    }
}
