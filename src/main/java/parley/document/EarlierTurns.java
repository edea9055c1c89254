package parley.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parley.conversation.Assignment;
import parley.conversation.Message;
import parley.llm.Role;
import tools.jackson.databind.json.JsonMapper;

/// What a conversation said before a question that its documents answered.
final class EarlierTurns {
    private static final int MESSAGES_BACK = 12;

    private EarlierTurns() {}

    /// The oldest first.
    static List<EarlierTurn> of(Assignment turn) {
        List<EarlierTurn> earlier = new ArrayList<>();
        Optional<Message> question = Optional.empty();
        for (Message message : turn.before(MESSAGES_BACK)) {
            if (message.role() == Role.USER) {
                question = Optional.of(message);
            } else if (isFromDocuments(message) && question.isPresent()) {
                earlier.add(new EarlierTurn(question.get().content(), message.content()));
                question = Optional.empty();
            }
        }
        return earlier;
    }

    /// The last one, if documents answered it.
    static List<EarlierTurn> lastOfDocuments(Assignment turn) {
        List<Message> before = turn.before(MESSAGES_BACK);
        boolean isLast = !before.isEmpty() && isFromDocuments(before.getLast());
        return isLast ? of(turn) : List.of();
    }

    private static boolean isFromDocuments(Message message) {
        // Answers about data keep many rows beside them: not read without need.
        return message.role() == Role.ASSISTANT
                && message.attributes().contains(SourceNotes.SOURCES)
                && JsonMapper.shared().readTree(message.attributes()).has(SourceNotes.SOURCES);
    }
}
