package parley.image.operation.upscale;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;

/// The learned filters: for every sort of [Surroundings] four, one for each quarter of a pixel.
///
/// A filter says what to add to a pixel: a weight for each difference between a pixel of the 9 × 9
/// around it and itself. So a flat place stays exactly flat.
///
/// @param weights sort by sort, quarter by quarter, row by row; in 1/8192
@SuppressWarnings("ArrayRecordComponent") // Compared nowhere.
public record FilterBank(short[] weights) {
    public static final int RADIUS = 4;
    public static final int SIDE = 2 * RADIUS + 1;
    public static final int TAPS = SIDE * SIDE;
    public static final int PHASES = 4;

    /// A weight of 1 is stored as this.
    public static final int ONE = 1 << 13;

    /// Where the learned ones are kept, from the root of the class path.
    public static final String RESOURCE = "/parley/image/upscale/filters-2x.bin";

    private static final int LENGTH = Surroundings.COUNT * PHASES * TAPS;

    public FilterBank {
        if (weights.length != LENGTH) {
            throw new IllegalArgumentException(
                    "There are %d weights, not %d.".formatted(weights.length, LENGTH));
        }
    }

    private static final class Learned {
        static final FilterBank BANK = read();

        private static FilterBank read() {
            try (InputStream resource = FilterBank.class.getResourceAsStream(RESOURCE)) {
                if (resource == null) {
                    throw new IllegalStateException(RESOURCE + " is missing.");
                }
                return of(resource.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /// The filters that come with the program.
    public static FilterBank learned() {
        return Learned.BANK;
    }

    /// Reads what [#bytes] wrote.
    static FilterBank of(byte[] bytes) throws IOException {
        short[] weights = new short[LENGTH];
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            for (int i = 0; i < LENGTH; i++) {
                weights[i] = in.readShort();
            }
        }
        return new FilterBank(weights);
    }

    /// The weights, two bytes each, the higher one first.
    public byte[] bytes() {
        ByteBuffer buffer = ByteBuffer.allocate(2 * LENGTH);
        for (short weight : weights) {
            buffer.putShort(weight);
        }
        return buffer.array();
    }
}
