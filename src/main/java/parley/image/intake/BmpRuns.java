package parley.image.intake;

import java.nio.ByteBuffer;
import parley.image.pixel.Picture;
import parley.image.pixel.Size;

/// Reads the run lengths of a BMP with 4 or 8 bits a pixel.
final class BmpRuns {
    private static final int END_OF_ROW = 0;
    private static final int END = 1;
    private static final int MOVE = 2;

    private final ByteBuffer data;
    private final int depth;
    private final Size size;
    private final byte[] indices;
    private int at;
    private int x;
    private int y;

    BmpRuns(ByteBuffer data, int begin, int depth, Size size) {
        this.data = data;
        this.at = begin;
        this.depth = depth;
        this.size = size;
        this.indices = new byte[Math.toIntExact(size.pixels())];
    }

    /// The picture, its rows in the order of the file. What no run touches has the first colour.
    Picture picture(int[] palette) throws DamagedFileException, InterruptedException {
        while (y < size.height() && step()) {
            if (x == 0) {
                FormReader.requireWanted();
            }
        }
        int[] argb = new int[indices.length];
        for (int i = 0; i < argb.length; i++) {
            argb[i] = palette[indices[i] & 0xff];
        }
        return new Picture(size.width(), size.height(), argb);
    }

    private boolean step() throws DamagedFileException {
        if (at + 2 > data.limit()) {
            throw new DamagedFileException("is cut off: it ends before its last pixel");
        }
        int count = data.get(at) & 0xff;
        int value = data.get(at + 1) & 0xff;
        at += 2;
        if (count > 0) {
            for (int i = 0; i < count; i++) {
                put(depth == 8 ? value : (i & 1) == 0 ? value >> 4 : value & 15);
            }
            return true;
        }
        switch (value) {
            case END -> {
                return false;
            }
            case END_OF_ROW -> {
                x = 0;
                y++;
            }
            case MOVE -> {
                x += data.get(at) & 0xff;
                y += data.get(at + 1) & 0xff;
                at += 2;
            }
            default -> literal(value);
        }
        return true;
    }

    private void literal(int count) {
        for (int i = 0; i < count; i++) {
            int pair = data.get(at + (depth == 8 ? i : i >> 1)) & 0xff;
            put(depth == 8 ? pair : (i & 1) == 0 ? pair >> 4 : pair & 15);
        }
        int bytes = depth == 8 ? count : (count + 1) / 2;
        at += bytes + (bytes & 1);
    }

    private void put(int index) {
        if (x < size.width() && y < size.height()) {
            indices[y * size.width() + x] = (byte) index;
        }
        x++;
    }
}
