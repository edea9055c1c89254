package parley.conversation;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import parley.llm.ChatMessage;
import parley.llm.FinishReason;
import parley.llm.ModelEvent;
import parley.llm.ModelEvents;
import parley.llm.Part;
import parley.llm.ResolvedModel;
import parley.llm.ToolUse;

/// The turn that a specialist answers.
final class RunningAssignment implements Assignment {
    /// Calls the model of a turn.
    @FunctionalInterface
    interface Caller {
        /// @param answering hears which provider answers
        FinishReason call(ModelWish wish, ModelEvents events, Consumer<String> answering)
                throws InterruptedException;
    }

    private final ActiveTurn turn;
    private final Message question;
    private final ConversationStore store;
    private final Caller caller;
    private FinishReason end = FinishReason.STOP;

    RunningAssignment(ActiveTurn turn, Message question, ConversationStore store, Caller caller) {
        this.turn = turn;
        this.question = question;
        this.store = store;
        this.caller = caller;
    }

    @Override
    public Conversation conversation() {
        return turn.conversation();
    }

    @Override
    public Message question() {
        return question;
    }

    @Override
    public long answerId() {
        return turn.id();
    }

    @Override
    public TurnRequest request() {
        return turn.request();
    }

    @Override
    public ResolvedModel model() {
        return turn.model();
    }

    @Override
    public List<Message> before(int limit) {
        return store.messagesBefore(turn.turn().conversationId(), question.sequence(), limit);
    }

    @Override
    public String saidBefore() {
        return turn.textBefore();
    }

    @Override
    public void say(String text) {
        if (!text.isEmpty()) {
            turn.log().append(new Said.Words(text));
        }
    }

    @Override
    public void show(Part.Image picture) {
        turn.log().append(new Said.Picture(picture));
    }

    @Override
    public List<Part> parts(Message message) {
        if (!message.rich()) {
            return List.of(new Part.Text(message.content()));
        }
        return store.parts(List.of(message.id())).getOrDefault(message.id(), List.of());
    }

    @Override
    public String kept() {
        return store.findMessage(turn.turn().accountId(), turn.id())
                .map(Message::attributes)
                .orElse(Message.NO_ATTRIBUTES);
    }

    @Override
    public boolean stopped() {
        return turn.isStoppedOnRequest();
    }

    @Override
    public void keep(String attributes) {
        store.setAttributes(
                turn.turn().accountId(), turn.id(), Attributes.merge(kept(), attributes));
    }

    @Override
    public FinishReason ask(
            String instructions, List<ChatMessage> more, ToolUse tools, ModelEvents events)
            throws InterruptedException {
        return caller.call(wish(instructions, more, tools, ""), events, _ -> {});
    }

    @Override
    public void answerWith(String instructions) throws InterruptedException {
        ModelHearing hearing = new ModelHearing(turn.log(), turn.model().provider().name());
        FinishReason reason =
                caller.call(
                        wish(instructions, List.of(), ToolUse.NONE, turn.textBefore()),
                        event -> {
                            // No tool was offered: a call is made up, or put into the model's
                            // mouth.
                            if (!(event instanceof ModelEvent.ToolCallDelta)) {
                                hearing.accept(event);
                            }
                        },
                        hearing::from);
        end = reason == FinishReason.TOOL_CALLS ? FinishReason.STOP : reason;
    }

    /// How the answer ended that the specialist gave.
    FinishReason end() {
        return end;
    }

    private ModelWish wish(
            String instructions, List<ChatMessage> more, ToolUse tools, String answerSoFar) {
        Optional<String> asked = turn.request().instructions();
        Optional<String> all =
                Stream.concat(Stream.of(instructions), asked.stream())
                        .filter(text -> !text.isEmpty())
                        .reduce((first, second) -> first + "\n\n" + second);
        return new ModelWish(all, more, Optional.of(tools), answerSoFar);
    }
}
