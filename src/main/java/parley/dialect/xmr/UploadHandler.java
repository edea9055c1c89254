package parley.dialect.xmr;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.analysis.DataSource;
import parley.analysis.DataSources;
import parley.conversation.Conversation;
import parley.conversation.ConversationService;
import parley.conversation.NewConversation;
import parley.dialect.Timestamps;
import parley.http.Exchange;
import parley.http.Handler;
import parley.http.Upload;
import tools.jackson.databind.JsonNode;

/// Takes a CSV file: it becomes a data source, with a conversation about it.
final class UploadHandler implements Handler {
    private final DataSources sources;
    private final ConversationService conversations;

    UploadHandler(DataSources sources, ConversationService conversations) {
        this.sources = sources;
        this.conversations = conversations;
    }

    /// @param profile what was inferred and repaired
    /// @param suggestions questions to begin with
    record Uploaded(
            long id,
            long userId,
            String filename,
            String originalName,
            long size,
            String createdAt,
            @JsonProperty("data_source_id") long dataSourceId,
            @JsonProperty("conversation_id") long conversationId,
            List<String> columns,
            @JsonProperty("row_count") long rowCount,
            String message,
            @Nullable JsonNode profile,
            List<String> suggestions) {}

    @Override
    public void handle(Exchange exchange) throws InterruptedException {
        Upload.File file = exchange.upload().requiredFile("file");
        long accountId = exchange.caller().id();
        DataSources.Uploaded uploaded =
                sources.upload(accountId, file.name(), file.path(), file.size());
        DataSource source = uploaded.source();
        Conversation conversation =
                conversations.create(
                        NewConversation.of(accountId).withTitle("Analysis of " + file.name()));
        conversations.attachDataSource(
                accountId, conversation.id(), java.util.OptionalLong.of(source.id()));
        exchange.respond(
                new Uploaded(
                        source.id(),
                        accountId,
                        source.csvFileName().orElse(file.name()),
                        file.name(),
                        file.size(),
                        Timestamps.iso(source.createdAt()),
                        source.id(),
                        conversation.id(),
                        uploaded.columns(),
                        uploaded.rows(),
                        "File uploaded successfully! %d rows with columns: %s"
                                .formatted(uploaded.rows(), String.join(", ", uploaded.columns())),
                        sources.profile(source).orElse(null),
                        uploaded.suggestions()));
    }
}
