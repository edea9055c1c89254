package parley.dialect.openai.responses;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parley.dialect.MessageText;
import parley.error.AppException;
import parley.http.RequestFields;
import parley.llm.ChatMessage;
import parley.llm.Part;
import parley.llm.Role;
import tools.jackson.databind.JsonNode;

/// Reads the field `input`: a text, or items.
final class InputReader {
    private static final String INPUT = "input";

    private final KeptItems kept;
    private final long accountId;
    private final DialogueBuilder dialogue = new DialogueBuilder();
    private final List<String> callsElsewhere = new ArrayList<>();

    private InputReader(KeptItems kept, long accountId) {
        this.kept = kept;
        this.accountId = accountId;
    }

    /// What a request says.
    ///
    /// @param callsElsewhere the ids of tool calls that are answered here, and were made before
    record Input(List<ChatMessage> messages, List<String> callsElsewhere) {
        Input {
            messages = List.copyOf(messages);
            callsElsewhere = List.copyOf(callsElsewhere);
        }
    }

    /// @param kept finds what items refer to
    /// @throws AppException (400) naming the part of the input that is wrong; (404) if it refers to
    ///   an item that is not there
    static Input read(RequestFields body, KeptItems kept, long accountId)
            throws InterruptedException {
        InputReader reader = new InputReader(kept, accountId);
        reader.readAll(body);
        return new Input(reader.dialogue.messages(), reader.callsElsewhere);
    }

    private void readAll(RequestFields body) throws InterruptedException {
        JsonNode input = body.find(INPUT).orElseThrow(() -> body.missing(INPUT));
        if (input.isString()) {
            dialogue.add(Role.USER, List.of(new Part.Text(MessageText.required(body, INPUT))));
            return;
        }
        if (!input.isArray()) {
            throw body.wrong(INPUT, "text, or an array of items");
        }
        for (RequestFields item : body.objects(INPUT)) {
            readItem(item);
        }
        if (dialogue.isEmpty()) {
            throw body.wrong(INPUT, "text, or an array with at least one item");
        }
    }

    private void readItem(RequestFields item) throws InterruptedException {
        String type = item.optionalText("type").orElse("message");
        switch (type) {
            case "message" -> readMessage(item);
            case "function_call" ->
                    dialogue.add(
                            Role.ASSISTANT,
                            List.of(
                                    new Part.ToolCall(
                                            item.requiredText("call_id"),
                                            item.requiredText("name"),
                                            item.requiredText("arguments"))));
            case "function_call_output" -> readToolResult(item);
            case "reasoning" -> readThought(item);
            case "item_reference" -> readReference(item.requiredText("id"));
            default ->
                    throw item.wrong(
                            "type",
                            "message, function_call, function_call_output, reasoning or item_reference; '%s' is not supported here"
                                    .formatted(type));
        }
    }

    private void readMessage(RequestFields item) {
        Role role =
                switch (item.requiredText("role")) {
                    case "user" -> Role.USER;
                    case "assistant" -> Role.ASSISTANT;
                    case "system", "developer" -> Role.SYSTEM;
                    default -> throw item.wrong("role", "user, assistant, system or developer");
                };
        List<Part> parts = ContentReader.read(item, "content");
        if (role == Role.USER && parts.stream().allMatch(InputReader::saysNothing)) {
            throw item.wrong("content", "text that is more than white space, or a picture");
        }
        dialogue.add(role, parts);
    }

    private void readToolResult(RequestFields item) {
        String callId = item.requiredText("call_id");
        if (!dialogue.knows(callId)) {
            callsElsewhere.add(callId);
        }
        dialogue.add(
                Role.TOOL,
                List.of(
                        new Part.ToolResult(
                                callId,
                                dialogue.toolName(callId),
                                ContentReader.text(item, "output"),
                                false)));
    }

    /// A thought comes back as it was kept, or as it was sent; one of another server's would say
    /// nothing to any model here, and is left out.
    private void readThought(RequestFields item) throws InterruptedException {
        Optional<String> sealed = item.optionalText("encrypted_content");
        Optional<ThoughtSeal.Opened> opened = sealed.flatMap(ThoughtSeal::open);
        if (opened.isPresent()) {
            switch (opened.get()) {
                case ThoughtSeal.Opened.Reference(String id) -> readReference(id);
                case ThoughtSeal.Opened.Thought(Part.Reasoning part) ->
                        dialogue.add(Role.ASSISTANT, List.of(part));
            }
            return;
        }
        Optional<String> id = item.optionalText("id");
        if (id.isPresent() && ItemIds.place(id.get()).isPresent()) {
            readReference(id.get());
        }
    }

    private void readReference(String id) throws InterruptedException {
        ChatMessage message = kept.load(accountId, id);
        dialogue.add(message.role(), message.parts());
    }

    private static boolean saysNothing(Part part) {
        return part instanceof Part.Text(String text) && MessageText.saysNothing(text);
    }
}
