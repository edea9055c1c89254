package parley.document;

import java.util.List;
import java.util.Optional;

/// An answer from documents that was put together without a model.
///
/// @param text Markdown, with the page and the file of everything quoted
/// @param used the passages it rests on, in the order in which the text names them; empty if the
///   documents do not hold the answer, which the text then says
/// @param understood what was answered, where that is not literally what was asked
public record DocumentReply(String text, List<Passage> used, Optional<String> understood) {
    public DocumentReply {
        used = List.copyOf(used);
    }

    public DocumentReply(String text, List<Passage> used) {
        this(text, used, Optional.empty());
    }
}
