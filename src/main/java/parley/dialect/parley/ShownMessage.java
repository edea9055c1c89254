package parley.dialect.parley;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A message; an answer's id is the id of its turn. What is null is left out. Times are in
/// milliseconds.
///
/// @param content the whole text, as a client that shows nothing else needs it: with links to
///   pictures and with the query
/// @param parts all it says, in order; null where that is nothing but the content
/// @param prose the content without what `data` and `images` hold too; null where that is the same
/// @param turn of an answer: whether it is a turn, which can be continued and has a receipt; false
///   for a copy in a conversation that branched
/// @param model `provider/model` that answered
/// @param usage of an answer that has ended
/// @param firstTokenMillis from the call of the provider to the first piece of the answer
/// @param durationMillis from the acceptance of the question to the end of the answer
/// @param data what the answer found in data
/// @param images the pictures it made, or that came with the question
/// @param sources pieces of documents that went into the answer
/// @param sourcesLeftOut how many did not, and why
/// @param task the last task for pictures that it began, as it is now
@JsonInclude(JsonInclude.Include.NON_NULL)
record ShownMessage(
        long id,
        long sequence,
        String role,
        String content,
        @JsonProperty("content_type") String contentType,
        String status,
        @JsonProperty("created_at") String createdAt,
        @Nullable List<ShownPart> parts,
        @Nullable String prose,
        @Nullable Boolean turn,
        @Nullable String model,
        @Nullable TokenUsage usage,
        @JsonProperty("finish_reason") @Nullable String finishReason,
        @Nullable TurnProblem error,
        @JsonProperty("first_token_ms") @Nullable Double firstTokenMillis,
        @JsonProperty("duration_ms") @Nullable Double durationMillis,
        @Nullable ShownData data,
        @Nullable List<ObjectNode> images,
        @Nullable ObjectNode task,
        @Nullable JsonNode sources,
        @JsonProperty("sources_left_out") @Nullable JsonNode sourcesLeftOut) {}
