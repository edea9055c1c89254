package parley.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import parley.conversation.ConversationTarget;
import parley.conversation.IdempotencyKey;
import parley.conversation.MessageStatus;
import parley.conversation.TurnStarted;
import parley.reply.Reply;
import parley.reply.ReplyBeginning;
import parley.reply.ReplyKey;
import parley.reply.ReplyStore;

/// Holds for replies under their keys on every database.
abstract class ReplyStoreContract extends StoreContract {
    private static final IdempotencyKey KEY = new IdempotencyKey("key-1", "f1");
    private static final IdempotencyKey OTHER = new IdempotencyKey("key-1", "f2");

    @Test
    void theSameRequestUnderTheSameKeyHearsThatTheFirstOneRunsAndThenItsReply() {
        assertThat(begin(KEY)).isEqualTo(new ReplyBeginning.Taken());
        assertThat(begin(KEY)).isEqualTo(new ReplyBeginning.Running());
        byte[] body = new byte[3_000_000];
        new Random(7).nextBytes(body);

        assertThat(replies().finish(key(KEY), NODE, reply(body))).isTrue();

        assertKept(begin(KEY), body);
    }

    @Test
    void anotherRequestUnderTheSameKeyIsRefused() {
        begin(KEY);
        assertThat(begin(OTHER)).isEqualTo(new ReplyBeginning.OtherRequest());
        replies().finish(key(KEY), NODE, reply(new byte[1]));
        assertThat(begin(OTHER)).isEqualTo(new ReplyBeginning.OtherRequest());
    }

    @Test
    void ofManyAtOnceUnderOneKeyOneTakesIt() throws Exception {
        List<ReplyBeginning> outcomes = all(50, () -> begin(KEY));
        assertThat(outcomes).containsOnlyOnce(new ReplyBeginning.Taken());
        assertThat(Collections.frequency(outcomes, new ReplyBeginning.Running())).isEqualTo(49);
    }

    @Test
    void workThatCameToNothingLeavesItsKeyFree() {
        begin(KEY);
        replies().release(key(KEY), NODE);
        assertThat(begin(OTHER)).isEqualTo(new ReplyBeginning.Taken());
    }

    @Test
    void whatIsKeptStaysWhenItsKeyIsGivenBack() {
        begin(KEY);
        replies().finish(key(KEY), NODE, reply(new byte[] {1}));
        replies().release(key(KEY), NODE);
        assertKept(begin(KEY), new byte[] {1});
    }

    @Test
    void aKeyWhoseServerDiedIsFree() {
        stores().turns().heartbeat(NODE, NOON.plusSeconds(10));
        begin(KEY);
        endAbandoned(NOON.plusSeconds(9));
        assertThat(begin(KEY)).isEqualTo(new ReplyBeginning.Running());

        endAbandoned(NOON.plusSeconds(11));

        assertThat(replies().begin(key(KEY), "node-2", NOON)).isEqualTo(new ReplyBeginning.Taken());
        assertThat(replies().finish(key(KEY), NODE, reply(new byte[1])))
                .as("the one that was thought dead comes late")
                .isFalse();
        replies().release(key(KEY), NODE);
        assertThat(begin(KEY)).isEqualTo(new ReplyBeginning.Running());
    }

    @Test
    void whatIsKeptMeanwhileCountsWhenItsServerDied() {
        begin(KEY);
        assertThat(replies().keepMeanwhile(key(KEY), NODE, reply(new byte[] {1}))).isTrue();
        assertThat(begin(KEY)).isEqualTo(new ReplyBeginning.Running());

        endAbandoned(NOON);

        assertKept(begin(KEY), new byte[] {1});
    }

