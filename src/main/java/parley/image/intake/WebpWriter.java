package parley.image.intake;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import parley.error.AppException;
import parley.error.ErrorCode;
import parley.image.pixel.Picture;
import parley.image.pixel.Rows;

/// Writes WebP files that lose nothing (RFC 9649, section 3): red and blue as their difference to
/// green, every pixel as its difference to what is guessed from its neighbours, copies for what was
/// there before, and prefix codes.
final class WebpWriter {
    private static final int LONGEST_SIDE = (1 << 14) - 1;
    private static final int MARK = 0x2f;
    private static final int GUESSES = 0;
    private static final int WITHOUT_GREEN = 2;

    /// The way of guessing is chosen for squares with sides of so many bits.
    private static final int SQUARE_BITS = 4;

    private WebpWriter() {}

    static byte[] write(Picture picture) {
        if (Math.max(picture.width(), picture.height()) > LONGEST_SIDE) {
            throw new AppException(
                    ErrorCode.UNPROCESSABLE,
                    "A picture of %s pixels cannot be a WebP, whose sides have at most %d; ask for a PNG."
                            .formatted(picture.size(), LONGEST_SIDE));
        }
        byte[] stream = stream(picture);
        int padded = stream.length + (stream.length & 1);
        return ByteBuffer.allocate(20 + padded)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("RIFF".getBytes(StandardCharsets.US_ASCII))
                .putInt(12 + padded)
                .put("WEBPVP8L".getBytes(StandardCharsets.US_ASCII))
                .putInt(stream.length)
                .put(stream)
                .array();
    }

    private static byte[] stream(Picture picture) {
        int width = picture.width();
        int height = picture.height();
        int[] argb = withoutGreen(picture);
        int across = squares(width);
        int[] ways = new int[across * squares(height)];
        Rows.each(squares(height), row -> choose(argb, width, height, row, ways));
        int[] differences = new int[argb.length];
        Rows.each(height, y -> differences(argb, width, y, ways, differences));

        BitWriter out = new BitWriter(argb.length);
        out.write(MARK, 8);
        out.write(width - 1, 14);
        out.write(height - 1, 14);
        out.write(picture.hasAlpha() ? 1 : 0, 1);
        out.write(0, 3);
        out.write(1, 1);
        out.write(WITHOUT_GREEN, 2);
        out.write(1, 1);
        out.write(GUESSES, 2);
        out.write(SQUARE_BITS - 2, 3);
        new WebpPixels(ways, across).write(out, false);
        out.write(0, 1);
        new WebpPixels(differences, width).write(out, true);
        return out.toBytes();
    }

    private static int squares(int side) {
        return ((side - 1) >> SQUARE_BITS) + 1;
    }

    private static int[] withoutGreen(Picture picture) {
        int[] argb = new int[picture.argb().length];
        for (int i = 0; i < argb.length; i++) {
            int green = picture.argb()[i] >> 8 & 0xff;
            argb[i] = WebpGuess.difference(picture.argb()[i], green << 16 | green);
        }
        return argb;
    }

    /// Chooses for each square of a row of squares; a way is kept as a green level.
    private static void choose(int[] argb, int width, int height, int row, int[] ways) {
        int across = squares(width);
        int top = Math.max(1, row << SQUARE_BITS);
        int bottom = Math.min(height, (row + 1) << SQUARE_BITS);
        for (int column = 0; column < across; column++) {
            int left = Math.max(1, column << SQUARE_BITS);
            int right = Math.min(width, (column + 1) << SQUARE_BITS);
            int best = 1;
            long least = Long.MAX_VALUE;
            for (int way = 0; way < WebpGuess.WAYS; way++) {
                long cost = 0;
                for (int y = top; y < bottom && cost < least; y++) {
                    for (int at = y * width + left; at < y * width + right; at++) {
                        int guess = WebpGuess.guess(way, argb, at, width);
                        cost += WebpGuess.cost(WebpGuess.difference(argb[at], guess));
                    }
                }
                if (cost < least) {
                    least = cost;
                    best = way;
                }
            }
            ways[row * across + column] = WebpGuess.BLACK | best << 8;
        }
    }

    private static void differences(int[] argb, int width, int y, int[] ways, int[] differences) {
        for (int x = 0; x < width; x++) {
            int at = y * width + x;
            int guess;
            if (y == 0) {
                guess = x == 0 ? WebpGuess.BLACK : argb[at - 1];
            } else if (x == 0) {
                guess = argb[at - width];
            } else {
                int square = (y >> SQUARE_BITS) * squares(width) + (x >> SQUARE_BITS);
                guess = WebpGuess.guess(ways[square] >> 8 & 0xff, argb, at, width);
            }
            differences[at] = WebpGuess.difference(argb[at], guess);
        }
    }
}
