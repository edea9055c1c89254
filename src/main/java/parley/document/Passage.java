package parley.document;

import java.util.List;

/// A piece of a document that can be understood, quoted and cited by itself.
///
/// @param number its place among the passages of its document, from 0
/// @param page the page on which it begins, from 1
/// @param lastPage the page on which it ends
/// @param headings the headings above it, the highest first
/// @param text its blocks, separated by an empty line; never empty
public record Passage(
        long documentId, int number, int page, int lastPage, List<String> headings, String text) {
    public Passage {
        headings = List.copyOf(headings);
    }
}