    @Test
    void whatIsKeptMeanwhileCountsWhenItsKeyIsGivenBackAndNotWhenTheWorkEnds() {
        begin(KEY);
        replies().keepMeanwhile(key(KEY), NODE, reply(new byte[] {1}));
        replies().release(key(KEY), NODE);
        assertKept(begin(KEY), new byte[] {1});

        ReplyKey second = key(new IdempotencyKey("key-2", "f1"));
        replies().begin(second, NODE, NOON);
        replies().keepMeanwhile(second, NODE, reply(new byte[] {1}));
        replies().finish(second, NODE, reply(new byte[] {2}));
        assertKept(replies().begin(second, NODE, NOON), new byte[] {2});
    }

    @Test
    void keysAreApartForEachAccountAndContract() {
        begin(KEY);
        assertThat(replies().begin(new ReplyKey(newAccount(), "test", KEY), NODE, NOON))
                .isEqualTo(new ReplyBeginning.Taken());
        assertThat(replies().begin(new ReplyKey(account(), "other", KEY), NODE, NOON))
                .isEqualTo(new ReplyBeginning.Taken());
    }

    @Test
    void aKeyIsOneForTurnsAndReplies() {
        begin(KEY);
        ConversationTarget here = new ConversationTarget.Existing(newConversation().id());
        assertThat(stores().turns().start(startOf(here, "hello", Optional.of(OTHER))))
                .isEqualTo(new TurnStarted.KeyReused());

        IdempotencyKey second = new IdempotencyKey("key-2", "f1");
        assertThat(stores().turns().start(startOf(here, "hello", Optional.of(second))))
                .isInstanceOf(TurnStarted.New.class);
        assertThat(begin(new IdempotencyKey("key-2", "f2")))
                .isEqualTo(new ReplyBeginning.OtherRequest());
    }

    @Test
    void aReplyIsForgottenAfterADay() {
        begin(KEY);
        replies().finish(key(KEY), NODE, reply(new byte[] {1}));
        Instant tomorrow = NOON.plus(Duration.ofHours(24));
        assertKept(replies().begin(key(KEY), NODE, tomorrow.minusMillis(1)), new byte[] {1});
        assertThat(replies().begin(key(OTHER), NODE, tomorrow))
                .isEqualTo(new ReplyBeginning.Taken());
        assertThat(replies().begin(key(OTHER), NODE, tomorrow))
                .isEqualTo(new ReplyBeginning.Running());
    }

    @Test
    void oldRepliesAreDropped() {
        for (int i = 0; i < 45; i++) {
            replies().begin(key(new IdempotencyKey("old-" + i, "f")), NODE, NOON);
        }
        replies().begin(key(KEY), NODE, NOON.plusSeconds(100));

        stores().turns().forgetKeys(Duration.ofSeconds(50), NOON.plusSeconds(100));

        assertThat(begin(new IdempotencyKey("old-7", "f"))).isEqualTo(new ReplyBeginning.Taken());
        assertThat(begin(KEY)).isEqualTo(new ReplyBeginning.Running());
    }

    private ReplyStore replies() {
        return stores().replies();
    }

    private ReplyKey key(IdempotencyKey key) {
        return new ReplyKey(account(), "test", key);
    }

    private ReplyBeginning begin(IdempotencyKey key) {
        return replies().begin(key(key), NODE, NOON);
    }

    private void endAbandoned(Instant deadBefore) {
        stores().turns()
                .interruptAbandoned(
                        deadBefore,
                        NOON,
                        (turn, _, _) -> endOf(turn, MessageStatus.INTERRUPTED, ""));
    }

    private static Reply reply(byte[] body) {
        return new Reply(200, "application/json", Optional.of("builtin/parley"), body);
    }

    private static void assertKept(ReplyBeginning beginning, byte[] body) {
        assertThat(beginning).isInstanceOf(ReplyBeginning.Kept.class);
        Reply reply = ((ReplyBeginning.Kept) beginning).reply();
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.contentType()).isEqualTo("application/json");
        assertThat(reply.answeredBy()).contains("builtin/parley");
        assertThat(reply.body()).isEqualTo(body);
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
