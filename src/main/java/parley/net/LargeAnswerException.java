package parley.net;

import java.io.IOException;

/// An answer has more bytes than are taken.
public final class LargeAnswerException extends IOException {
    private static final long serialVersionUID = 1L;

    LargeAnswerException(long most) {
        super("It has more than %d bytes.".formatted(most));
    }
}
