package parley.dialect.chat;

/// The three ways to end a line.
final class Newlines {
    private Newlines() {}

    /// The text with every `\r\n` and `\r` as `\n`: what a reader of a raw stream sees.
    static String unify(String text) {
        return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
    }
}
