package parley.dialect.chat;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/// One page of an account's sessions, newest update first.
///
/// @param total how many sessions match, on all pages
record HistoryPage(
        long total,
        int page,
        @JsonProperty("page_size") int pageSize,
        List<HistorySession> sessions) {
    HistoryPage {
        sessions = List.copyOf(sessions);
    }
}
