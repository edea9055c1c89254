package parley.dialect;

import parley.http.RequestFields;

/// The text of a message as a request brings it. It is kept as it was sent, unit by unit.
public final class MessageText {
    private MessageText() {}

    /// @throws parley.error.AppException (400) if the field is missing, no text, or only white
    ///   space
    public static String required(RequestFields fields, String name) {
        String text = fields.requiredText(name);
        if (saysNothing(text)) {
            throw fields.wrong(name, "text that is more than white space");
        }
        return text;
    }

    /// Whether the text is empty, or white space in the eyes of Unicode or of Java.
    public static boolean saysNothing(String text) {
        return text.codePoints()
                .allMatch(character ->
                        Character.isWhitespace(character) || Character.isSpaceChar(character));
    }
}
