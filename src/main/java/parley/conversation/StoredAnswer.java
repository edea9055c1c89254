package parley.conversation;

import java.util.List;
import java.util.stream.Stream;

/// What the store holds of an answer.
///
/// @param before what it held when its last run began; all of it once it has ended
/// @param since the pieces that came in the run that has not ended
public record StoredAnswer(List<Said> before, List<Said> since) {
    public StoredAnswer {
        before = List.copyOf(before);
        since = List.copyOf(since);
    }

    /// All of it. What was stored piece by piece and belongs together is one again.
    List<Said> all() {
        return new Speech(Stream.concat(before.stream(), since.stream()).toList()).from(0);
    }
}
