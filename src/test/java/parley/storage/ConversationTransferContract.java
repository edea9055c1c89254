package parley.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import parley.conversation.AnswerPart;
import parley.conversation.ContentType;
import parley.conversation.Conversation;
import parley.conversation.ConversationTransfer;
import parley.conversation.ConversationTransfer.Arrival;
import parley.conversation.MessageStatus;
import parley.conversation.NewConversation;
import parley.conversation.NewMessage;
import parley.conversation.Receipt;
import parley.conversation.Turn;
import parley.conversation.TurnWish;
import parley.conversation.WholeConversation;
import parley.conversation.WholeMessage;
import parley.conversation.WholeTurn;
import parley.error.AppException;
import parley.error.ErrorCode;
import parley.llm.Attempt;
import parley.llm.ModelOptions;
import parley.llm.Part;
import parley.llm.Role;
import parley.llm.Usage;
import parley.llm.Withheld;

/// What every store promises that takes whole conversations.
abstract class ConversationTransferContract extends StoreContract {
    private static final List<AnswerPart> PARTS =
            List.of(
                    new AnswerPart.Whole(
                            new Part.Reasoning("Hm.", "vendor", Optional.of("signed"))),
                    new AnswerPart.Whole(new Part.Text("Look: \uD83D\uDE00 \u6771\u4EAC")),
                    new AnswerPart.Whole(
                            new Part.Image("image/png", "iVBORw0KGgo=", Optional.of("low"))),
                    new AnswerPart.Whole(new Part.ToolCall("c1", "search", "{\"q\": 1}")),
                    new AnswerPart.Lost(7));

    @Test
    void aWholeConversationIsReadAsItWasStored() {
        WholeConversation whole = conversation(question(7, 3), answer(9, 5, MessageStatus.FAILED));

        long id = arrive(whole, "elsewhere:1");

        Conversation stored = stores().conversations().find(account(), id).orElseThrow();
        assertThat(stored.title()).isEqualTo(whole.title());
        assertThat(stored.model()).isEqualTo(whole.model());
        assertThat(stored.endUser()).isEqualTo(whole.endUser());
        assertThat(stored.alias()).isEqualTo(whole.alias());
        assertThat(stored.createdAt()).isEqualTo(whole.createdAt());
        assertThat(stored.updatedAt()).isEqualTo(whole.updatedAt());
        List<WholeMessage> messages = transfer().messages(id, 0, 10);
        assertThat(messages).hasSize(2);
        long question = messages.getFirst().id();
        long answer = messages.getLast().id();
        assertThat(messages.getFirst()).isEqualTo(question(question, 3));
        assertThat(messages.getLast()).isEqualTo(answer(answer, 5, MessageStatus.FAILED, question));
    }

    @Test
    void whatFollowsTakesTheNextPlace() {
        long id = arrive(conversation(question(1, 3)), "elsewhere:1");

        assertThat(
                        stores().conversations()
                                .append(account(), id, NewMessage.text(Role.USER, "More"), "", NOON)
                                .orElseThrow()
                                .sequence())
                .isEqualTo(4);
    }

    @Test
    void anAnswerThatIsBeingWrittenArrivesInterrupted() {
        long id =
                arrive(
                        conversation(question(1, 1), answer(2, 2, MessageStatus.RUNNING)),
                        "elsewhere:1");

        assertThat(transfer().messages(id, 1, 10))
                .extracting(WholeMessage::status)
                .containsExactly(MessageStatus.INTERRUPTED);
    }

    @Test
    void theSameOriginComesOnceForEachAccount() {
        WholeConversation whole = conversation(question(1, 1));
        long id = arrive(whole, "elsewhere:1");

        Arrival again = transfer().insert(account(), whole, "elsewhere:1");
        Arrival other = transfer().insert(newAccount(), whole, "elsewhere:1");

        assertThat(again).isEqualTo(new Arrival.Known(id));
        assertThat(other).isInstanceOf(Arrival.New.class);
        assertThat(transfer().origin(account(), id)).contains("elsewhere:1");
        assertThat(transfer().conversations(account(), 0, 10)).hasSize(1);
    }

    @Test
    void whatWasDeletedSinceComesAgain() {
        WholeConversation whole = conversation(question(1, 1));
        long first = arrive(whole, "elsewhere:1");
        stores().conversations().delete(account(), first);

        long second = arrive(whole, "elsewhere:1");

        assertThat(second).isGreaterThan(first);
        assertThat(transfer().insert(account(), whole, "elsewhere:1"))
                .isEqualTo(new Arrival.Known(second));
    }

