package parley.dialect.xmr;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.conversation.Message;
import parley.dialect.Timestamps;
import tools.jackson.databind.JsonNode;

/// A message as this contract shows it.
///
/// @param role `user` or `assistant`
/// @param status how far an answer is: `complete`, `running`, `interrupted`, …
/// @param analysis how the answer was found: the plan in words, all queries, what was not
///   understood; left out where no data was asked
record XmrMessage(
        long id,
        long conversationId,
        String role,
        String content,
        @Nullable String sqlQuery,
        @Nullable JsonNode sqlResults,
        @Nullable JsonNode chartData,
        String createdAt,
        String status,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable JsonNode analysis) {
    static XmrMessage of(Message message, Analysis analysis, Optional<JsonNode> chart) {
        return new XmrMessage(
                message.id(),
                message.conversationId(),
                message.role().wireName(),
                message.content(),
                analysis.sqlQuery().orElse(null),
                analysis.sqlResults().orElse(null),
                chart.orElse(null),
                Timestamps.iso(message.createdAt()),
                message.status().wireName(),
                analysis.notes().orElse(null));
    }
}
