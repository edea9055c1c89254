package parley.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import parley.error.AppException;
import parley.limit.Limits.Expected;
import parley.limit.redis.TestRedis;

/// Servers that share one Redis.
class SeveralServersTest {
    private static final long ANNA = 7;
    private static final Expected ONE = new Expected(1, 1, 1);

    private TestRedis redis;

    @BeforeEach
    void start() {
        redis = TestRedis.start();
    }

    @AfterEach
    void stop() {
        redis.close();
    }

    @ParameterizedTest
    @EnumSource
    void togetherTheyAdmitExactlyTheQuota(Measure measure) {
        Tier tier = new Tier("small", Map.of(measure, 50L), 0);
        AtomicInteger admitted = new AtomicInteger();
        try (Node first = Node.start(redis.patientStore(), tier);
                Node second = Node.start(redis.patientStore(), tier)) {
            awaitBeginOfMinute(measure);
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int i = 0; i < 200; i++) {
                    Limits limits = (i % 2 == 0 ? first : second).limits;
                    threads.execute(() -> {
                        try (Admission admission = limits.admit(ANNA, ONE)) {
                            admission.settle(1, 1);
                            admitted.incrementAndGet();
                        } catch (AppException e) {
                            assertThat(e.sentence()).contains("small");
                        }
                    });
                }
            }
            assertThat(first.counters.problem()).isEmpty();
            assertThat(second.counters.problem()).isEmpty();
        }
        assertThat(admitted).hasValue(50);
    }

    /// Shortly before a minute ends, its window could end in the middle of the test.
    private static void awaitBeginOfMinute(Measure measure) {
        if (measure.period() == Period.MINUTE) {
            Node.await(() -> System.currentTimeMillis() % 60_000 < 50_000);
        }
    }

    @Test
    void togetherTheyNeverHaveMoreUnderWayThanPlaces() {
        Tier tier = new Tier("small", Map.of(), 3);
        AtomicInteger underWay = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        try (Node first = Node.start(redis.patientStore(), tier);
                Node second = Node.start(redis.patientStore(), tier)) {
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int i = 0; i < 200; i++) {
                    Limits limits = (i % 2 == 0 ? first : second).limits;
                    threads.execute(() -> {
                        try (Admission _ = limits.admit(ANNA, ONE)) {
                            most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
                            underWay.decrementAndGet();
                        } catch (AppException e) {
                            assertThat(e.sentence()).contains("3 answers at the same time");
                        }
                    });
                }
            }
            assertThat(first.limits.state(ANNA).getFirst().remaining()).isEqualTo(3);
        }
        assertThat(most.get()).isBetween(1, 3);
    }

    @Test
    void aKilledServersPlacesAreFreeAfterTheLease() {
        Tier tier = new Tier("small", Map.of(), 1);
        Duration lease = Duration.ofSeconds(2);
        Node killed = node(tier, lease);
        killed.limits.admit(ANNA, ONE);
        // Nothing is given back and nothing is held any more, as after kill -9.
        killed.close();
        try (Node other = node(tier, lease)) {
            assertThatThrownBy(() -> other.limits.admit(ANNA, ONE))
                    .isInstanceOf(AppException.class);
            Node.await(() -> other.limits.state(ANNA).getFirst().remaining() == 1);
            other.limits.admit(ANNA, ONE).close();
        }
    }

    @Test
    void aLongAnswerKeepsItsPlace() {
        Tier tier = new Tier("small", Map.of(), 1);
        try (Node node = node(tier, Duration.ofSeconds(2))) {
            try (Admission _ = node.limits.admit(ANNA, ONE)) {
                double first = leaseEnd();
                Node.await(() -> leaseEnd() > first + 2000);
                assertThat(node.limits.state(ANNA).getFirst().remaining()).isZero();
            }
            assertThat(node.limits.state(ANNA).getFirst().remaining()).isEqualTo(1);
        }
    }

    private double leaseEnd() {
        return redis.ask(commands ->
                commands.zrangeWithScores("parley:7:answers", 0, 0).getFirst().getScore());
    }

    @Test
    void aRestartedServerFindsWhatWasCounted() {
        Tier tier = new Tier("small", Map.of(Measure.TOKENS_DAY, 100L), 0);
        try (Node node = Node.start(redis.patientStore(), tier)) {
            node.limits.admit(ANNA, new Expected(50, 0, 0)).settle(70, 0);
        }
        try (Node again = Node.start(redis.patientStore(), tier)) {
            assertThat(again.limits.state(ANNA).getFirst().remaining()).isEqualTo(30);
        }
    }

    @Test
    void whatTheLedgerKnowsIsCountedWhereRedisKnowsNothing() {
        Tier tier = new Tier("small", Map.of(Measure.TOKENS_DAY, 100L), 0);
        try (Node node =
                Node.start(
                        redis.patientStore(),
                        tier,
                        (_, _) -> new UsageHistory.Used(1, 40, 0, 0),
                        SharedCounters.LEASE)) {
            assertThat(node.limits.state(ANNA).getFirst().remaining()).isEqualTo(60);
            node.limits.admit(ANNA, new Expected(50, 0, 0)).settle(50, 0);
            assertThat(node.limits.state(ANNA).getFirst().remaining()).isEqualTo(10);
        }
    }

    @Test
    void keysHoldOnlyTheAccountsIdAndExpire() {
        Tier tier =
                new Tier(
                        "small",
                        Map.of(Measure.TOKENS_DAY, 100L, Measure.REQUESTS_MINUTE, 100L),
                        2);
        try (Node node = Node.start(redis.patientStore(), tier)) {
            Admission admission = node.limits.admit(ANNA, ONE);
            List<String> keys = redis.ask(commands -> commands.keys("*"));
            assertThat(keys)
                    .hasSize(3)
                    .allMatch(key -> key.matches("parley:7:(answers|[a-z]+-[a-z]+:[0-9]+)"));
            admission.settle(5, 5);
            keys.forEach(key ->
                    assertThat(redis.<Long>ask(commands -> commands.ttl(key)))
                            .as(key)
                            .isBetween(1L, 86_400L + 60));
        }
    }

    private Node node(Tier tier, Duration lease) {
        return Node.start(redis.patientStore(), tier, (_, _) -> UsageHistory.Used.NOTHING, lease);
    }
}
