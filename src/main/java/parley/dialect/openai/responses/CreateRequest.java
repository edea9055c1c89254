package parley.dialect.openai.responses;

import java.util.List;
import java.util.Optional;
import parley.dialect.ModelName;
import parley.error.AppException;
import parley.http.RequestFields;
import parley.llm.ModelOptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What `POST /v1/responses` is asked for.
///
/// @param previousResponse the id of the response to go on from, as it was written
/// @param conversation the id of the conversation to go on with, as it was written
/// @param kept whether it enters the history
/// @param shown what the response shows again
record CreateRequest(
        Optional<String> model,
        InputReader.Input input,
        Optional<String> instructions,
        Optional<String> previousResponse,
        Optional<String> conversation,
        boolean kept,
        boolean background,
        boolean stream,
        ModelOptions options,
        ShownOptions shown) {
    private static final String ENCRYPTED_REASONING = "reasoning.encrypted_content";

    /// @param items finds what the input refers to
    /// @throws AppException (400) naming what is missing or wrong; (404) if the input refers to an
    ///   item that is not there
    static CreateRequest of(JsonNode json, KeptItems items, long accountId)
            throws InterruptedException {
        RequestFields body = new RequestFields(json);
        refuseTemplates(body);
        ObjectNode shown = ShownOptions.defaults();
        boolean kept = body.optionalBoolean("store").orElse(true);
        boolean background = body.optionalBoolean("background").orElse(false);
        if (background && !kept) {
            throw body.wrong(
                    "background", "false where store is false: nobody could fetch the response");
        }
        Optional<String> instructions = body.optionalText("instructions");
        Optional<String> previous = body.optionalText("previous_response_id");
        Optional<String> conversation = conversation(body);
        if (previous.isPresent() && conversation.isPresent()) {
            throw body.wrong("previous_response_id", "absent where conversation is given");
        }
        shown.put("background", background);
        shown.put("instructions", instructions.orElse(null));
        shown.put("previous_response_id", previous.orElse(null));
        ModelOptions options = OptionsReader.read(body, shown);
        boolean stream = body.optionalBoolean("stream").orElse(false);
        boolean encrypted = includes(body).contains(ENCRYPTED_REASONING);
        InputReader.Input input = InputReader.read(body, items, accountId);
        return new CreateRequest(
                ModelName.optional(body),
                input,
                instructions,
                previous,
                conversation,
                kept,
                background,
                stream,
                options,
                new ShownOptions(shown, input.messages().size(), encrypted));
    }

    private static Optional<String> conversation(RequestFields body) {
        Optional<JsonNode> asked = body.find("conversation");
        if (asked.filter(JsonNode::isObject).isPresent()) {
            return body.optionalObject("conversation").map(named -> named.requiredText("id"));
        }
        if (asked.filter(node -> !node.isString()).isPresent()) {
            throw body.wrong("conversation", "the id of a conversation, or an object with an id");
        }
        return asked.map(JsonNode::stringValue);
    }

    /// What is to be in the answer beside the usual. Unknown wishes ask for what tools of OpenAI's
    /// own bring, and there are none here.
    private static List<String> includes(RequestFields body) {
        return body.texts("include");
    }

    private static void refuseTemplates(RequestFields body) {
        if (body.has("prompt")) {
            throw body.wrong("prompt", "absent: send the prompt's text in instructions");
        }
    }
}
