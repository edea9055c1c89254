package parley.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import parley.error.AppException;
import parley.limit.Limits.Expected;
import parley.limit.redis.TestRedis;

class RedisAwayTest {
    private static final long ANNA = 7;
    private static final Expected TEN = new Expected(10, 0, 0);
    private static final Tier TIER = new Tier("small", Map.of(Measure.TOKENS_DAY, 100L), 2);

    /// The promise is a quarter of a second; the rest is for a machine that is busy.
    private static final Duration SOON = Duration.ofSeconds(5);

    private final AtomicLong ledger = new AtomicLong();
    private TestRedis redis = TestRedis.absent();

    @AfterEach
    void stop() {
        redis.close();
    }

    @Test
    void aRedisThatWasNeverThereRefusesNobodyAndLearnsWhatWasUsed() {
        try (Node node = node()) {
            assertThat(node.counters.problem()).isPresent();
            use(node, 30);
            assertThat(left(node)).isEqualTo(70);

            redis.restart();
            node.awaitShared();

            assertThat(left(node)).isEqualTo(70);
            try (Node other = node()) {
                other.awaitShared();
                assertThat(left(other)).isEqualTo(70);
            }
        }
    }

    @Test
    void aKilledRedisIsReplacedByThisProcessUntilItIsBack() throws InterruptedException {
        redis.restart();
        try (Node node = node();
                Node other = node()) {
            use(node, 30);
            use(other, 20);
            assertThat(left(node)).isEqualTo(50);
            redis.kill();

            use(node, 10);
            assertThat(node.counters.problem()).isPresent();
            // The other's answer is known from before, since this one asked after it.
            assertThat(left(node)).isEqualTo(60);
            assertThatThrownBy(() -> node.limits.admit(ANNA, new Expected(61, 0, 0)))
                    .isInstanceOf(AppException.class)
                    .hasMessageContaining("100 tokens a day");

            other.awaitAlone();
            redis.restart();
            node.awaitShared();
            other.awaitShared();
            // All that the ledger has: 30, 20 and 10.
            use(other, 0);
            assertThat(left(other)).isEqualTo(40);
            assertThat(left(node)).isEqualTo(40);
        }
    }

    @Test
    void aRedisThatHangsIsWaitedForOnce() {
        redis.restart();
        try (Node node = node()) {
            use(node, 10);
            redis.freeze();

            long start = System.nanoTime();
            use(node, 10);
            for (int i = 0; i < 50; i++) {
                use(node, 0);
            }
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SOON);
            assertThat(node.counters.problem()).isPresent();
            assertThat(left(node)).isEqualTo(80);

            redis.thaw();
            node.awaitShared();
            assertThat(left(node)).isEqualTo(80);
            use(node, 80);
            assertThatThrownBy(() -> node.limits.admit(ANNA, TEN)).isInstanceOf(AppException.class);
        }
    }

    @Test
    void placesAreKeptAndGivenBackOverAnOutage() throws InterruptedException {
        redis.restart();
        try (Node node = node();
                Node other = node()) {
            Admission ended = node.limits.admit(ANNA, TEN);
            Admission lasting = node.limits.admit(ANNA, TEN);
            redis.kill();
            ended.close();
            node.awaitAlone();
            other.awaitAlone();
            redis.restart();
            node.awaitShared();
            other.awaitShared();

            try (Admission _ = other.limits.admit(ANNA, TEN)) {
                assertThatThrownBy(() -> other.limits.admit(ANNA, TEN))
                        .isInstanceOf(AppException.class)
                        .hasMessageContaining("2 answers at the same time");
            }
            lasting.close();
        }
    }

    @Test
    void aStoppedAnswersThreadIsNoReasonToCountAlone() {
        redis.restart();
        try (Node node = node()) {
            Admission admission = node.limits.admit(ANNA, TEN);
            Thread.currentThread().interrupt();
            admission.settle(10, 0);
            admission.close();
            assertThat(Thread.interrupted()).isTrue();
            assertThat(node.counters.problem()).isEmpty();
            assertThat(left(node)).isEqualTo(90);
        }
    }

    @Test
    void theCommandsThatAreDocumentedSuffice() {
        redis =
                TestRedis.start(
                        "--user",
                        "default",
                        "off",
                        "--user",
                        "parley",
                        "on",
                        ">s3cret",
                        "~parley:*",
                        "+eval",
                        "+evalsha",
                        "+script|load",
                        "+ping",
                        "+hello",
                        "+select",
                        "+client",
                        "+time",
                        "+get",
                        "+set",
                        "+incrby",
                        "+zadd",
                        "+zrem",
                        "+zcard",
                        "+zcount",
                        "+zremrangebyscore",
                        "+pexpire");
        try (Node node = Node.start(redis.patientStore("parley:s3cret@"), TIER)) {
            assertThat(node.counters.problem()).isEmpty();
            use(node, 30);
            assertThat(left(node)).isEqualTo(70);
            node.counters.link().lost(new SharedStoreException("a test says so"));
            use(node, 10);
            node.awaitShared();
            assertThat(left(node)).isEqualTo(60);
        }
        try (Node stranger = Node.start(redis.patientStore("parley:wrong@"), TIER)) {
            assertThat(stranger.counters.problem()).isPresent();
            use(stranger, 30);
        }
    }

    private Node node() {
        return Node.start(
                redis.patientStore(),
                TIER,
                (_, _) -> new UsageHistory.Used(0, ledger.get(), 0, 0),
                SharedCounters.LEASE);
    }

    /// An answer that is in the ledger when it has ended.
    private void use(Node node, long tokens) {
        try (Admission admission = node.limits.admit(ANNA, new Expected(1, 0, 0))) {
            ledger.addAndGet(tokens);
            admission.settle(tokens, 0);
        }
    }

    private static long left(Node node) {
        return node.limits.state(ANNA).getFirst().remaining();
    }
}
