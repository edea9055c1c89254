package parley.dialect.chat;

import java.util.List;
import java.util.stream.Collectors;
import parley.conversation.NewMessage;
import parley.dialect.MessageText;
import parley.dialect.PromptedText;
import parley.error.AppException;
import parley.http.RequestFields;
import parley.llm.Role;
import tools.jackson.databind.JsonNode;

/// Reads the `messages` of a request.
final class MessageReader {
    private static final String FIELD = "messages";
    private static final String CONTENT = "content";

    private final PromptedText words;
    private final long accountId;

    /// @param accountId whose prompts may be used
    MessageReader(PromptedText words, long accountId) {
        this.words = words;
        this.accountId = accountId;
    }

    /// @throws AppException (400) if it is not a list of messages, with at least one in it
    List<NewMessage> read(RequestFields request) {
        if (!request.has(FIELD)) {
            throw request.missing(FIELD);
        }
        List<RequestFields> messages = request.objects(FIELD);
        if (messages.isEmpty()) {
            throw request.wrong(FIELD, "an array with at least one message");
        }
        return messages.stream().map(this::message).toList();
    }

    private NewMessage message(RequestFields fields) {
        Role role = role(fields);
        if (words.isPrompted(fields)) {
            return NewMessage.text(role, words.required(accountId, fields, CONTENT));
        }
        String content = content(fields);
        if (role != Role.ASSISTANT && MessageText.saysNothing(content)) {
            throw fields.wrong(CONTENT, "text that is more than white space");
        }
        return NewMessage.text(role, content);
    }

    private static Role role(RequestFields fields) {
        String name = fields.requiredText("role");
        for (Role role : List.of(Role.SYSTEM, Role.USER, Role.ASSISTANT)) {
            if (role.wireName().equals(name)) {
                return role;
            }
        }
        throw fields.wrong("role", "system, user or assistant");
    }

    private static String content(RequestFields fields) {
        JsonNode content = fields.find(CONTENT).orElseThrow(() -> fields.missing(CONTENT));
        if (content.isArray()) {
            return fields.objects(CONTENT).stream()
                    .map(MessageReader::part)
                    .collect(Collectors.joining());
        }
        if (!content.isString()) {
            throw fields.wrong(CONTENT, "text, or an array of {\"type\": \"text\", \"text\"}");
        }
        return content.stringValue();
    }

    private static String part(RequestFields part) {
        if (!part.requiredText("type").equals("text")) {
            throw part.wrong("type", "text, the only kind of content that is taken here");
        }
        return part.requiredText("text");
    }
}
