package parley.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.error.AppException;
import parley.error.ErrorCode;
import parley.error.RateLimit;
import parley.ledger.LedgerStore;
import parley.limit.Admission;
import parley.limit.Limits;
import parley.llm.Role;
import parley.llm.Usage;

/// What turns cost is limited, and stored with their ends.
final class TurnCostTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final CountedLimits limits = new CountedLimits();
    @TempDir private Path home;
    private CoreUnderTest core;

    @BeforeEach
    void start() {
        core = new CoreUnderTest(home, limits);
        core.core.start();
    }

    @AfterEach
    void stop() {
        core.close();
    }

    @Test
    void everyAnswerHasOneEntry() throws InterruptedException {
        Conversation conversation = core.newConversation();
        core.ask(conversation, "Hello you").await();
        core.conversations().delete(CoreUnderTest.ACCOUNT, conversation.id());

        assertThat(spent()).isEqualTo(new LedgerStore.Totals(1, 12, 0, 0));
        assertThat(limits.settled).containsExactly(12L);
        assertThat(limits.open).hasValue(0);
    }

    @Test
    void aTurnThatWasContinuedHasTwoEntriesAndCostsTheirSum() throws InterruptedException {
        Conversation conversation = core.newConversation();
        TurnHandle handle = core.ask(conversation, "so far hold on");
        awaitNumber(handle, 7);
        Turn stopped = core.turns().stop(CoreUnderTest.ACCOUNT, handle.turn().id());
        TurnHandle again = core.turns().resume(CoreUnderTest.ACCOUNT, stopped.id());
        core.model.release();

        Turn ended = again.await().turn();

        assertThat(ended.usage().inputTokens()).isEqualTo(stopped.usage().inputTokens() + 10);
        assertThat(ended.usage().outputTokens()).isEqualTo(stopped.usage().outputTokens() + 2);
        assertThat(ended.usage().source()).isEqualTo(Usage.Source.ESTIMATED);
        assertThat(ended.usage().reason()).isEqualTo(stopped.usage().reason());
        assertThat(spent().requests()).isEqualTo(2);
        assertThat(spent().tokens()).isEqualTo(ended.usage().totalTokens());
        assertThat(limits.open).hasValue(0);
    }

    @Test
    void whatIsStoppedWhileItWaitsCostsNothing() throws InterruptedException {
        Conversation conversation = core.newConversation();
        core.ask(conversation, "hold");
        TurnHandle waiting = core.ask(conversation, "waiting");

        Turn stopped = core.turns().stop(CoreUnderTest.ACCOUNT, waiting.turn().id());

        assertThat(stopped.usage()).isEqualTo(Usage.NONE);
        assertThat(core.turns().load(CoreUnderTest.ACCOUNT, stopped.id()).usage())
                .isEqualTo(Usage.NONE);
        assertThat(spent().requests()).isZero();
    }

    @Test
    void aTurnThatWasKilledIsCountedFromWhatIsStoredOnce() throws InterruptedException {
        Conversation conversation = core.newConversation();
        TurnStart start =
                new TurnStart(
                        CoreUnderTest.ACCOUNT,
                        new ConversationTarget.Existing(conversation.id()),
                        List.of(NewMessage.text(Role.USER, "x".repeat(40))),
                        "",
                        Optional.empty(),
                        "test",
                        "puppet/one",
                        MessageStatus.RUNNING,
                        "killed",
                        Optional.empty(),
                        Instant.now());
        Turn turn = ((TurnStarted.New) core.stores.turns().start(start)).turn();
        core.stores
                .turns()
                .append(
                        List.of(
                                new TurnPiece(turn.id(), 0, new Said.Thought("puppet", "hm")),
                                new TurnPiece(turn.id(), 2, "y".repeat(20)),
                                new TurnPiece(turn.id(), 22, new Said.Call("c", "look"))));
        core.close();
        start();
        core.close();
        start();

        Turn ended = core.turns().load(CoreUnderTest.ACCOUNT, turn.id());
        assertThat(ended.status()).isEqualTo(MessageStatus.INTERRUPTED);
        assertThat(ended.usage().source()).isEqualTo(Usage.Source.ESTIMATED);
        assertThat(ended.usage().reason()).contains("the server stopped");
        assertThat(ended.usage().inputTokens()).isEqualTo(40 / 4 + 1 + 4);
        assertThat(ended.usage().outputTokens()).isEqualTo(1 + 6 + 2);
        assertThat(spent().requests()).isEqualTo(1);
        assertThat(spent().tokens()).isEqualTo(ended.usage().totalTokens());
        assertThat(core.turns().receipt(CoreUnderTest.ACCOUNT, turn.id()).note())
                .contains("not kept");
    }

    @Test
    void whoHasNothingLeftIsRefusedAndNothingIsStored() {
        Conversation conversation = core.newConversation();
        limits.refusing = true;

        assertThatThrownBy(() -> core.ask(conversation, "Hello"))
                .isInstanceOfSatisfying(
                        AppException.class,
                        problem -> assertThat(problem.code()).isEqualTo(ErrorCode.RATE_LIMITED));
        assertThat(core.texts(conversation)).isEmpty();
        assertThat(core.turns().activeCount()).isZero();
    }

    @Test
    void aRequestThatIsRepeatedIsNotAdmittedAgain() throws InterruptedException {
        Conversation conversation = core.newConversation();
        IdempotencyKey key = new IdempotencyKey("k", "f");
        TurnHandle first = core.ask(conversation, "Hello", key);
        first.await();
        limits.refusing = true;

        assertThat(core.ask(conversation, "Hello", key).repeated()).isTrue();
        assertThat(first.limits()).isEqualTo(CountedLimits.LEFT);
        assertThat(limits.expected).singleElement().returns(2L + 256, Limits.Expected::tokens);
    }

    private LedgerStore.Totals spent() {
        return core.stores.ledger().since(CoreUnderTest.ACCOUNT, Instant.EPOCH);
    }

    private static void awaitNumber(TurnHandle handle, long number) throws InterruptedException {
        try (TurnListener listener = handle.listen(0)) {
            while (listener.next(PATIENCE).orElseThrow().number() < number) {}
        }
    }

    /// Limits that count.
    private static final class CountedLimits implements Limits {
        static final List<RateLimit> LEFT = List.of();
        final List<Expected> expected = new ArrayList<>();
        final List<Long> settled = new ArrayList<>();
        final AtomicInteger open = new AtomicInteger();
        volatile boolean refusing;

        @Override
        public synchronized Admission admit(long accountId, Expected wanted) {
            if (refusing) {
                throw new AppException(ErrorCode.RATE_LIMITED, "Nothing is left.");
            }
            expected.add(wanted);
            open.incrementAndGet();
            return new Admission() {
                @Override
                public List<RateLimit> limits() {
                    return LEFT;
                }

                @Override
                public void settle(long tokens, long nanoDollars) {
                    settled.add(tokens);
                }

                @Override
                public void close() {
                    open.decrementAndGet();
                }
            };
        }

        @Override
        public List<RateLimit> state(long accountId) {
            return LEFT;
        }
    }
}
