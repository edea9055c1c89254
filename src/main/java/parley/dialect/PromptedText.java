package parley.dialect;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import parley.error.AppException;
import parley.error.ErrorCode;
import parley.http.RequestFields;
import parley.prompt.PromptLibrary;
import tools.jackson.databind.JsonNode;

/// The text of a message that may be made of a prompt: `prompt_id` names it, `variables` has its
/// values, and what the message says itself comes after it.
public final class PromptedText {
    private static final String PROMPT = "prompt_id";
    private static final String VARIABLES = "variables";

    private final PromptLibrary prompts;

    public PromptedText(PromptLibrary prompts) {
        this.prompts = prompts;
    }

    /// The text of the field, or of the prompt that is named beside it.
    ///
    /// @throws AppException (400) if there is neither; (404) if the account has no such prompt;
    ///   (422) naming the variables that have no value
    public String required(long accountId, RequestFields fields, String name) {
        if (!isPrompted(fields)) {
            return MessageText.required(fields, name);
        }
        String text = prompts.use(accountId, promptId(fields), values(fields));
        String own = fields.optionalText(name).orElse("");
        return MessageText.saysNothing(own) ? text : text + "\n\n" + own;
    }

    /// Whether a prompt is named.
    public boolean isPrompted(RequestFields fields) {
        return fields.has(PROMPT);
    }

    private static long promptId(RequestFields fields) {
        String asked =
                fields.find(PROMPT)
                        .filter(node -> node.isIntegralNumber() || node.isString())
                        .map(JsonNode::asString)
                        .orElseThrow(() -> fields.wrong(PROMPT, "the id of a prompt"));
        OptionalLong id = AskedId.parse(asked);
        if (id.isEmpty()) {
            throw new AppException(ErrorCode.NOT_FOUND, "There is no prompt %s.".formatted(asked));
        }
        return id.getAsLong();
    }

    /// The values of variables: texts, or other values as JSON writes them. Null is none.
    ///
    /// @throws AppException (422) if they are no object
    public static Map<String, String> values(RequestFields fields) {
        Map<String, String> values = new LinkedHashMap<>();
        JsonNode given = fields.find(VARIABLES).orElse(null);
        if (given == null) {
            return values;
        }
        if (!given.isObject()) {
            throw fields.wrong(VARIABLES, "an object with a value for each variable")
                    .as(ErrorCode.UNPROCESSABLE);
        }
        given.properties()
                .forEach(variable -> {
                    JsonNode value = variable.getValue();
                    if (!value.isNull()) {
                        values.put(
                                variable.getKey(),
                                value.isString() ? value.stringValue() : value.toString());
                    }
                });
        return values;
    }
}
