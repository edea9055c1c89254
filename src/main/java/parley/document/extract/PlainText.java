package parley.document.extract;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Text in whatever encoding it came: by its byte order mark, else UTF-8, else what only looks like
/// UTF-16, else Windows-1252.
final class PlainText {
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final Charset UTF_32BE = Charset.forName("UTF-32BE");
    private static final Charset UTF_32LE = Charset.forName("UTF-32LE");
    // The share of control characters above which it is no text.
    private static final double MOST_CONTROLS = 0.003;
    private static final double MANY_NULS = 0.3;

    private PlainText() {}

    /// The text, with LF line ends; empty if it is no text.
    static Optional<String> of(byte[] content) {
        return head(content, content.length)
                .map(text -> text.replace("\r\n", "\n").replace('\r', '\n'));
    }

    /// The beginning of a text; empty if the bytes are no text.
    ///
    /// @param most how many bytes are looked at
    static Optional<String> head(byte[] content, int most) {
        int length = Math.min(content.length, most);
        boolean whole = length == content.length;
        return decoded(ByteBuffer.wrap(content, 0, length), whole).filter(PlainText::isText);
    }

    private static Optional<String> decoded(ByteBuffer bytes, boolean whole) {
        Optional<String> marked = marked(bytes.duplicate(), whole);
        if (marked.isPresent()) {
            return marked;
        }
        Optional<Charset> wide = wide(bytes);
        if (wide.isPresent()) {
            return decode(bytes, wide.get(), whole);
        }
        return decode(bytes.duplicate(), StandardCharsets.UTF_8, whole)
                .or(() -> decode(bytes, WINDOWS_1252, true));
    }

    private static Optional<String> marked(ByteBuffer bytes, boolean whole) {
        if (begins(bytes, 0xEF, 0xBB, 0xBF)) {
            return decode(bytes.position(3), StandardCharsets.UTF_8, whole);
        }
        if (begins(bytes, 0xFF, 0xFE, 0, 0)) {
            return decode(bytes.position(4), UTF_32LE, whole);
        }
        if (begins(bytes, 0, 0, 0xFE, 0xFF)) {
            return decode(bytes.position(4), UTF_32BE, whole);
        }
        if (begins(bytes, 0xFF, 0xFE)) {
            return decode(bytes.position(2), StandardCharsets.UTF_16LE, whole);
        }
        if (begins(bytes, 0xFE, 0xFF)) {
            return decode(bytes.position(2), StandardCharsets.UTF_16BE, whole);
        }
        return Optional.empty();
    }

    private static boolean begins(ByteBuffer bytes, int... mark) {
        if (bytes.remaining() < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes.get(i) & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    // In most scripts every other byte of UTF-16 is the same, and of Western text it is zero.
    private static Optional<Charset> wide(ByteBuffer bytes) {
        int[] zeros = new int[2];
        int length = bytes.remaining() & ~1;
        for (int i = 0; i < length; i++) {
            zeros[i & 1] += bytes.get(i) == 0 ? 1 : 0;
        }
        if (length < 4 || length != bytes.remaining()) {
            return Optional.empty();
        }
        if (zeros[1] > MANY_NULS * length / 2 && zeros[0] == 0) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        return zeros[0] > MANY_NULS * length / 2 && zeros[1] == 0
                ? Optional.of(StandardCharsets.UTF_16BE)
                : Optional.empty();
    }

    /// @param whole whether the bytes end where the text ends, and not within a character
    private static Optional<String> decode(ByteBuffer bytes, Charset charset, boolean whole) {
        try {
            CharBuffer text = CharBuffer.allocate(bytes.remaining() + 1);
            var result =
                    charset.newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .onUnmappableCharacter(CodingErrorAction.REPLACE)
                            .decode(bytes, text, whole);
            if (result.isError()) {
                result.throwException();
            }
            return Optional.of(text.flip().toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static boolean isText(String text) {
        long controls =
                text.chars()
                        .filter(each ->
                                (each < ' ' && "\t\n\r\f\u001B".indexOf(each) < 0)
                                        || each == 0x7F
                                        || each == 0xFFFD)
                        .count();
        return text.indexOf('\0') < 0 && controls <= Math.max(MOST_CONTROLS * text.length(), 0);
    }
}
