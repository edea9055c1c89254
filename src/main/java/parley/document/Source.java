package parley.document;

import java.util.List;
import java.util.OptionalDouble;

/// A piece of a document that an answer rests on, or could.
///
/// @param number by which the model and the client know it, from 1
/// @param page where it begins, from 1
/// @param lastPage where it ends
/// @param whole whether it is all of the document
/// @param score how well it fits the question; empty where nothing was searched
/// @param text all of it
record Source(
        int number,
        long documentId,
        String filename,
        int page,
        int lastPage,
        boolean whole,
        OptionalDouble score,
        List<String> headings,
        String text) {
    Source {
        headings = List.copyOf(headings);
    }

    static Source of(int number, StoredDocument document, Passage passage, OptionalDouble score) {
        return new Source(
                number,
                document.id(),
                document.filename(),
                passage.page(),
                passage.lastPage(),
                false,
                score,
                passage.headings(),
                passage.text());
    }
}
