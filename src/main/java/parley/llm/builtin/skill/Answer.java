package parley.llm.builtin.skill;

import java.util.Optional;

/// What a skill says.
///
/// @param text never empty
/// @param exact whether it must stay as it is; otherwise it may be shortened to the length wished
record Answer(String text, boolean exact) {
    /// Sentences of the engine's own, which may be shortened.
    static Optional<Answer> prose(String text) {
        return Optional.of(new Answer(text, false));
    }

    /// A result. Of one without any text it is said that it is empty.
    static Optional<Answer> exact(String text) {
        return Optional.of(new Answer(text.isEmpty() ? "The result is empty." : text, true));
    }
}
