package parley.dialect;

import java.util.Set;

/// How a contract's streams tell that they are whole, and that they failed. An event goes by its
/// name, or by its data where it has no name.
///
/// @param last the last events of an answer that is whole; empty where only the stream's end tells
/// @param failed the events that tell of a failure
public record StreamMarks(Set<String> last, Set<String> failed) {
    /// For answers in one piece, and streams that end when they end.
    public static final StreamMarks NONE = new StreamMarks(Set.of(), Set.of());

    public StreamMarks {
        last = Set.copyOf(last);
        failed = Set.copyOf(failed);
    }
}
