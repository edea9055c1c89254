package parley.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.llm.ChatMessage;
import parley.llm.Role;

final class HistoryWindowTest {
    private static final int PLENTY = 1_000_000;

    @TempDir private Path home;
    private CoreUnderTest core;
    private HistoryWindow window;

    @BeforeEach
    void start() {
        core = new CoreUnderTest(home);
        window = new HistoryWindow(core.stores.conversations(), String::length);
    }

    @AfterEach
    void stop() {
        core.close();
    }

    @Test
    void whatFitsGoesInWhole() {
        Conversation conversation = exchanges(100);

        HistoryWindow.History history =
                window.read(conversation.id(), 201, new MemoryPolicy.ModelBudget(), PLENTY);

        assertThat(history.messages()).hasSize(200);
        assertThat(history.omitted()).isZero();
        assertThat(texts(history)).startsWith("question 1", "answer 1").endsWith("answer 100");
    }

    @Test
    void whatDoesNotFitIsLeftOutFromTheOldestAndCounted() {
        Conversation conversation = exchanges(100);

        // "question 100" and "answer 100" cost 12 + 4 and 10 + 4.
        HistoryWindow.History history =
                window.read(conversation.id(), 201, new MemoryPolicy.ModelBudget(), 30);

        assertThat(texts(history)).containsExactly("question 100", "answer 100");
        assertThat(history.omitted()).isEqualTo(198);
    }

    @Test
    void theNewestMessageGoesInHoweverLongItIs() {
        Conversation conversation = exchanges(3);

        assertThat(texts(window.read(conversation.id(), 7, new MemoryPolicy.ModelBudget(), 0)))
                .containsExactly("answer 3");
    }

    @Test
    void instructionsAtTheBeginningAreAlwaysThere() {
        Conversation conversation = core.newConversation();
        say(conversation, Role.SYSTEM, "You are brief.");
        for (int i = 1; i <= 100; i++) {
            say(conversation, Role.USER, "question " + i);
        }

        HistoryWindow.History history =
                window.read(conversation.id(), 102, new MemoryPolicy.ModelBudget(), 32);

        assertThat(texts(history)).containsExactly("You are brief.", "question 99", "question 100");
        assertThat(history.omitted()).isEqualTo(98);
    }

    @Test
    void aLimitOfPairsCountsTheExchangesBeforeTheQuestion() {
        Conversation conversation = exchanges(10);
        say(conversation, Role.USER, "question 11");

        assertThat(
                        texts(
                                window.read(
                                        conversation.id(),
                                        22,
                                        new MemoryPolicy.LastPairs(2, true),
                                        PLENTY)))
                .containsExactly(
                        "question 9", "answer 9", "question 10", "answer 10", "question 11");
        assertThat(
                        texts(
                                window.read(
                                        conversation.id(),
                                        22,
                                        new MemoryPolicy.LastPairs(2, false),
                                        PLENTY)))
                .containsExactly("question 9", "question 10", "question 11");
        HistoryWindow.History alone =
                window.read(conversation.id(), 22, new MemoryPolicy.LastPairs(0, true), PLENTY);
        assertThat(texts(alone)).containsExactly("question 11");
        assertThat(alone.omitted()).isEqualTo(20);
    }

    @Test
    void whatComesAfterThePlaceIsNotSeen() {
        Conversation conversation = exchanges(3);

        assertThat(texts(window.read(conversation.id(), 2, new MemoryPolicy.ModelBudget(), PLENTY)))
                .containsExactly("question 1");
    }

    private Conversation exchanges(int count) {
        Conversation conversation = core.newConversation();
        for (int i = 1; i <= count; i++) {
            say(conversation, Role.USER, "question " + i);
            say(conversation, Role.ASSISTANT, "answer " + i);
        }
        return conversation;
    }

    private void say(Conversation conversation, Role role, String text) {
        core.conversations()
                .append(CoreUnderTest.ACCOUNT, conversation.id(), NewMessage.text(role, text));
    }

    private static List<String> texts(HistoryWindow.History history) {
        return history.messages().stream().map(ChatMessage::text).toList();
    }
}
