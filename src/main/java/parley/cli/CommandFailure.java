package parley.cli;

import org.jspecify.annotations.Nullable;

/// A command that cannot do its work, with the sentence for the person who typed it. Unlike an
/// [parley.error.AppException] it may name files: it never leaves the terminal.
final class CommandFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CommandFailure(String sentence) {
        this(sentence, null);
    }

    CommandFailure(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
