package parley.analysis.chart;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/// Takes a PNG file apart, by its specification alone.
final class PngBytes {
    private static final int SIGNATURE = 8;
    private static final int CHECK = 4;

    private PngBytes() {}

    /// The last chunk of each type.
    static Map<String, byte[]> chunks(byte[] file) {
        Map<String, byte[]> chunks = new LinkedHashMap<>();
        ByteBuffer rest = ByteBuffer.wrap(file).position(SIGNATURE);
        while (rest.hasRemaining()) {
            byte[] content = new byte[rest.getInt()];
            byte[] type = new byte[4];
            rest.get(type).get(content).position(rest.position() + CHECK);
            chunks.put(new String(type, StandardCharsets.US_ASCII), content);
        }
        return chunks;
    }
}
