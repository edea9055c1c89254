package parley.conversation;

import java.util.List;
import java.util.Optional;
import parley.llm.ChatMessage;
import parley.llm.ToolUse;

/// What a call of a turn's model is to hold beside the conversation.
///
/// @param more what comes after the history
/// @param tools other tools than those of the request
/// @param answerSoFar what was said already of the answer that the model goes on with
record ModelWish(
        Optional<String> instructions,
        List<ChatMessage> more,
        Optional<ToolUse> tools,
        String answerSoFar) {
    ModelWish {
        more = List.copyOf(more);
    }

    /// What the request itself wants.
    static ModelWish of(ActiveTurn turn) {
        return new ModelWish(
                turn.request().instructions(), List.of(), Optional.empty(), turn.textBefore());
    }
}
