package parley.dialect.xmr;

import org.jspecify.annotations.Nullable;
import parley.conversation.Message;
import parley.dialect.Timestamps;
import tools.jackson.databind.JsonNode;

/// A message as this contract shows it.
///
/// @param role `user` or `assistant`
/// @param status how far an answer is: `complete`, `running`, `interrupted`, …
record XmrMessage(
        long id,
        long conversationId,
        String role,
        String content,
        @Nullable String sqlQuery,
        @Nullable JsonNode sqlResults,
        @Nullable JsonNode chartData,
        String createdAt,
        String status) {
    static XmrMessage of(Message message) {
        Analysis analysis = Analysis.of(message);
        return new XmrMessage(
                message.id(),
                message.conversationId(),
                message.role().wireName(),
                message.content(),
                analysis.sqlQuery().orElse(null),
                analysis.sqlResults().orElse(null),
                analysis.chartData().orElse(null),
                Timestamps.iso(message.createdAt()),
                message.status().wireName());
    }
}
