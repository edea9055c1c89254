package parley.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.llm.ChatMessage;
import parley.llm.Part;
import parley.llm.Role;

/// Answers of more than words.
final class RichTurnTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String SCRIPT =
            "think=hm, think=so sign=abc Here draw=AAAA call={\"a\": call=1} call1= then";

    private static final List<Part> PARTS =
            List.of(
                    new Part.Reasoning("hm,so", "puppet", Optional.of("abc")),
                    new Part.Text("Here "),
                    new Part.Image("image/png", "AAAA", Optional.empty()),
                    new Part.ToolCall("call-0", "look", "{\"a\":1}"),
                    new Part.ToolCall("call-1", "look", "{}"),
                    new Part.Text("then "));

    @TempDir private Path home;
    private CoreUnderTest core;

    @BeforeEach
    void start() {
        core = new CoreUnderTest(home);
        core.core.start();
    }

    @AfterEach
    void stop() {
        core.close();
    }

    @Test
    void allThatTheModelSaysIsKept() throws InterruptedException {
        Conversation conversation = core.newConversation();

        TurnHandle.Answer answer = core.ask(conversation, SCRIPT).await();

        assertThat(answer.parts()).isEqualTo(PARTS);
        assertThat(answer.text()).isEqualTo("Here then ");
        Message message = lastOf(conversation);
        assertThat(message.rich()).isTrue();
        assertThat(message.content()).isEqualTo("Here then ");
        assertThat(core.conversations().parts(message)).isEqualTo(PARTS);
        assertThat(stored(answer.turn()).await().parts()).isEqualTo(PARTS);
    }

    @Test
    void listeningFromAnyNumberBringsTheRestLiveAndStored() throws InterruptedException {
        TurnHandle live = core.ask(core.newConversation(), SCRIPT);
        List<String> whole = units(hear(live, 0));
        Turn turn = live.await().turn();

        long end = hear(live, 0).getLast().number();
        for (long from = 0; from <= end; from++) {
            List<String> rest = units(hear(stored(turn), from));
            assertThat(units(hear(live, from))).isEqualTo(rest);
            assertThat(whole).endsWith(rest.toArray(String[]::new));
        }
        assertThat(hear(live, 0).getLast().number())
                .isEqualTo(hear(stored(turn), 0).getLast().number());
    }

    @Test
    void whatWasSaidIsThereAfterARestartAndGoesOnWithTheSameNumbers() throws InterruptedException {
        Conversation conversation = core.newConversation();
        TurnHandle handle =
                core.ask(conversation, "think=hm sign=abc call={\"a\":1} Here hold then");
        long heard = awaitNumber(handle, 16);
        core.close();
        start();

        Turn interrupted = core.turns().load(CoreUnderTest.ACCOUNT, handle.turn().id());
        assertThat(interrupted.status()).isEqualTo(MessageStatus.INTERRUPTED);
        TurnHandle resumed = core.turns().resume(CoreUnderTest.ACCOUNT, interrupted.id());
        // The puppet waits once more: it was not let go.
        core.model.release();

        assertThat(hear(resumed, heard)).first().isEqualTo(new TurnEvent.Text(heard + 5, "then "));
        assertThat(resumed.await().parts())
                .containsExactly(
                        new Part.Reasoning("hm", "puppet", Optional.of("abc")),
                        new Part.ToolCall("call-0", "look", "{\"a\":1}"),
                        new Part.Text("Here then "));
    }

    @Test
    void aCallThatIsCutByAStopIsLostAndTheNumbersGoOn() throws InterruptedException {
        Conversation conversation = core.newConversation();
        TurnHandle handle = core.ask(conversation, "Here call={\"a\": hold call=1}");
        awaitNumber(handle, 11);

        Turn stopped = core.turns().stop(CoreUnderTest.ACCOUNT, handle.turn().id());

        assertThat(stopped.status()).isEqualTo(MessageStatus.CANCELLED);
        assertThat(core.conversations().parts(lastOf(conversation)))
                .containsExactly(new Part.Text("Here "));
        assertThat(stopped.usage().outputTokens()).isPositive();
        assertThat(hear(stored(stopped), 0).getLast().number()).isEqualTo(12);
    }

    @Test
    void theModelSeesPartsAgainAndACallNeverWithoutItsResult() throws InterruptedException {
        Conversation conversation = core.newConversation();
        append(conversation, new ChatMessage(Role.USER, "call one"));
        Part.ToolCall call = new Part.ToolCall("c", "look", "{}");
        append(conversation, new ChatMessage(Role.ASSISTANT, List.of(call)));
        Part.ToolResult result = new Part.ToolResult("c", "look", "x".repeat(100), false);
        append(conversation, new ChatMessage(Role.TOOL, List.of(result)));
        HistoryWindow window = new HistoryWindow(core.stores.conversations(), String::length);

        HistoryWindow.History all =
                window.read(conversation.id(), 4, new MemoryPolicy.ModelBudget(), 1000);
        append(conversation, new ChatMessage(Role.USER, "next"));
        HistoryWindow.History little =
                window.read(conversation.id(), 5, new MemoryPolicy.ModelBudget(), 130);

        assertThat(all.messages())
                .extracting(ChatMessage::parts)
                .containsExactly(
                        List.of(new Part.Text("call one")), List.of(call), List.of(result));
        assertThat(little.messages()).extracting(ChatMessage::text).containsExactly("next");
        assertThat(little.leftOut())
                .containsExactly(new Receipt.LeftOut(Receipt.Reason.DID_NOT_FIT, 3));
    }

    @Test
    void aBranchHoldsCopiesUpToTheMessage() throws InterruptedException {
        Conversation conversation = core.newConversation();
        core.ask(conversation, SCRIPT).await();
        Message answer = lastOf(conversation);
        core.ask(conversation, "more").await();
        core.conversations().setAttributes(CoreUnderTest.ACCOUNT, answer.id(), "{\"x\":1}");

        Conversation branch = core.conversations().branch(CoreUnderTest.ACCOUNT, answer.id());

        assertThat(core.texts(branch)).containsExactly(SCRIPT, "Here then ");
        assertThat(core.conversations().parts(lastOf(branch))).isEqualTo(PARTS);
        assertThat(lastOf(branch).attributes()).isEqualTo("{\"x\":1}");
        assertThat(core.ask(branch, "and on").await().text()).isEqualTo("and on ");
        assertThat(core.texts(conversation)).hasSize(4);
    }

    private void append(Conversation conversation, ChatMessage message) {
        core.conversations()
                .append(CoreUnderTest.ACCOUNT, conversation.id(), NewMessage.of(message));
    }

    private Message lastOf(Conversation conversation) {
        return core.conversations().messages(conversation).getLast();
    }

    private TurnHandle stored(Turn turn) {
        return core.turns().attach(CoreUnderTest.ACCOUNT, turn.id());
    }

    private static long awaitNumber(TurnHandle handle, long number) throws InterruptedException {
        try (TurnListener listener = handle.listen(0)) {
            while (true) {
                long heard = listener.next(PATIENCE).orElseThrow().number();
                if (heard >= number) {
                    return heard;
                }
            }
        }
    }

    private static List<TurnEvent> hear(TurnHandle handle, long after) throws InterruptedException {
        List<TurnEvent> events = new ArrayList<>();
        try (TurnListener listener = handle.listen(after)) {
            while (events.isEmpty() || !(events.getLast() instanceof TurnEvent.Ended)) {
                events.add(listener.next(PATIENCE).orElseThrow());
            }
        }
        return events;
    }

    /// What was heard, unit by unit, however it was cut into events. What nobody hears is a gap.
    private static List<String> units(List<TurnEvent> events) {
        List<String> units = new ArrayList<>();
        for (TurnEvent event : events) {
            String text =
                    switch (event) {
                        case TurnEvent.Text(long _, String words) -> words;
                        case TurnEvent.Reasoning(long _, String thought) -> thought;
                        case TurnEvent.ToolCall call -> call.arguments();
                        case TurnEvent.Image image -> image.image().data();
                        case TurnEvent.Ended _ -> "";
                    };
            text.chars().forEach(unit -> units.add(event.getClass().getSimpleName() + (char) unit));
        }
        return units;
    }
}
