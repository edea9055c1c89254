package parley.export;

import java.util.List;
import java.util.Optional;
import parley.conversation.WholeConversation;

/// A conversation that was read from a file.
///
/// @param origin where it comes from, see [Origins]
/// @param notes what is to be known about it: what could not be brought along
public record ImportedConversation(
        String origin,
        WholeConversation conversation,
        Optional<SourceReference> source,
        List<String> notes) {
    public ImportedConversation {
        notes = List.copyOf(notes);
    }
}
