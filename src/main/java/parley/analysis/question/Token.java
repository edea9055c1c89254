package parley.analysis.question;

import java.math.BigDecimal;
import java.util.Optional;

/// A word, number, quoted text or sign of a question.
///
/// @param text as it was written
/// @param norm in small letters, without what follows an apostrophe
/// @param number its value, if it is one
record Token(String text, String norm, Kind kind, Optional<BigDecimal> number) {
    enum Kind {
        WORD,
        NUMBER,
        /// `5th`.
        ORDINAL,
        QUOTED,
        DATE,
        SIGN
    }

    boolean is(String word) {
        return norm.equals(word) && kind != Kind.QUOTED;
    }
}
