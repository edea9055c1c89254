package parley.llm.builtin.calendar;

/// A date that was written but is in no calendar. The message is for people.
public final class NoSuchDateException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoSuchDateException(String sentence) {
        super(sentence);
    }
}
