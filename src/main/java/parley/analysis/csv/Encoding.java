package parley.analysis.csv;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// What a file's bytes mean as text.
///
/// @param mark how many bytes of a byte order mark come before the text
record Encoding(Charset charset, int mark) {
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final int CHUNK = 1 << 16;
    private static final String BINARY =
            "The file is not CSV but binary data: it has zero bytes. Save it as CSV and upload"
                    + " that.";

    /// Looks at all of a file.
    ///
    /// @throws parley.error.AppException (400) if it is no text, or empty
    static Encoding of(Path file) throws IOException {
        byte[] head;
        try (InputStream input = Files.newInputStream(file)) {
            head = input.readNBytes(CHUNK);
        }
        if (head.length == 0) {
            throw NotCsv.because("The file is empty.");
        }
        FileKind.of(head)
                .ifPresent(kind -> {
                    throw NotCsv.because("The file is not CSV but %s.".formatted(kind.words()));
                });
        Encoding byMark = byMark(head);
        if (byMark != null) {
            return byMark;
        }
        Encoding wide = withoutMark(head);
        return wide != null ? wide : narrow(file);
    }

    /// Reads the text; bytes that mean nothing become `\uFFFD`.
    Reader open(Path file) throws IOException {
        InputStream input = Files.newInputStream(file);
        try {
            input.skipNBytes(mark);
            return new BufferedReader(new InputStreamReader(input, charset), CHUNK);
        } catch (IOException e) {
            input.close();
            throw e;
        }
    }

    boolean isGuessed() {
        return charset.equals(WINDOWS_1252);
    }

    private static @Nullable Encoding byMark(byte[] head) {
        if (startsWith(head, 0xEF, 0xBB, 0xBF)) {
            return new Encoding(StandardCharsets.UTF_8, 3);
        }
        if (startsWith(head, 0xFF, 0xFE)) {
            return new Encoding(StandardCharsets.UTF_16LE, 2);
        }
        if (startsWith(head, 0xFE, 0xFF)) {
            return new Encoding(StandardCharsets.UTF_16BE, 2);
        }
        return null;
    }

    /// UTF-16 of mostly Latin letters has a zero in nearly every second byte.
    private static @Nullable Encoding withoutMark(byte[] head) {
        int[] zeros = new int[2];
        for (int index = 0; index < head.length; index++) {
            if (head[index] == 0) {
                zeros[index & 1]++;
            }
        }
        if (zeros[0] + zeros[1] == 0) {
            return null;
        }
        int pairs = head.length / 2;
        if (zeros[1] > pairs * 0.7 && zeros[0] == 0) {
            return new Encoding(StandardCharsets.UTF_16LE, 0);
        }
        if (zeros[0] > pairs * 0.7 && zeros[1] == 0) {
            return new Encoding(StandardCharsets.UTF_16BE, 0);
        }
        throw NotCsv.because(BINARY);
    }

    private static Encoding narrow(Path file) throws IOException {
        CharsetDecoder decoder =
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        byte[] chunk = new byte[CHUNK];
        ByteBuffer bytes = ByteBuffer.wrap(chunk);
        CharBuffer letters = CharBuffer.allocate(CHUNK);
        boolean valid = true;
        try (InputStream input = Files.newInputStream(file)) {
            int count;
            while ((count = input.read(chunk, bytes.position(), bytes.remaining())) >= 0) {
                refuseZeros(chunk, bytes.position(), count);
                bytes.limit(bytes.position() + count).position(0);
                valid = valid && decode(decoder, bytes, letters, false);
                bytes.compact();
                if (!valid) {
                    bytes.clear();
                }
            }
        }
        bytes.flip();
        valid = valid && decode(decoder, bytes, letters, true);
        return new Encoding(valid ? StandardCharsets.UTF_8 : WINDOWS_1252, 0);
    }

    private static boolean decode(
            CharsetDecoder decoder, ByteBuffer bytes, CharBuffer letters, boolean last) {
        letters.clear();
        CoderResult result = decoder.decode(bytes, letters, last);
        return !result.isError();
    }

    private static void refuseZeros(byte[] bytes, int from, int count) {
        for (int index = from; index < from + count; index++) {
            if (bytes[index] == 0) {
                throw NotCsv.because(BINARY);
            }
        }
    }

    private static boolean startsWith(byte[] head, int... mark) {
        for (int index = 0; index < mark.length; index++) {
            if (head.length <= index || (head[index] & 0xFF) != mark[index]) {
                return false;
            }
        }
        return true;
    }
}
