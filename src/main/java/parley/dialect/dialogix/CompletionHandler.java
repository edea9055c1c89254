package parley.dialect.dialogix;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;
import parley.conversation.ConversationTarget;
import parley.conversation.MemoryPolicy;
import parley.conversation.NewConversation;
import parley.conversation.NewMessage;
import parley.dialect.CompletionDoor;
import parley.dialect.MessageText;
import parley.dialect.PromptedText;
import parley.dialect.Questions;
import parley.error.AppException;
import parley.http.Exchange;
import parley.http.Handler;
import parley.http.RequestFields;
import parley.llm.Role;

/// Answers a message, in the conversation that is named or in a new one.
final class CompletionHandler implements Handler {
    private final ConversationNames names;
    private final Questions questions;
    private final CompletionDoor otherContract;
    private final PromptedText words;

    /// @param otherContract who has the same path, with other bodies
    CompletionHandler(
            ConversationNames names,
            Questions questions,
            CompletionDoor otherContract,
            PromptedText words) {
        this.names = names;
        this.questions = questions;
        this.otherContract = otherContract;
        this.words = words;
    }

    /// @param message the answer
    /// @param conversationId the name the client used; the server's where it used none
    record Completion(
            String message,
            String messageId,
            @JsonProperty("conversation_id") String conversationId) {}

    @Override
    public void handle(Exchange exchange) throws InterruptedException {
        RequestFields fields = new RequestFields(exchange.json());
        if (otherContract.takes(fields)) {
            otherContract.answer(exchange);
            return;
        }
        long accountId = exchange.caller().id();
        NewMessage question = NewMessage.text(Role.USER, message(accountId, fields));
        Optional<String> name =
                fields.optionalText("conversation_id").filter(text -> !text.isEmpty());
        ConversationTarget target =
                name.map(text -> names.target(accountId, text))
                        .orElseGet(
                                () -> new ConversationTarget.Fresh(NewConversation.of(accountId)));
        Questions.Answered answered =
                questions.ask(exchange, target, question, new MemoryPolicy.ModelBudget());
        exchange.respond(
                new Completion(
                        answered.answer().text(),
                        MessageIds.wire(answered.answer().turn().id()),
                        name.orElseGet(() -> names.nameOf(answered.handle().conversation()))));
    }

    private String message(long accountId, RequestFields fields) {
        if (words.isPrompted(fields)) {
            return words.required(accountId, fields, "message");
        }
        return fields.optionalText("message")
                .filter(text -> !MessageText.saysNothing(text))
                .orElseThrow(() -> AppException.invalid("message", "message field is required"));
    }
}
