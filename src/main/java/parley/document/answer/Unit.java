package parley.document.answer;

import java.util.Optional;
import parley.document.Passage;
import parley.document.StoredDocument;

/// What can be quoted by itself: a sentence, a list's item, a line of code, a table's row.
///
/// @param place among the units of its passage, from 0
/// @param isLast whether its passage ends with it
/// @param head the first row of its table, if it is another row of one
record Unit(
        StoredDocument document,
        Passage passage,
        int place,
        boolean isLast,
        String text,
        Optional<String> head) {
    /// Only the last sentence of a passage can go on over the page's end.
    boolean crossesPages() {
        return isLast && passage.lastPage() > passage.page();
    }
}
