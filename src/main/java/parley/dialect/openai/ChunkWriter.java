package parley.dialect.openai;

import java.util.HashSet;
import java.util.Set;
import parley.dialect.Picture;
import parley.http.Json;
import parley.http.JsonText;
import parley.llm.Part;

/// Writes the pieces of one choice of a streamed answer. They are put together by hand: this is the
/// busiest path of the server.
final class ChunkWriter {
    static final String END = "[DONE]";

    private final String head;
    private final String beforeDelta;
    private final String noUsage;
    private final boolean legacyFunctions;
    private final Set<Integer> begunCalls = new HashSet<>(2);

    /// @param includeUsage whether the stream ends with the tokens, and its other pieces say that
    ///   they have none
    ChunkWriter(
            CompletionHead completion, int choice, boolean includeUsage, boolean legacyFunctions) {
        StringBuilder text = new StringBuilder(200);
        text.append("{\"id\":\"").append(completion.id());
        text.append("\",\"object\":\"chat.completion.chunk\",\"created\":");
        text.append(completion.created()).append(",\"model\":");
        JsonText.append(text, completion.model()).append(",\"system_fingerprint\":");
        JsonText.append(text, completion.fingerprint());
        this.head = text.toString();
        this.beforeDelta = head + ",\"choices\":[{\"index\":" + choice + ",\"delta\":";
        this.noUsage = includeUsage ? ",\"usage\":null}" : "}";
        this.legacyFunctions = legacyFunctions;
    }

    /// The first piece.
    String role() {
        return begin(64)
                .append("{\"role\":\"assistant\",\"content\":\"\",\"refusal\":null}")
                .append(rest("null"))
                .toString();
    }

    String text(String piece) {
        return words("{\"content\":", piece);
    }

    String reasoning(String piece) {
        return words("{\"reasoning_content\":", piece);
    }

    /// A piece of a tool call; the first of each says which tool it is.
    String toolCall(int index, String id, String name, String arguments) {
        boolean first = begunCalls.add(index);
        StringBuilder out = begin(arguments.length() + 160);
        if (legacyFunctions) {
            out.append("{\"function_call\":{");
        } else {
            out.append("{\"tool_calls\":[{\"index\":").append(index);
            if (first) {
                JsonText.append(out.append(",\"id\":"), id).append(",\"type\":\"function\"");
            }
            out.append(",\"function\":{");
        }
        if (first) {
            JsonText.append(out.append("\"name\":"), name).append(',');
        }
        JsonText.append(out.append("\"arguments\":"), arguments);
        return out.append(legacyFunctions ? "}}" : "}}]}").append(rest("null")).toString();
    }

    String image(Part.Image image) {
        String uri = Picture.uri(image);
        StringBuilder out = begin(uri.length() + 120);
        out.append("{\"images\":[{\"type\":\"image_url\",\"image_url\":{\"url\":");
        return JsonText.append(out, uri).append("}}]}").append(rest("null")).toString();
    }

    /// The last piece of the choice.
    ///
    /// @param reason in the wire's words
    String finish(String reason) {
        return begin(48).append("{}").append(rest("\"" + reason + "\"")).toString();
    }

    /// The tokens, after the last piece of all choices.
    String usage(TokenUsage usage) {
        return head + ",\"choices\":[],\"usage\":" + Json.text(usage) + "}";
    }

    private String words(String name, String piece) {
        StringBuilder out = begin(piece.length() + 64).append(name);
        return JsonText.append(out, piece).append('}').append(rest("null")).toString();
    }

    private StringBuilder begin(int more) {
        return new StringBuilder(beforeDelta.length() + more + 48).append(beforeDelta);
    }

    private String rest(String reason) {
        return ",\"logprobs\":null,\"finish_reason\":" + reason + "}]" + noUsage;
    }
}