    @Test
    void anAliasThatIsTakenIsLeftOut() {
        stores().conversations().create(NewConversation.of(account()).withAlias("session-9"), NOON);

        long id = arrive(conversation(question(1, 1)), "elsewhere:1");

        assertThat(stores().conversations().find(account(), id).orElseThrow().alias()).isEmpty();
    }

    @Test
    void aNameThatIsTooLongIsRefusedAndNothingIsStored() {
        WholeConversation whole =
                new WholeConversation(
                        "T",
                        Optional.of("m".repeat(501)),
                        Optional.empty(),
                        Optional.empty(),
                        OptionalLong.empty(),
                        NOON,
                        NOON,
                        List.of());

        assertThatThrownBy(() -> arrive(whole, "elsewhere:1"))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("501 characters");
        assertThat(transfer().conversations(account(), 0, 10)).isEmpty();
    }

    @Test
    void conversationsComeInTheOrderOfTheirIds() {
        List<Long> ids =
                List.of(newConversation().id(), newConversation().id(), newConversation().id());

        assertThat(transfer().conversations(account(), 0, 2))
                .extracting(Conversation::id)
                .isEqualTo(ids.subList(0, 2));
        assertThat(transfer().conversations(account(), ids.get(1), 2))
                .extracting(Conversation::id)
                .isEqualTo(ids.subList(2, 3));
        assertThat(transfer().conversations(newAccount(), 0, 2)).isEmpty();
    }

    private ConversationTransfer transfer() {
        return stores().transfer();
    }

    private long arrive(WholeConversation whole, String origin) {
        Arrival arrival = transfer().insert(account(), whole, origin);
        assertThat(arrival).isInstanceOf(Arrival.New.class);
        return arrival.conversationId();
    }

    private static WholeConversation conversation(WholeMessage... messages) {
        return new WholeConversation(
                "A title",
                Optional.of("vendor/large"),
                Optional.of("ada"),
                Optional.of("session-9"),
                OptionalLong.empty(),
                NOON.minusSeconds(100),
                NOON.minusSeconds(50),
                List.of(messages));
    }

    private static WholeMessage question(long id, long sequence) {
        return new WholeMessage(
                id,
                sequence,
                Role.USER,
                "Why?",
                ContentType.TEXT,
                "{\"a\":[1,2.5,\"x\"]}",
                MessageStatus.COMPLETE,
                NOON.minusSeconds(90).plusNanos(123_000),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    private static WholeMessage answer(long id, long sequence, MessageStatus status) {
        return answer(id, sequence, status, 7);
    }

    private static WholeMessage answer(
            long id, long sequence, MessageStatus status, long questionId) {
        return new WholeMessage(
                id,
                sequence,
                Role.ASSISTANT,
                "Look",
                ContentType.TEXT,
                "{}",
                status,
                NOON.minusSeconds(80),
                PARTS,
                Optional.of("vendor/large"),
                Optional.of(turn(questionId)));
    }

    private static WholeTurn turn(long questionId) {
        return new WholeTurn(
                "openai",
                Optional.of("large"),
                OptionalLong.of(questionId),
                new Usage(11, 12, 3, 4, Usage.Source.RECOVERED, "it broke off"),
                OptionalLong.of(1234),
                Optional.of(Duration.ofNanos(5_000)),
                2,
                1,
                Optional.of("length"),
                Optional.of(new Turn.Failure(ErrorCode.PROVIDER_FAILED, "It failed.")),
                Optional.of(NOON.minusSeconds(70)),
                new TurnWish(
                        ModelOptions.DEFAULT, Optional.of("Be short."), TurnWish.DEFAULT.memory()),
                Optional.of(receipt(questionId)));
    }

    private static Receipt receipt(long questionId) {
        return new Receipt(
                MessageStatus.FAILED,
                "vendor/large",
                Optional.of("vendor/large"),
                5,
                List.of(new Receipt.Seen(questionId, Role.USER, 3, List.of("text"))),
                List.of(new Receipt.LeftOut(Receipt.Reason.DID_NOT_FIT, 1)),
                List.of(new Withheld(Withheld.Kind.IMAGE, "it cannot see")),
                List.of(new Attempt("vendor/large", Duration.ofMillis(20), Optional.of("503"))),
                Optional.of(Duration.ofMillis(3)),
                Duration.ofMillis(40),
                Usage.exact(11, 12),
                OptionalLong.of(1234),
                "noted");
    }
}
