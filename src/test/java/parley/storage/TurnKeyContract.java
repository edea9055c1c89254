package parley.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import parley.conversation.ConversationQuery;
import parley.conversation.ConversationTarget;
import parley.conversation.IdempotencyKey;
import parley.conversation.NewConversation;
import parley.conversation.Turn;
import parley.conversation.TurnStart;
import parley.conversation.TurnStarted;
import parley.conversation.TurnStore;

/// Holds for idempotency keys on every database.
abstract class TurnKeyContract extends StoreContract {
    private static final IdempotencyKey KEY = new IdempotencyKey("key-1", "f1");

    @Test
    void theSameRequestUnderTheSameKeyIsTheSameTurn() {
        long conversation = newConversation().id();
        TurnStarted.New first = (TurnStarted.New) startUnder(KEY, conversation);
        assertThat(startUnder(KEY, conversation)).isEqualTo(new TurnStarted.Repeated(first.turn()));
        assertThat(stores().conversations().messages(conversation, 0, 10)).hasSize(2);
        assertThat(turns().findByKey(account(), "test", "key-1")).contains(first.turn());
    }

    @Test
    void anotherRequestUnderTheSameKeyIsRefused() {
        long conversation = newConversation().id();
        startUnder(KEY, conversation);
        assertThat(startUnder(new IdempotencyKey("key-1", "f2"), conversation))
                .isEqualTo(new TurnStarted.KeyReused());
        assertThat(stores().conversations().messages(conversation, 0, 10)).hasSize(2);
    }

    @Test
    void ofManyAtOnceUnderOneKeyOneIsStored() throws Exception {
        long conversation = newConversation().id();
        List<TurnStarted> outcomes = all(50, () -> startUnder(KEY, conversation));
        assertOneStart(outcomes);
        assertThat(stores().conversations().messages(conversation, 0, 100)).hasSize(2);
    }

    @Test
    void ofManyFreshConversationsUnderOneKeyOneIsMade() throws Exception {
        ConversationTarget fresh = new ConversationTarget.Fresh(NewConversation.of(account()));
        TurnStart start = startOf(fresh, "hello", Optional.of(KEY));
        assertOneStart(all(50, () -> turns().start(start)));
        assertThat(stores().conversations().count(ConversationQuery.newest(account(), 1)))
                .isEqualTo(1);
    }

    @Test
    void keysAreApartForEachAccountAndContract() {
        long conversation = newConversation().id();
        startUnder(KEY, conversation);
        long stranger = newAccount();
        assertThat(turns().findByKey(stranger, "test", "key-1")).isEmpty();
        assertThat(turns().findByKey(account(), "other", "key-1")).isEmpty();
        TurnStart start = startOf(existing(conversation), "hello", Optional.of(KEY));
        TurnStart other =
                new TurnStart(
                        start.accountId(),
                        start.target(),
                        start.messages(),
                        start.title(),
                        start.model(),
                        "other",
                        "builtin/parley",
                        start.status(),
                        start.node(),
                        start.key(),
                        start.now());
        assertThat(turns().start(other)).isInstanceOf(TurnStarted.New.class);
    }

    @Test
    void aKeyIsForgottenAfterADay() {
        long conversation = newConversation().id();
        startUnder(KEY, conversation);
        setClock(NOON.plus(Duration.ofHours(24)).minusMillis(1));
        assertThat(startUnder(KEY, conversation)).isInstanceOf(TurnStarted.Repeated.class);
        setClock(NOON.plus(Duration.ofHours(24)));
        assertThat(turns().findByKey(account(), "test", "key-1")).isEmpty();
        assertThat(startUnder(new IdempotencyKey("key-1", "f2"), conversation))
                .isInstanceOf(TurnStarted.New.class);
        assertThat(turns().findByKey(account(), "test", "key-1")).isPresent();
    }

    @Test
    void aKeyWhoseConversationIsDeletedIsFreeAgain() {
        startUnder(KEY, deleted());
        assertThat(turns().findByKey(account(), "test", "key-1")).isEmpty();
        assertThat(startUnder(KEY, newConversation().id())).isInstanceOf(TurnStarted.New.class);
    }

    @Test
    void aStartThatCameToNothingLeavesItsKeyFree() {
        assertThat(startUnder(KEY, Long.MAX_VALUE)).isInstanceOf(TurnStarted.NoConversation.class);
        assertThat(startUnder(KEY, newConversation().id())).isInstanceOf(TurnStarted.New.class);
    }

    @Test
    void oldKeysAreDropped() {
        long conversation = newConversation().id();
        for (int i = 0; i < 3; i++) {
            startUnder(new IdempotencyKey("old-" + i, "f"), conversation);
        }
        setClock(NOON.plusSeconds(100));
        startUnder(KEY, conversation);
        turns().forgetKeys(Duration.ofSeconds(50), NOON.plusSeconds(100));
        assertThat(turns().findByKey(account(), "test", "old-1")).isEmpty();
        assertThat(turns().findByKey(account(), "test", "key-1")).isPresent();
    }

    private TurnStore turns() {
        return stores().turns();
    }

    private TurnStarted startUnder(IdempotencyKey key, long conversation) {
        return turns().start(startOf(existing(conversation), "hello", Optional.of(key)));
    }

    private long deleted() {
        long conversation = newConversation().id();
        startUnder(KEY, conversation);
        stores().conversations().delete(account(), conversation);
        return conversation;
    }

    private static ConversationTarget existing(long conversation) {
        return new ConversationTarget.Existing(conversation);
    }

    private static void assertOneStart(List<TurnStarted> outcomes) {
        List<Turn> made = new ArrayList<>();
        List<Turn> repeated = new ArrayList<>();
        for (TurnStarted outcome : outcomes) {
            switch (outcome) {
                case TurnStarted.New(_, Turn turn) -> made.add(turn);
                case TurnStarted.Repeated(Turn turn) -> repeated.add(turn);
                case TurnStarted.KeyReused _, TurnStarted.NoConversation _ ->
                        throw new AssertionError(outcome);
            }
        }
        assertThat(made).hasSize(1);
        assertThat(repeated).hasSize(outcomes.size() - 1).containsOnly(made.getFirst());
    }

    private static <T> List<T> all(int times, Callable<T> call) throws Exception {
        List<T> values = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<T> value : threads.invokeAll(Collections.nCopies(times, call))) {
                values.add(value.get());
            }
        }
        return values;
    }
}
