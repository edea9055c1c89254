package parley.conversation;

/// What a listener of a turn hears. The numbers rise; text joined from the beginning is the stored
/// answer, unit by unit.
public sealed interface TurnEvent {
    /// Listening again from this number brings what comes after the event. For text it is the
    /// length of the answer up to and with this piece, in UTF-16 units; for the end one more.
    long number();

    record Text(long number, String text) implements TurnEvent {}

    /// The end, always the last event and always there. The turn says how it ended.
    record Ended(long number, Turn turn) implements TurnEvent {}
}
