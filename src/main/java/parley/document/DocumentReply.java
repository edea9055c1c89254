package parley.document;

import java.util.List;

/// An answer from documents that was put together without a model.
///
/// @param text Markdown, with the page and the file of everything quoted
/// @param used the passages it rests on, in the order in which the text names them; empty if the
///   documents do not hold the answer, which the text then says
public record DocumentReply(String text, List<Passage> used) {
    public DocumentReply {
        used = List.copyOf(used);
    }
}
