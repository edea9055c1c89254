package parley.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import parley.error.AppException;
import parley.error.ErrorCode;

/// Text in forms: UTF-8 without NUL, as in the bodies and addresses of all other requests. Nothing
/// is replaced or left out.
final class FormText {
    private FormText() {}

    /// The text of a field.
    ///
    /// @throws AppException (400) naming the field, if it is no such text
    static String ofField(String name, byte[] bytes) {
        try {
            return decode("The field \"%s\" of the form".formatted(name), bytes, 0, bytes.length);
        } catch (AppException e) {
            throw AppException.invalid(name, e.sentence());
        }
    }

    /// @param place what the text is, as the beginning of a sentence
    /// @throws AppException (400) if it is no such text
    static String decode(String place, byte[] bytes, int from, int length) {
        String text;
        try {
            text =
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes, from, length))
                            .toString();
        } catch (CharacterCodingException e) {
            throw invalid(place + " is not valid UTF-8.");
        }
        if (text.indexOf(0) >= 0) {
            throw invalid(place + " holds a NUL character (\\u0000), which text cannot have.");
        }
        return text;
    }

    private static AppException invalid(String sentence) {
        return new AppException(ErrorCode.INVALID_REQUEST, sentence);
    }
}
