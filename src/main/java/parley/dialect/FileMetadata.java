package parley.dialect;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.document.Bookmark;
import parley.document.DocumentFacts;

/// What a document says about itself; what it does not say is left out.
///
/// @param unreadablePages the numbers of pages that hold a picture and no text that could be read
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record FileMetadata(
        @JsonProperty("page_count") int pageCount,
        @Nullable String title,
        @Nullable String author,
        @Nullable String subject,
        @JsonProperty("created_at") @Nullable String createdAt,
        @JsonProperty("modified_at") @Nullable String modifiedAt,
        @Nullable String language,
        List<Bookmark> outline,
        @JsonProperty("unreadable_pages") List<Integer> unreadablePages) {
    public static FileMetadata of(DocumentFacts facts) {
        return new FileMetadata(
                facts.pages(),
                facts.title().orElse(null),
                facts.author().orElse(null),
                facts.subject().orElse(null),
                facts.createdAt().map(Timestamps::iso).orElse(null),
                facts.modifiedAt().map(Timestamps::iso).orElse(null),
                facts.language().orElse(null),
                facts.outline(),
                facts.unreadable());
    }
}
