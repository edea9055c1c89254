package parley.image.intent;

import java.util.function.Function;

/// Something that a message says, and where it says it.
///
/// @param start its first character, in the message
/// @param end behind its last
record Found<T>(T value, int start, int end) {
    <R> Found<R> with(Function<T, R> change) {
        return new Found<>(change.apply(value), start, end);
    }
}
