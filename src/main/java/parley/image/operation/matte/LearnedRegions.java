package parley.image.operation.matte;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/// What was learned about regions: a first guess from how they look, and a second that knows the
/// first (Tu, "Auto-context and its application to high-level vision tasks", 2008).
public record LearnedRegions(BoostedTrees first, BoostedTrees second) {
    /// Where it is kept, from the root of the class path.
    public static final String RESOURCE = "/parley/image/matte/regions.bin";

    private static final class Learned {
        static final LearnedRegions REGIONS = read();

        private static LearnedRegions read() {
            try (InputStream resource = LearnedRegions.class.getResourceAsStream(RESOURCE)) {
                if (resource == null) {
                    throw new IllegalStateException(RESOURCE + " is missing.");
                }
                return of(resource.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /// What comes with the program.
    public static LearnedRegions learned() {
        return Learned.REGIONS;
    }

    static LearnedRegions of(byte[] bytes) throws IOException {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            return new LearnedRegions(BoostedTrees.read(in), BoostedTrees.read(in));
        }
    }

    public byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            first.write(out);
            second.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
