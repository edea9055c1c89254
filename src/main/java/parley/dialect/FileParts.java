package parley.dialect;

import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import parley.document.DocumentQuote;
import parley.document.Documents;
import parley.document.ExtractedDocument;
import parley.document.KeptDocument;
import parley.document.NewFile;
import parley.error.AppException;
import parley.http.RequestFields;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Reads the files that messages of a request hold, in the forms of OpenAI's two APIs: their text
/// takes their place.
public final class FileParts {
    private static final String CONTENT = "content";
    private static final Pattern DATA_URI = Pattern.compile("(?i)data:[^,]{0,200};base64,");

    private final Documents documents;
    private final DocumentQuote quote;

    public FileParts(Documents documents, DocumentQuote quote) {
        this.documents = documents;
        this.quote = quote;
    }

    /// The body with text for every `{"type": "file", "file": {…}}` and `{"type": "input_file", …}`
    /// in the messages of one of its fields.
    ///
    /// @param field `messages` or `input`
    /// @throws AppException (400) naming the part that is wrong; as [Documents#add] where a file
    ///   cannot be read
    public JsonNode read(long accountId, JsonNode body, String field) throws InterruptedException {
        if (!holdsFiles(body.path(field))) {
            return body;
        }
        JsonNode copy = body.deepCopy();
        JsonNode messages = copy.path(field);
        for (int i = 0; i < messages.size(); i++) {
            JsonNode parts = messages.path(i).path(CONTENT);
            for (int j = 0; j < parts.size(); j++) {
                if (parts.path(j) instanceof ObjectNode part && isFile(part)) {
                    String place = "%s[%d].%s[%d].".formatted(field, i, CONTENT, j);
                    replace(accountId, part, place);
                }
            }
        }
        return copy;
    }

    private static boolean holdsFiles(JsonNode messages) {
        for (JsonNode message : messages) {
            for (JsonNode part : message.path(CONTENT)) {
                if (isFile(part)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isFile(JsonNode part) {
        String type = part.path("type").asString("");
        return type.equals("file") || type.equals("input_file");
    }

    private void replace(long accountId, ObjectNode part, String place)
            throws InterruptedException {
        RequestFields fields = new RequestFields(part, place);
        boolean nested = part.path("type").asString("").equals("file");
        RequestFields file =
                nested
                        ? fields.optionalObject("file").orElseThrow(() -> fields.missing("file"))
                        : fields;
        String text = text(accountId, file);
        part.removeAll();
        part.put("type", nested ? "text" : "input_text").put("text", text);
    }

    private String text(long accountId, RequestFields file) throws InterruptedException {
        if (file.has("file_url")) {
            throw file.wrong(
                    "file_url", "absent: this server fetches no files; send file_data or file_id");
        }
        Optional<String> id = file.optionalText("file_id");
        if (id.isPresent()) {
            KeptDocument kept = AskedFile.load(documents, accountId, id.get());
            return quote.of(kept.document().filename(), documents.text(kept.document()));
        }
        Optional<String> data = file.optionalText("file_data");
        if (data.isEmpty()) {
            throw file.missing("file_id");
        }
        String filename = file.optionalText("filename").orElse("document");
        ExtractedDocument read =
                documents.read(accountId, filename, new Sent(bytes(file, data.get())));
        return quote.of(filename, read);
    }

    private static byte[] bytes(RequestFields file, String data) {
        Matcher head = DATA_URI.matcher(data);
        try {
            return Base64.getDecoder().decode(head.lookingAt() ? data.substring(head.end()) : data);
        } catch (IllegalArgumentException e) {
            throw file.wrong("file_data", "a file in Base64, or a data: URI with one");
        }
    }

    /// What came inside the request.
    @SuppressWarnings("ArrayRecordComponent") // Compared nowhere.
    private record Sent(byte[] bytes) implements NewFile.Content {
        @Override
        public long size() {
            return bytes.length;
        }
    }
}
