package parley.image.onnx;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import parley.image.pixel.Picture;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the server and the process that runs models say to each other.
///
/// On the wire: a mark of four bytes, the kind, the length of the JSON and the JSON, how many
/// pictures there are, and of each its width, its height, and its pixels as four bytes each; all
/// numbers with the highest byte first.
///
/// @param json what is said; an object
record Frame(Kind kind, JsonNode json, List<Picture> pictures) {
    private static final List<Kind> KINDS = List.of(Kind.values());
    private static final int MARK = 0x50524c59;
    private static final int LONGEST_JSON = 1 << 20;
    private static final int MOST_PICTURES = 16;
    private static final long MOST_PIXELS = 250_000_000;
    private static final int PIXELS_AT_ONCE = 1 << 14;

    /// What is said.
    enum Kind {
        /// To the process: make this.
        RUN,
        /// To the process: stop what you do.
        CANCEL,
        /// How far it is.
        PROGRESS,
        /// What was made.
        DONE,
        /// The engine failed.
        FAILED,
        /// The wish and its pictures do not go together.
        REFUSED,
        /// It was stopped.
        STOPPED
    }

    Frame {
        pictures = List.copyOf(pictures);
    }

    static Frame of(Kind kind) {
        return new Frame(kind, JsonMapper.shared().createObjectNode(), List.of());
    }

    void write(DataOutputStream out) throws IOException {
        byte[] text = json.toString().getBytes(StandardCharsets.UTF_8);
        out.writeInt(MARK);
        out.writeByte(KINDS.indexOf(kind));
        out.writeInt(text.length);
        out.write(text);
        out.writeInt(pictures.size());
        for (Picture picture : pictures) {
            write(out, picture);
        }
        out.flush();
    }

    private static void write(DataOutputStream out, Picture picture) throws IOException {
        out.writeInt(picture.width());
        out.writeInt(picture.height());
        int[] pixels = picture.argb();
        ByteBuffer buffer = ByteBuffer.allocate(PIXELS_AT_ONCE * Integer.BYTES);
        for (int from = 0; from < pixels.length; from += PIXELS_AT_ONCE) {
            int count = Math.min(PIXELS_AT_ONCE, pixels.length - from);
            buffer.asIntBuffer().put(pixels, from, count);
            out.write(buffer.array(), 0, count * Integer.BYTES);
        }
    }

    /// @throws EOFException if the other side is gone
    /// @throws IOException if that is no frame
    static Frame read(DataInputStream in) throws IOException {
        if (in.readInt() != MARK) {
            throw new IOException("Something else than a frame was written.");
        }
        int kind = in.readUnsignedByte();
        int length = in.readInt();
        if (kind >= KINDS.size() || length < 0 || length > LONGEST_JSON) {
            throw new IOException("A frame of no known kind or length was written.");
        }
        JsonNode json;
        try {
            json = JsonMapper.shared().readTree(in.readNBytes(length));
        } catch (JacksonException e) {
            throw new IOException("A frame without JSON was written.", e);
        }
        int count = in.readInt();
        if (count < 0 || count > MOST_PICTURES) {
            throw new IOException("A frame with too many pictures was written.");
        }
        List<Picture> pictures = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            pictures.add(picture(in));
        }
        return new Frame(KINDS.get(kind), json, pictures);
    }

    private static Picture picture(DataInputStream in) throws IOException {
        int width = in.readInt();
        int height = in.readInt();
        if (width < 1 || height < 1 || (long) width * height > MOST_PIXELS) {
            throw new IOException("A picture of no possible size was written.");
        }
        int[] pixels = new int[width * height];
        byte[] bytes = new byte[PIXELS_AT_ONCE * Integer.BYTES];
        for (int from = 0; from < pixels.length; from += PIXELS_AT_ONCE) {
            int many = Math.min(PIXELS_AT_ONCE, pixels.length - from);
            in.readFully(bytes, 0, many * Integer.BYTES);
            ByteBuffer.wrap(bytes).asIntBuffer().get(pixels, from, many);
        }
        return new Picture(width, height, pixels);
    }
}
