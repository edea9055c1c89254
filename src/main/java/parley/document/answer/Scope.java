package parley.document.answer;

import java.util.Optional;
import parley.document.Passage;

/// Which part of the documents is meant.
///
/// @param pages the pages named
/// @param section the number or the name of a chapter, as it was said
record Scope(Optional<Pages> pages, Optional<String> section) {
    static final Scope EVERYTHING = new Scope(Optional.empty(), Optional.empty());

    /// Pages from 1, both included; the last page of a document is 0.
    record Pages(int first, int last) {
        boolean overlaps(Passage passage) {
            return passage.page() <= last && passage.lastPage() >= first;
        }

        Pages within(int count) {
            return new Pages(first == 0 ? count : first, last == 0 ? count : last);
        }
    }

    boolean isEverything() {
        return pages.isEmpty() && section.isEmpty();
    }
}
