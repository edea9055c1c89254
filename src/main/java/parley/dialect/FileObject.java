package parley.dialect;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import parley.document.DocumentId;
import parley.document.KeptDocument;
import parley.document.StoredDocument;

/// A document as OpenAI shows files, and what Parley knows beside.
///
/// @param id `file-12`
/// @param createdAt in seconds since 1970
/// @param status always `processed`: what is kept was read
/// @param conversationId of which it is context; null for none
public record FileObject(
        String id,
        String object,
        long bytes,
        @JsonProperty("created_at") long createdAt,
        String filename,
        String purpose,
        String status,
        @JsonProperty("mime_type") String mimeType,
        @JsonProperty("conversation_id") @Nullable Long conversationId,
        FileMetadata metadata) {
    public static FileObject of(KeptDocument kept) {
        StoredDocument document = kept.document();
        OptionalLong conversation = document.conversationId();
        return new FileObject(
                DocumentId.text(document.id()),
                "file",
                document.size(),
                document.createdAt().getEpochSecond(),
                document.filename(),
                kept.purpose(),
                "processed",
                document.mediaType(),
                conversation.isPresent() ? (Long) conversation.getAsLong() : null,
                FileMetadata.of(document.facts()));
    }
}
