package parley.analysis.sql;

import java.util.Locale;
import parley.error.AppException;
import parley.error.ErrorCode;

/// SQL that is not run, with the reason.
final class Refusal {
    private static final int LONGEST_NAME = 80;

    private Refusal() {}

    static AppException of(String sentence) {
        return new AppException(ErrorCode.INVALID_REQUEST, sentence);
    }

    /// @param what what stands in the SQL, as its author would call it
    static AppException ofPart(String what) {
        return of(what + " is not allowed here; ask with one SELECT that only reads.");
    }

    /// Somebody else's name, fit to stand in a sentence.
    static String shown(String name) {
        String visible = name.replaceAll("\\p{Cntrl}", " ").strip();
        return visible.length() <= LONGEST_NAME
                ? visible
                : visible.substring(0, LONGEST_NAME) + "…";
    }

    /// The class of a node in words: `MySqlSelectIntoClause` becomes `my sql select into clause`.
    static String words(String className) {
        return className.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
    }
}
