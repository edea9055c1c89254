package parley.dialect.sessions;

import java.util.List;
import java.util.Optional;
import parley.conversation.ContentType;
import parley.conversation.Conversation;
import parley.conversation.ConversationService;
import parley.conversation.ConversationTarget;
import parley.conversation.MemoryPolicy;
import parley.conversation.Message;
import parley.conversation.NewMessage;
import parley.dialect.Dialogue;
import parley.dialect.MessageText;
import parley.dialect.Origin;
import parley.dialect.PromptedText;
import parley.dialect.Questions;
import parley.error.AppException;
import parley.http.Exchange;
import parley.http.RequestFields;
import parley.llm.ModelOptions;
import parley.llm.OutputFormat;
import parley.llm.Part;
import parley.llm.Role;
import parley.llm.Sampling;
import parley.llm.ToolUse;

/// Lists the messages of a session, and sends one, which is answered in words or by a picture.
final class MessageHandlers {
    private static final ModelOptions PICTURE =
            new ModelOptions(
                    Sampling.DEFAULT, ToolUse.NONE, new OutputFormat.Image(), Optional.empty());

    private final ConversationService conversations;
    private final Dialogue dialogue;
    private final Questions questions;
    private final Pictures pictures;
    private final Optional<String> imageModel;
    private final PromptedText words;

    /// @param imageModel the model that paints, as `provider/model`; empty for the first there is
    MessageHandlers(
            ConversationService conversations,
            Dialogue dialogue,
            Questions questions,
            Pictures pictures,
            Optional<String> imageModel,
            PromptedText words) {
        this.conversations = conversations;
        this.dialogue = dialogue;
        this.questions = questions;
        this.pictures = pictures;
        this.imageModel = imageModel;
        this.words = words;
    }

    void list(Exchange exchange) {
        Conversation conversation = conversation(exchange);
        String origin = Origin.of(exchange);
        exchange.respond(
                dialogue.messages(conversation).stream()
                        .map(message ->
                                SessionMessage.of(
                                        conversation.accountId(), message, pictures, origin))
                        .toList());
    }

    void send(Exchange exchange) throws InterruptedException {
        Conversation conversation = conversation(exchange);
        RequestFields fields = new RequestFields(exchange.json());
        // Checked also where nothing is painted, and it means nothing.
        Optional<String> prompt = fields.optionalText("prompt").filter(text -> !text.isBlank());
        ConversationTarget target = new ConversationTarget.Existing(conversation.id());
        Questions.Answered answered =
                wantsImage(fields)
                        ? paint(exchange, target, fields, prompt)
                        : questions.ask(
                                exchange,
                                target,
                                NewMessage.text(
                                        Role.USER, content(conversation.accountId(), fields)),
                                new MemoryPolicy.ModelBudget());
        exchange.respond(answer(exchange, answered));
    }

    private SessionAnswer answer(Exchange exchange, Questions.Answered answered) {
        long accountId = exchange.caller().id();
        String origin = Origin.of(exchange);
        Message answer = conversations.loadMessage(accountId, answered.answer().turn().id());
        Message question =
                conversations.loadMessage(accountId, answered.answer().turn().questionId());
        return new SessionAnswer(
                SessionMessage.of(accountId, answer, pictures, origin),
                SessionMessage.of(accountId, question, pictures, origin));
    }

    private Conversation conversation(Exchange exchange) {
        return dialogue.load(exchange.caller().id(), exchange.pathParameter("session_id"));
    }

    private String content(long accountId, RequestFields fields) {
        boolean underItsOtherName = !fields.has("content") && fields.has("message");
        return words.required(accountId, fields, underItsOtherName ? "message" : "content");
    }

    private static boolean wantsImage(RequestFields fields) {
        String contentType = fields.optionalText("content_type").orElse("text");
        return switch (contentType) {
            case "text" -> false;
            case "image" -> true;
            default ->
                    throw AppException.invalid(
                            "content_type",
                            "content_type must be \"text\" or \"image\", not \"%s\"."
                                    .formatted(contentType));
        };
    }

    private Questions.Answered paint(
            Exchange exchange,
            ConversationTarget target,
            RequestFields fields,
            Optional<String> asked)
            throws InterruptedException {
        boolean onlyPrompt = !fields.has("content") && !fields.has("message");
        String shown =
                onlyPrompt
                        ? MessageText.required(fields, "prompt")
                        : content(exchange.caller().id(), fields);
        String prompt = asked.orElse(shown);
        return questions.ask(
                exchange,
                target,
                question(shown, prompt),
                new MemoryPolicy.LastPairs(0, false),
                imageModel,
                PICTURE,
                new Painting(prompt).attributes());
    }

    /// A message that shows one text, and has another painted, which a model takes from its end.
    private static NewMessage question(String shown, String prompt) {
        if (shown.equals(prompt)) {
            return NewMessage.text(Role.USER, shown);
        }
        return new NewMessage(
                Role.USER,
                shown,
                ContentType.TEXT,
                Message.NO_ATTRIBUTES,
                List.of(new Part.Text(shown), new Part.Text("\n\n" + prompt)));
    }
}
