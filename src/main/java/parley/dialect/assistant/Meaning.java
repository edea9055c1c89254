package parley.dialect.assistant;

import java.util.Optional;
import parley.conversation.Message;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a message was taken for, as it is kept beside it.
///
/// @param confidence how sure that is: 0 to 1
/// @param taskId the image task it began, or began last
record Meaning(String intent, double confidence, Optional<String> taskId) {
    private static final String PLAIN_TALK = "chat";
    private static final String DATA = "data_analysis";

    static Meaning of(Message message) {
        if (message.attributes().equals(Message.NO_ATTRIBUTES)) {
            return talk();
        }
        JsonNode kept = JsonMapper.shared().readTree(message.attributes());
        if (kept.path("intent").isString()) {
            return new Meaning(
                    kept.path("intent").asString(),
                    kept.path("confidence").asDouble(1),
                    Optional.ofNullable(kept.path("task_id").asString(null)));
        }
        return kept.has("analysis") || kept.has("sqlQuery")
                ? new Meaning(DATA, 1, Optional.empty())
                : talk();
    }

    Meaning withoutTask() {
        return new Meaning(intent, confidence, Optional.empty());
    }

    /// Whoever asked for nothing else talked.
    private static Meaning talk() {
        return new Meaning(PLAIN_TALK, 1, Optional.empty());
    }
}
