package parley.cli;

/// One thing `parley doctor` looked at.
///
/// @param subject what was looked at, in a word or two
/// @param finding what was found
/// @param advice what to do about it; empty when all is well
public record Check(State state, String subject, String finding, String advice) {
    /// How it looks.
    public enum State {
        GOOD,
        /// Is not there, and need not be.
        ABSENT,
        /// Works, and could be better.
        WARNING,
        /// Does not work.
        BAD
    }

    public static Check good(String subject, String finding) {
        return new Check(State.GOOD, subject, finding, "");
    }

    public static Check absent(String subject, String finding) {
        return new Check(State.ABSENT, subject, finding, "");
    }

    public static Check warning(String subject, String finding, String advice) {
        return new Check(State.WARNING, subject, finding, advice);
    }

    public static Check bad(String subject, String finding, String advice) {
        return new Check(State.BAD, subject, finding, advice);
    }
}
