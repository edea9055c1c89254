package parley.dialect.parley;

import org.jspecify.annotations.Nullable;
import parley.conversation.Message;
import parley.document.SourceNotes;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What is kept beside an answer of the documents it was given; see [SourceNotes].
///
/// @param sources what went in; null where there were no documents
/// @param leftOut what there was no room for; null where there were no documents
/// @param understood what was answered, where the question goes on from an earlier one; else null
record KeptSources(
        @Nullable JsonNode sources, @Nullable JsonNode leftOut, @Nullable String understood) {
    private static final KeptSources NONE = new KeptSources(null, null, null);

    static KeptSources of(Message message) {
        if (message.attributes().equals(Message.NO_ATTRIBUTES)) {
            return NONE;
        }
        JsonNode kept = JsonMapper.shared().readTree(message.attributes());
        JsonNode sources = kept.path(SourceNotes.SOURCES);
        JsonNode leftOut = kept.path(SourceNotes.LEFT_OUT);
        String understood = kept.path(SourceNotes.UNDERSTOOD).asString(null);
        return sources.isArray() && leftOut.isArray()
                ? new KeptSources(sources, leftOut, understood)
                : NONE;
    }
}
