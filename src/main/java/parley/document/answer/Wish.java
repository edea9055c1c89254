package parley.document.answer;

import java.util.OptionalInt;

/// What somebody wants of documents.
sealed interface Wish {
    /// @param length how many sentences; empty if it was not said
    /// @param points whether as a list
    record Summary(Scope scope, OptionalInt length, boolean points) implements Wish {}

    record KeyTerms(Scope scope) implements Wish {}

    record Outline() implements Wish {}

    record PageCount() implements Wish {}

    record Author() implements Wish {}

    record Title() implements Wish {}

    record Created() implements Wish {}

    record About() implements Wish {}

    record Listing() implements Wish {}

    /// The text of a page.
    record PageText(Scope.Pages pages) implements Wish {}

    /// @param each whether every document is to answer for itself
    /// @param length how many sentences; empty if it was not said
    record Question(Scope scope, boolean each, OptionalInt length) implements Wish {}

    /// Nothing that documents answer.
    record Elsewhere() implements Wish {}
}
