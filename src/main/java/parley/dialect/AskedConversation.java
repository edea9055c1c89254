package parley.dialect;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import parley.conversation.ConversationService;
import parley.error.AppException;
import parley.http.RequestFields;
import tools.jackson.databind.JsonNode;

/// The conversation that a request names by its number.
public final class AskedConversation {
    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?[0-9]+");

    private AskedConversation() {}

    /// Reads what a path says.
    ///
    /// @throws AppException (404) if it cannot be the id of a conversation
    public static long id(String asked) {
        OptionalLong id = AskedId.parse(asked);
        if (id.isEmpty()) {
            throw ConversationService.notFound(asked);
        }
        return id.getAsLong();
    }

    /// Reads an optional field: a whole number, or one in a string.
    ///
    /// @throws AppException (400) if it is something else; (404) if it cannot be the id of a
    ///   conversation
    public static OptionalLong inField(RequestFields fields, String name) {
        Optional<JsonNode> field = fields.find(name);
        if (field.isEmpty()) {
            return OptionalLong.empty();
        }
        JsonNode node = field.get();
        if (node.isIntegralNumber()) {
            return OptionalLong.of(id(node.bigIntegerValue().toString()));
        }
        if (node.isString() && WHOLE_NUMBER.matcher(node.stringValue()).matches()) {
            return OptionalLong.of(id(node.stringValue()));
        }
        throw fields.wrong(name, "a whole number");
    }
}
