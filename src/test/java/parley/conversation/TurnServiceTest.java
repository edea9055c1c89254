package parley.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.error.AppException;
import parley.error.ErrorCode;
import parley.llm.ModelOptions;
import parley.llm.ModelRequest;
import parley.llm.OutputFormat;
import parley.llm.Role;
import parley.llm.Sampling;
import parley.llm.ToolUse;

final class TurnServiceTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

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
    void anAnswerIsStoredBeforeItsEndIsHeard() throws InterruptedException {
        Conversation conversation = core.newConversation();

        TurnHandle.Answer answer = core.ask(conversation, "Hello you").await();

        assertThat(answer.text()).isEqualTo("Hello you ");
        assertThat(answer.turn().status()).isEqualTo(MessageStatus.COMPLETE);
        assertThat(core.stores.turns().find(CoreUnderTest.ACCOUNT, answer.turn().id()))
                .contains(answer.turn());
        assertThat(core.texts(conversation)).containsExactly("Hello you", "Hello you ");
    }

    @Test
    void theFirstMessageGivesTheTitleAndLaterOnesDoNot() throws InterruptedException {
        Conversation conversation = core.newConversation();
        core.ask(conversation, "Good morning").await();
        core.ask(conversation, "Good night").await();

        assertThat(core.conversations().load(CoreUnderTest.ACCOUNT, conversation.id()).title())
                .isEqualTo("Good morning");
    }

    @Test
    void turnsOfOneConversationRunOneAfterAnother() throws InterruptedException {
        Conversation conversation = core.newConversation();
        TurnHandle first = core.ask(conversation, "first hold done");
        TurnHandle second = core.ask(conversation, "second");
        assertThat(second.turn().status()).isEqualTo(MessageStatus.QUEUED);

        core.model.release();
        assertThat(second.await().text()).isEqualTo("second ");

        assertThat(first.await().text()).isEqualTo("first done ");
        assertThat(core.model.requests().getLast().messages())
                .extracting(message -> message.text())
                .containsExactly("first hold done", "first done ", "second");
        assertThat(core.texts(conversation))
                .containsExactly("first hold done", "first done ", "second", "second ");
    }

    @Test
    void theNinthThatWaitsIsRefusedAndNothingOfItIsKept() throws InterruptedException {
        Conversation conversation = core.newConversation();
        List<TurnHandle> handles = new ArrayList<>();
        handles.add(core.ask(conversation, "hold"));
        for (int i = 0; i < 8; i++) {
            handles.add(core.ask(conversation, "waiting"));
        }

        assertThatThrownBy(() -> core.ask(conversation, "too much"))
                .isInstanceOfSatisfying(
                        AppException.class,
                        problem -> assertThat(problem.code()).isEqualTo(ErrorCode.RATE_LIMITED));
        core.model.release();
        for (TurnHandle handle : handles) {
            handle.await();
        }
        assertThat(core.texts(conversation)).doesNotContain("too much");
        assertThat(core.ask(conversation, "now").await().text()).isEqualTo("now ");
    }

    @Test
    void stoppingCancelsTheModelAndKeepsTheText() throws InterruptedException {
        Conversation conversation = core.newConversation();
        TurnHandle handle = core.ask(conversation, "so far hold never");
        awaitText(handle, "so far ");

        Turn stopped = core.turns().stop(CoreUnderTest.ACCOUNT, handle.turn().id());

        core.model.awaitCancelled();
        assertThat(stopped.status()).isEqualTo(MessageStatus.CANCELLED);
        assertThat(core.texts(conversation)).containsExactly("so far hold never", "so far ");
        assertThat(core.turns().stop(CoreUnderTest.ACCOUNT, handle.turn().id())).isEqualTo(stopped);
    }

    @Test
    void aTurnThatWaitsCanBeStoppedWithoutTheOneBeforeIt() throws InterruptedException {
        Conversation conversation = core.newConversation();
        TurnHandle first = core.ask(conversation, "first hold");
        TurnHandle second = core.ask(conversation, "second");
        TurnHandle third = core.ask(conversation, "third");

        assertThat(core.turns().stop(CoreUnderTest.ACCOUNT, second.turn().id()).status())
                .isEqualTo(MessageStatus.CANCELLED);
        core.model.release();

        assertThat(first.await().turn().status()).isEqualTo(MessageStatus.COMPLETE);
        assertThat(third.await().text()).isEqualTo("third ");
        assertThat(core.model.requests())
                .extracting(request -> request.messages().getLast().text())
                .containsExactly("first hold", "third");
    }

    @Test
    void aFailureIsToldWithItsReasonAndKeepsTheText() throws InterruptedException {
        Conversation conversation = core.newConversation();

        TurnHandle.Answer answer = core.ask(conversation, "half fail").await();

        assertThat(answer.text()).isEqualTo("half ");
        assertThat(answer.turn().status()).isEqualTo(MessageStatus.FAILED);
        assertThat(answer.turn().failure().orElseThrow().sentence()).contains("refuses");
        assertThat(core.texts(conversation)).containsExactly("half fail", "half ");
    }

    @Test
    void aStoppedAnswerIsContinuedFromWhereItStopped() throws InterruptedException {
        Conversation conversation = core.newConversation();
        TurnHandle handle = core.ask(conversation, "one two hold three");
        awaitText(handle, "one two ");
        core.turns().stop(CoreUnderTest.ACCOUNT, handle.turn().id());
        core.model.release();

        TurnHandle.Answer answer =
                core.turns().resume(CoreUnderTest.ACCOUNT, handle.turn().id()).await();

        assertThat(answer.text()).isEqualTo("one two three ");
        assertThat(answer.turn().status()).isEqualTo(MessageStatus.COMPLETE);
        assertThat(core.texts(conversation))
                .containsExactly("one two hold three", "one two three ");
        assertThatThrownBy(() -> core.turns().resume(CoreUnderTest.ACCOUNT, handle.turn().id()))
                .isInstanceOfSatisfying(
                        AppException.class,
                        problem -> assertThat(problem.code()).isEqualTo(ErrorCode.CONFLICT));
    }

    @Test
    void whatAStoppedServerLeftIsInterruptedAndGoesOnAfterTheNextStart()
            throws InterruptedException {
        Conversation conversation = core.newConversation();
        TurnHandle handle = core.ask(conversation, "one two hold three");
        awaitText(handle, "one two ");
        core.close();

        core = new CoreUnderTest(home);
        core.core.start();

        Turn left = core.turns().load(CoreUnderTest.ACCOUNT, handle.turn().id());
        assertThat(left.status()).isEqualTo(MessageStatus.INTERRUPTED);
        assertThat(core.texts(conversation)).containsExactly("one two hold three", "one two ");
        core.model.release();
        assertThat(core.turns().resume(CoreUnderTest.ACCOUNT, left.id()).await().text())
                .isEqualTo("one two three ");
    }

    @Test
    void whatGoesOnIsAskedForAsItWasAtFirst() throws InterruptedException {
        ModelOptions options =
                new ModelOptions(
                        new Sampling(OptionalDouble.of(0.25), OptionalInt.of(77)),
                        new ToolUse(
                                List.of(new ToolUse.Tool("f", "Does it", "{}", true)),
                                new ToolUse.ToolChoice.Required(),
                                false),
                        new OutputFormat.JsonSchema("s", "{}", true),
                        Optional.of("high"));
        TurnRequest request =
                new TurnRequest(
                        CoreUnderTest.ACCOUNT,
                        new ConversationTarget.Existing(core.newConversation().id()),
                        List.of(NewMessage.text(Role.USER, "one hold two")),
                        Optional.empty(),
                        options,
                        Optional.of("Be kind."),
                        Message.NO_ATTRIBUTES,
                        new MemoryPolicy.ModelBudget(),
                        true,
                        "test",
                        Optional.empty());
        TurnHandle handle = core.turns().start(request);
        awaitText(handle, "one ");
        core.close();
        core = new CoreUnderTest(home);
        core.core.start();
        core.model.release();

        var _ = core.turns().resume(CoreUnderTest.ACCOUNT, handle.turn().id()).await();

        ModelRequest again = core.model.requests().getLast();
        assertThat(again.options()).isEqualTo(options);
        assertThat(again.messages().getFirst().text()).isEqualTo("Be kind.");
        assertThat(again.answerSoFar()).isEqualTo("one ");
    }

    @Test
    void whatAnotherServerLeftInARestoredDatabaseIsInterrupted() throws InterruptedException {
        Conversation conversation = core.newConversation();
        TurnStarted.New left =
                (TurnStarted.New)
                        core.stores
                                .turns()
                                .start(
                                        new TurnStart(
                                                CoreUnderTest.ACCOUNT,
                                                new ConversationTarget.Existing(conversation.id()),
                                                List.of(NewMessage.text(Role.USER, "hello")),
                                                "",
                                                Optional.empty(),
                                                "test",
                                                "puppet/one",
                                                MessageStatus.RUNNING,
                                                "another-node",
                                                Optional.empty(),
                                                Instant.now()));
        core.stores.turns().heartbeat("another-node", Instant.now().plusSeconds(1_000_000));
        core.close();
        core = new CoreUnderTest(home);
        core.core.start();

        Turn ended = core.turns().load(CoreUnderTest.ACCOUNT, left.turn().id());
        assertThat(ended.status()).isEqualTo(MessageStatus.INTERRUPTED);
        assertThat(ended.finishedAt().orElseThrow()).isBefore(Instant.now().plusSeconds(60));
    }

    @Test
    void fiftyRequestsWithOneKeyMakeOneMessageAndOneAnswer()
            throws InterruptedException, ExecutionException {
        Conversation conversation = core.newConversation();
        IdempotencyKey key = new IdempotencyKey("key", "print");
        List<Future<Long>> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 50; i++) {
                answers.add(threads.submit(() -> answerOrConflict(conversation, key)));
            }
        }
        List<Long> turns = new ArrayList<>();
        for (Future<Long> answer : answers) {
            turns.add(answer.get());
        }

        assertThat(turns).filteredOn(turn -> turn > 0).isNotEmpty().allMatch(turns::contains);
        assertThat(turns.stream().filter(turn -> turn > 0).distinct()).hasSize(1);
        assertThat(core.texts(conversation)).containsExactly("hello", "hello ");
        assertThat(core.model.requests()).hasSize(1);
    }

    @Test
    void aKeyBringsTheFirstAnswerAgainAndRefusesAnotherRequest() throws InterruptedException {
        Conversation conversation = core.newConversation();
        IdempotencyKey key = new IdempotencyKey("key", "print");
        TurnHandle.Answer first = core.ask(conversation, "hello", key).await();

        TurnHandle again = core.ask(conversation, "hello", key);

        assertThat(again.repeated()).isTrue();
        assertThat(again.await()).isEqualTo(first);
        assertThatThrownBy(() -> core.ask(conversation, "bye", new IdempotencyKey("key", "other")))
                .isInstanceOfSatisfying(
                        AppException.class,
                        problem -> assertThat(problem.code()).isEqualTo(ErrorCode.UNPROCESSABLE));
        assertThat(core.texts(conversation)).containsExactly("hello", "hello ");
    }

    @Test
    void aKeyWhoseAnswerWasInterruptedBringsTheWholeAnswer() throws InterruptedException {
        Conversation conversation = core.newConversation();
        IdempotencyKey key = new IdempotencyKey("key", "print");
        TurnHandle handle = core.ask(conversation, "one hold two", key);
        awaitText(handle, "one ");
        core.close();
        core = new CoreUnderTest(home);
        core.core.start();
        core.model.release();

        assertThat(core.ask(conversation, "one hold two", key).await().text())
                .isEqualTo("one two ");
        assertThat(core.texts(conversation)).containsExactly("one hold two", "one two ");
    }

    @Test
    void deletingAConversationStopsWhatIsWrittenInIt() throws InterruptedException {
        Conversation conversation = core.newConversation();
        TurnHandle handle = core.ask(conversation, "so far hold");
        awaitText(handle, "so far ");

        core.conversations().delete(CoreUnderTest.ACCOUNT, conversation.id());

        core.model.awaitCancelled();
        assertThat(handle.await().turn().status()).isEqualTo(MessageStatus.CANCELLED);
        assertThatThrownBy(() -> core.ask(conversation, "still there?"))
                .isInstanceOfSatisfying(
                        AppException.class,
                        problem -> assertThat(problem.code()).isEqualTo(ErrorCode.NOT_FOUND));
    }

    @Test
    void anUnknownModelIsRefusedBeforeAnythingIsKept() throws InterruptedException {
        Conversation conversation = core.newConversation();
        TurnRequest request =
                new TurnRequest(
                        CoreUnderTest.ACCOUNT,
                        new ConversationTarget.Existing(conversation.id()),
                        List.of(NewMessage.text(Role.USER, "hello")),
                        Optional.of("puppet/three"),
                        parley.llm.Sampling.DEFAULT,
                        new MemoryPolicy.ModelBudget(),
                        true,
                        "test",
                        Optional.empty());

        assertThatThrownBy(() -> core.turns().start(request))
                .isInstanceOfSatisfying(
                        AppException.class,
                        problem -> assertThat(problem.code()).isEqualTo(ErrorCode.INVALID_REQUEST));
        assertThat(core.texts(conversation)).isEmpty();
    }

    @Test
    void aDrainingServerRefusesNewTurnsAndFinishesThoseUnderWay() throws InterruptedException {
        Conversation conversation = core.newConversation();
        TurnHandle handle = core.ask(conversation, "one hold two");
        core.turns().drain();

        assertThatThrownBy(() -> core.ask(conversation, "another"))
                .isInstanceOfSatisfying(
                        AppException.class,
                        problem -> assertThat(problem.code()).isEqualTo(ErrorCode.UNAVAILABLE));
        core.model.release();
        assertThat(handle.await().text()).isEqualTo("one two ");
    }

    private long answerOrConflict(Conversation conversation, IdempotencyKey key)
            throws InterruptedException {
        try {
            return core.ask(conversation, "hello", key).await().turn().id();
        } catch (AppException e) {
            assertThat(e.code()).isEqualTo(ErrorCode.CONFLICT);
            return -1;
        }
    }

    private static void awaitText(TurnHandle handle, String text) throws InterruptedException {
        StringBuilder heard = new StringBuilder();
        try (TurnListener listener = handle.listen(0)) {
            while (!heard.toString().equals(text)) {
                if (listener.next(PATIENCE).orElseThrow()
                        instanceof TurnEvent.Text(long _, String piece)) {
                    heard.append(piece);
                }
            }
        }
    }
}
