package parley.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import parley.error.AppException;
import parley.error.ErrorCode;

/// Decodes `%xx` once, as UTF-8. Anything doubtful is refused rather than guessed.
final class PercentDecoder {
    private PercentDecoder() {}

    static String decode(String text, boolean plusIsSpace) {
        if (text.indexOf('%') < 0 && isPlain(text)) {
            return plusIsSpace ? text.replace('+', ' ') : text;
        }
        byte[] bytes = new byte[text.length()];
        int length = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '%') {
                bytes[length++] = (byte) hexByte(text, i);
                i += 2;
            } else if (c == '+' && plusIsSpace) {
                bytes[length++] = ' ';
            } else {
                // Netty reads the request line as ISO 8859-1, so each character is one byte.
                bytes[length++] = (byte) c;
            }
        }
        return checkedText(bytes, length);
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == 0 || text.charAt(i) > 0x7f) {
                return false;
            }
        }
        return true;
    }

    private static int hexByte(String text, int at) {
        if (at + 2 < text.length()
                && HexFormat.isHexDigit(text.charAt(at + 1))
                && HexFormat.isHexDigit(text.charAt(at + 2))) {
            return HexFormat.fromHexDigits(text, at + 1, at + 3);
        }
        throw malformed("a % that is not followed by two hexadecimal digits");
    }

    private static String checkedText(byte[] bytes, int length) {
        String decoded;
        try {
            decoded =
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes, 0, length))
                            .toString();
        } catch (CharacterCodingException e) {
            throw malformed("text that is not UTF-8");
        }
        if (decoded.indexOf(0) >= 0) {
            throw malformed("a NUL character");
        }
        return decoded;
    }

    private static AppException malformed(String what) {
        return new AppException(
                ErrorCode.INVALID_REQUEST,
                "The address of the request contains %s.".formatted(what));
    }
}
