package parley.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import parley.error.AppException;
import parley.error.ErrorCode;
import parley.error.RateLimit;
import parley.limit.Limits.Expected;

/// What limits promise, wherever they are counted.
abstract class LimitsContract {
    private static final long ANNA = 7;
    private static final Instant START = Instant.parse("2026-11-20T23:30:30Z");
    private static final Expected SMALL = new Expected(10, 1_000, 0);

    private final AtomicReference<Instant> now = new AtomicReference<>(START);

    @Test
    void aThousandAtOnceGetExactlyTheQuota() throws InterruptedException {
        Limits limits = limits(new Tier("small", Map.of(Measure.REQUESTS_MINUTE, 100L), 0));
        AtomicInteger admitted = new AtomicInteger();
        AtomicInteger refused = new AtomicInteger();
        CountDownLatch begin = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 1000; i++) {
                threads.execute(() -> {
                    awaitOpen(begin);
                    try (Admission admission = limits.admit(ANNA, SMALL)) {
                        admission.settle(10, 1_000);
                        admitted.incrementAndGet();
                    } catch (AppException e) {
                        refused.incrementAndGet();
                    }
                });
            }
            begin.countDown();
        }
        assertThat(admitted).hasValue(100);
        assertThat(refused).hasValue(900);
    }

    @Test
    void neverAreMoreUnderWayThanPlaces() throws InterruptedException {
        Limits limits = limits(new Tier("small", Map.of(), 5));
        AtomicInteger underWay = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 1000; i++) {
                threads.execute(() -> {
                    try (Admission _ = limits.admit(ANNA, SMALL)) {
                        most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
                        underWay.decrementAndGet();
                    } catch (AppException e) {
                        assertThat(e.code()).isEqualTo(ErrorCode.RATE_LIMITED);
                    }
                });
            }
        }
        assertThat(most.get()).isBetween(1, 5);
        assertThat(left(limits, "concurrent-turns")).isEqualTo(5);
    }

    @Test
    void aRefusalSaysWhatIsSpentAndWhenItIsBack() {
        Limits limits = limits(new Tier("small", Map.of(Measure.REQUESTS_MINUTE, 1L), 0));
        limits.admit(ANNA, SMALL).close();

        AppException refusal = refusal(limits, SMALL);

        assertThat(refusal.code()).isEqualTo(ErrorCode.RATE_LIMITED);
        assertThat(refusal.sentence())
                .contains("1 requests a minute", "30 seconds", "2026-11-20T23:31:00Z");
        assertThat(refusal.retryAfter()).contains(Duration.ofSeconds(30));
        assertThat(refusal.limits())
                .containsExactly(
                        new RateLimit(
                                "requests-minute",
                                RateLimit.Unit.REQUESTS,
                                1,
                                0,
                                Duration.ofMinutes(1),
                                Duration.ofSeconds(30)));
    }

    @Test
    void theLimitThatTakesLongestIsNamed() {
        Limits limits =
                limits(
                        new Tier(
                                "small",
                                Map.of(Measure.REQUESTS_MINUTE, 1L, Measure.MONEY_MONTH, 1_000L),
                                0));
        limits.admit(ANNA, SMALL).settle(10, 1_000);

        assertThat(refusal(limits, SMALL).retryAfter())
                .contains(Duration.between(START, Instant.parse("2026-12-01T00:00:00Z")));
    }

    @Test
    void aRefusedAnswerTakesNothing() {
        Limits limits =
                limits(
                        new Tier(
                                "small",
                                Map.of(Measure.REQUESTS_MINUTE, 10L, Measure.TOKENS_DAY, 100L),
                                3));
        limits.admit(ANNA, new Expected(95, 0, 0)).settle(95, 0);

        refusal(limits, SMALL);

        assertThat(left(limits, "requests-minute")).isEqualTo(9);
        assertThat(left(limits, "tokens-day")).isEqualTo(5);
        assertThat(left(limits, "concurrent-turns")).isEqualTo(2);
    }

    @Test
    void aWindowBeginsWithAllOfItsQuota() {
        Limits limits = limits(new Tier("small", Map.of(Measure.REQUESTS_MINUTE, 1L), 0));
        limits.admit(ANNA, SMALL).close();
        now.set(Instant.parse("2026-11-20T23:31:00Z"));

        limits.admit(ANNA, SMALL).close();

        refusal(limits, SMALL);
    }

    @Test
    void whatWasUsedReplacesWhatWasExpected() {
        Limits limits = limits(new Tier("small", Map.of(Measure.TOKENS_DAY, 1000L), 0));
        try (Admission admission = limits.admit(ANNA, new Expected(500, 0, 0))) {
            assertThat(left(limits, "tokens-day")).isEqualTo(500);
            admission.settle(20, 0);
        }
        assertThat(left(limits, "tokens-day")).isEqualTo(980);

        limits.admit(ANNA, new Expected(10, 0, 0)).settle(900, 0);
        assertThat(left(limits, "tokens-day")).isEqualTo(80);
    }

    @Test
    void anAnswerThatWasLongerThanAllowedIsPaidByTheRestOfTheWindow() {
        Limits limits = limits(new Tier("small", Map.of(Measure.TOKENS_DAY, 1000L), 0));
        limits.admit(ANNA, new Expected(10, 0, 0)).settle(1_000_000, 0);
        assertThat(left(limits, "tokens-day")).isZero();

        refusal(limits, new Expected(1, 0, 0));

        now.set(Instant.parse("2026-11-21T00:00:00Z"));
        assertThat(left(limits, "tokens-day")).isEqualTo(1000);
    }

    @Test
    void anAnswerThatIsNotSettledCountsAsARequestOnly() {
        Limits limits =
                limits(
                        new Tier(
                                "small",
                                Map.of(
                                        Measure.REQUESTS_DAY,
                                        5L,
                                        Measure.TOKENS_DAY,
                                        100L,
                                        Measure.IMAGES_DAY,
                                        2L),
                                0));
        Admission admission = limits.admit(ANNA, new Expected(60, 0, 1));
        admission.close();
        admission.close();
        admission.settle(60, 0);

        assertThat(left(limits, "requests-day")).isEqualTo(4);
        assertThat(left(limits, "tokens-day")).isEqualTo(100);
        assertThat(left(limits, "images-day")).isEqualTo(2);
    }

    @Test
    void aRestartGivesNothingBack() {
        UsageHistory history =
                (_, from) -> {
                    assertThat(from).isEqualTo(Instant.parse("2026-11-20T00:00:00Z"));
                    return new UsageHistory.Used(3, 700, 0, 0);
                };
        Tier tier =
                new Tier("small", Map.of(Measure.REQUESTS_DAY, 5L, Measure.TOKENS_DAY, 1000L), 0);
        Limits limits = limits(tier, history, now::get);

        assertThat(left(limits, "requests-day")).isEqualTo(2);
        assertThat(left(limits, "tokens-day")).isEqualTo(300);
    }

    @Test
    void accountsDoNotShareWhatTheyHave() {
        Limits limits = limits(new Tier("small", Map.of(Measure.REQUESTS_DAY, 1L), 0));
        limits.admit(ANNA, SMALL).close();

        limits.admit(ANNA + 1, SMALL).close();

        refusal(limits, SMALL);
    }

    @Test
    void anUnlimitedAccountHasNoLimitsToTell() {
        Limits limits = limits(Tier.UNLIMITED);
        try (Admission admission = limits.admit(ANNA, new Expected(1L << 30, 1L << 50, 99))) {
            assertThat(admission.limits()).isEmpty();
        }
        assertThat(limits.state(ANNA)).isEmpty();
    }

    @Test
    void whatIsLeftIsAlwaysTheQuotaLessWhatWasUsed() {
        Random random = new Random(42);
        for (int round = 0; round < 100; round++) {
            long quota = 1L + random.nextInt(5000);
            Limits limits = limits(new Tier("small", Map.of(Measure.TOKENS_DAY, quota), 0));
            long used = 0;
            for (int step = 0; step < 20; step++) {
                int expected = random.nextInt(800);
                int real = random.nextInt(800);
                boolean fits = quota - used >= Math.max(1, Math.min(quota, expected));
                boolean admitted = true;
                try (Admission admission = limits.admit(ANNA, new Expected(expected, 0, 0))) {
                    admission.settle(real, 0);
                    used += real;
                } catch (AppException e) {
                    admitted = false;
                }
                assertThat(admitted).isEqualTo(fits);
                assertThat(left(limits, "tokens-day")).isEqualTo(Math.max(0, quota - used));
            }
        }
    }

    private Limits limits(Tier tier) {
        return limits(tier, (_, _) -> UsageHistory.Used.NOTHING, now::get);
    }

    /// Limits that have counted nothing yet.
    abstract Limits limits(Tier tier, UsageHistory history, InstantSource clock);

    private static void awaitOpen(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static AppException refusal(Limits limits, Expected expected) {
        AppException refusal =
                catchThrowableOfType(AppException.class, () -> limits.admit(ANNA, expected));
        assertThat(refusal).isNotNull();
        return refusal;
    }

    static long left(Limits limits, String name) {
        List<RateLimit> state = limits.state(ANNA);
        return state.stream()
                .filter(limit -> limit.name().equals(name))
                .findFirst()
                .orElseThrow()
                .remaining();
    }
}
