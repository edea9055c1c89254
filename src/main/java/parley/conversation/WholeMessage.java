package parley.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import parley.llm.Role;

/// A message with everything that is kept of it. See [Message].
///
/// @param id where it comes from; other messages and receipts refer to it
/// @param parts all it says, in order; empty where that is nothing but the content
/// @param answeredBy `provider/model` that answered; also of copies, which are no turns
/// @param turn what is known of its writing; empty for what no model wrote
public record WholeMessage(
        long id,
        long sequence,
        Role role,
        String content,
        ContentType contentType,
        String attributes,
        MessageStatus status,
        Instant createdAt,
        List<AnswerPart> parts,
        Optional<String> answeredBy,
        Optional<WholeTurn> turn) {
    public WholeMessage {
        parts = List.copyOf(parts);
    }

    /// The same message, as far as it is written.
    public WholeMessage soFar(String text, List<AnswerPart> said) {
        return new WholeMessage(
                id,
                sequence,
                role,
                text,
                contentType,
                attributes,
                status,
                createdAt,
                said,
                answeredBy,
                turn);
    }
}
