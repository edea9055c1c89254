package parley.document.answer;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// A question with what it leaves out and the one before it said.
///
/// @param question to be answered
/// @param carried words of it that come from the question before, in lower case: they say where to
///   look, but less than its own
/// @param document the place of the document that it is about, from 1, 0 for the last; empty if the
///   question itself says so, or nothing does
/// @param asksPlace whether it wants to know where its answer stands
/// @param joined whether it is not what was said literally
record Resolved(
        String question,
        Set<String> carried,
        OptionalInt document,
        boolean asksPlace,
        boolean joined) {
    Resolved {
        carried = Set.copyOf(carried);
    }

    /// What was said.
    static Resolved literally(String question) {
        return new Resolved(question, Set.of(), OptionalInt.empty(), false, false);
    }

    static Resolved joined(String question, Set<String> carried, OptionalInt document) {
        return new Resolved(question, carried, document, false, true);
    }

    /// The same, and where that stands.
    Resolved withPlace() {
        return new Resolved(question, carried, document, true, true);
    }

    /// The same in other words.
    Resolved in(String words) {
        return new Resolved(words, carried, document, asksPlace, joined);
    }

    /// What was understood, where that is not what was said.
    Optional<String> understood() {
        return joined ? Optional.of(question) : Optional.empty();
    }
}
