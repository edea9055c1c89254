package parley.image.intake;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/// Files as other programs write them.
final class SampleFiles {
    private SampleFiles() {}

    /// A GIF of 16 greys whose codes are never packed: a clear code before every few pixels.
    static byte[] gif(int width, int height, boolean interlaced) {
        ByteBuffer head = ByteBuffer.allocate(13 + 48 + 11).order(ByteOrder.LITTLE_ENDIAN);
        head.put("GIF89a".getBytes(StandardCharsets.US_ASCII));
        head.putShort((short) width).putShort((short) height);
        head.put((byte) 0x83).put((byte) 0).put((byte) 0);
        for (int grey = 0; grey < 16; grey++) {
            head.put((byte) (17 * grey)).put((byte) (17 * grey)).put((byte) (17 * grey));
        }
        head.put((byte) 0x2c).putShort((short) 0).putShort((short) 0);
        head.putShort((short) width).putShort((short) height);
        head.put((byte) (interlaced ? 0x40 : 0)).put((byte) 4);
        BitWriter codes = new BitWriter(width * height);
        int pixel = 0;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                if (pixel % 8 == 0) {
                    codes.write(16, 5);
                }
                codes.write((x + (interlaced ? 0 : y)) / 4 & 15, 5);
                pixel++;
            }
        }
        codes.write(17, 5);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(head.array());
        byte[] packed = codes.toBytes();
        for (int at = 0; at < packed.length; at += 255) {
            int length = Math.min(255, packed.length - at);
            file.write(length);
            file.write(packed, at, length);
        }
        file.write(0);
        file.write(0x3b);
        return file.toByteArray();
    }

    private static ByteBuffer bmp(int width, int height, int depth, int compression, int size) {
        return ByteBuffer.allocate(54 + size)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put((byte) 'B')
                .put((byte) 'M')
                .putInt(54 + size)
                .putInt(0)
                .putInt(54)
                .putInt(40)
                .putInt(width)
                .putInt(height)
                .putShort((short) 1)
                .putShort((short) depth)
                .putInt(compression)
                .position(54);
    }

    private static byte[] bytes(ByteBuffer file) {
        byte[] bytes = new byte[file.capacity()];
        file.rewind().get(bytes);
        return bytes;
    }

    /// @param height below 0 for rows from above
    static byte[] bmp(int width, int height, int depth) {
        int row = (width * depth + 31) / 32 * 4;
        ByteBuffer file = bmp(width, height, depth, 0, row * Math.abs(height));
        for (int i = 0; file.hasRemaining(); i++) {
            file.put((byte) (i * 7));
        }
        return bytes(file);
    }

    /// 60 × 40 with 8 bits, in runs, without a palette: all black.
    static byte[] runs() {
        ByteBuffer file = bmp(60, 40, 8, 1, 40 * 4 + 2);
        for (int y = 0; y < 40; y++) {
            file.put((byte) 60).put((byte) y).put((byte) 0).put((byte) 0);
        }
        file.put((byte) 0).put((byte) 1);
        return bytes(file);
    }

    /// A PNG whose header says another size, and is right in itself.
    static byte[] withSize(byte[] png, int width, int height) {
        byte[] changed = png.clone();
        ByteBuffer data = ByteBuffer.wrap(changed).putInt(16, width).putInt(20, height);
        CRC32 check = new CRC32();
        check.update(changed, 12, 17);
        data.putInt(29, (int) check.getValue());
        return changed;
    }

    /// Where a JPEG says how large it is.
    static int frameOf(byte[] jpeg) {
        return marker(jpeg, 0xc0);
    }

    static int marker(byte[] jpeg, int marker) {
        int at = 2;
        while ((jpeg[at + 1] & 0xff) != marker) {
            at += 2 + ((jpeg[at + 2] & 0xff) << 8 | (jpeg[at + 3] & 0xff));
        }
        return at;
    }
}
