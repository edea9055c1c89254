package parley.llm.builtin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.llm.FinishReason;
import parley.llm.ModelEvent;
import parley.llm.ModelRequest;
import parley.llm.ProviderException;

@Timeout(60)
final class FaultDialTest {
    private final BuiltinProvider provider = Engine.faulty();
    private final Recorded recorded = new Recorded();

    @Test
    void withoutTheSettingItIsOrdinaryTalk() throws InterruptedException {
        Recorded run = Engine.run(Engine.plain(), Engine.request("/fault error-after 0"));
        assertThat(run.ends()).isEqualTo(1);
        assertThat(run.text()).contains("/fault error-after 0");
    }

    @Test
    void withTheSettingOtherMessagesAreAnsweredAsEver() throws InterruptedException {
        for (String text : new String[] {"Hello", "/faulty idea", "What is a /fault?"}) {
            assertThat(Engine.run(provider, Engine.request(text)).text())
                    .isEqualTo(Engine.answer(text));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/fault error-after 5, UNAVAILABLE, 5",
        "/fault error-after 0, UNAVAILABLE, 0",
        "/fault reset-after 3, BAD_RESPONSE, 3",
        "/fault refuse, REFUSED, 0",
        "/fault rate-limit 7, RATE_LIMITED, 0",
        "/fault tokens 4; error-after 100, UNAVAILABLE, 4",
        "/fault reset-after 9; error-after 2, UNAVAILABLE, 2"
    })
    void itFailsAfterSoManyTokens(String message, ProviderException.Kind kind, int tokens) {
        ProviderException failure = failure(message);

        assertThat(failure.kind()).isEqualTo(kind);
        assertThat(recorded.deltas()).hasSize(tokens);
        assertThat(recorded.ends()).isZero();
    }

    @Test
    void aRateLimitSaysHowLongToWait() {
        assertThat(failure("/fault rate-limit 7").retryAfter()).contains(Duration.ofSeconds(7));
    }

    @Test
    void itFailsSoManyTimesAndThenAnswers() throws InterruptedException {
        String message = "/fault fail-times 2; tokens 3";
        assertThat(failure(message).kind()).isEqualTo(ProviderException.Kind.UNAVAILABLE);
        assertThat(failure(message).kind()).isEqualTo(ProviderException.Kind.UNAVAILABLE);
        assertThat(Engine.run(provider, Engine.request(message)).text()).isEqualTo("zero one two");
        failure(message);
    }

    @Test
    void theFaultOfFailTimesCanBeChosen() throws InterruptedException {
        String message = "/fault fail-times 1; rate-limit 2";
        assertThat(failure(message).kind()).isEqualTo(ProviderException.Kind.RATE_LIMITED);
        assertThat(Engine.run(provider, Engine.request(message)).ends()).isEqualTo(1);
    }

    @Test
    void attemptsAreCountedPerConversation() {
        failure("/fault fail-times 1");
        assertThatThrownBy(() ->
                        provider.run(Engine.request("Hello", "/fault fail-times 1"), recorded))
                .isInstanceOf(ProviderException.class);
    }

    @Test
    void aContinuedAnswerIsSpared() throws InterruptedException {
        failure("/fault tokens 8; error-after 3");
        ModelRequest rest = Engine.continued("/fault tokens 8; error-after 3", recorded.text());
        assertThat(recorded.text() + Engine.run(provider, rest).text())
                .isEqualTo("zero one two three four five six seven");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 1_000, 200_000})
    void itSaysExactlySoManyTokens(int count) throws InterruptedException {
        Recorded run = Engine.run(provider, Engine.request("/fault tokens " + count));
        assertThat(run.deltas()).hasSize(count);
        assertThat(run.usage().outputTokens()).isEqualTo(count);
        assertThat(new Tokenizer().count(run.text())).isEqualTo(count);
    }

    @Test
    void theLimitOfTheRequestHoldsForFaultsToo() throws InterruptedException {
        Recorded run =
                Engine.run(provider, Engine.limited("/fault tokens 9; error-after 5", 4, ""));
        assertThat(run.deltas()).hasSize(4);
        assertThat(run.finished().reason()).isEqualTo(FinishReason.LENGTH);
    }

    @Test
    void trickyTextComesWholeAndCanBeContinuedEverywhere() throws InterruptedException {
        String whole = Engine.run(provider, Engine.request("/fault tricky")).text();
        assertThat(whole)
                .contains("\r\n", "[DONE]", "\ndata: ", "👩‍👩‍👧‍👦", "\u2028", "e\u0301");
        for (int length = 0; length <= whole.length(); length++) {
            String soFar = whole.substring(0, length);
            Recorded rest = Engine.run(provider, Engine.continued("/fault tricky", soFar));
            assertThat(soFar + rest.text()).isEqualTo(whole);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/fault silence", "/fault silence-after 4", "/fault slow 600000"})
    void itIsSilentUntilItIsInterrupted(String message) throws InterruptedException {
        AtomicBoolean interrupted = new AtomicBoolean();
        CountDownLatch begun = new CountDownLatch(1);
        int tokens = message.endsWith("4") ? 4 : 0;
        Thread thread =
                Thread.ofVirtual()
                        .start(() -> {
                            begun.countDown();
                            try {
                                provider.run(Engine.request(message), recorded);
                            } catch (InterruptedException e) {
                                interrupted.set(true);
                            }
                        });
        begun.await();
        while (thread.getState() != Thread.State.WAITING
                && thread.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        thread.interrupt();
        thread.join();

        assertThat(interrupted).isTrue();
        assertThat(recorded.deltas()).hasSize(tokens);
        assertThat(recorded.ends()).isZero();
    }

    @Test
    void slowTokensComeApart() throws InterruptedException {
        long begin = System.nanoTime();
        Recorded run = Engine.run(provider, Engine.request("/fault slow 20; tokens 5"));
        assertThat(run.deltas()).hasSize(5);
        assertThat(Duration.ofNanos(System.nanoTime() - begin))
                .isGreaterThanOrEqualTo(Duration.ofMillis(100));
    }

    @Test
    void thePaceOfTheSettingsHolds() throws InterruptedException {
        BuiltinProvider slow = new BuiltinProvider(new BuiltinSettings(false, 100), Engine.CLOCK);
        long begin = System.nanoTime();
        Recorded run = Engine.run(slow, Engine.request("count to 5"));
        assertThat(run.deltas()).hasSize(9);
        assertThat(Duration.ofNanos(System.nanoTime() - begin))
                .isGreaterThanOrEqualTo(Duration.ofMillis(90));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/fault",
                "/fault bogus",
                "/fault slow",
                "/fault tokens x",
                "/fault tokens 1;"
            })
    void whatItCannotReadIsExplained(String message) throws InterruptedException {
        Recorded run = Engine.run(provider, Engine.request(message));
        assertThat(run.text()).startsWith("The fault dial knows: slow <ms>");
        assertThat(run.ends()).isEqualTo(1);
    }

    @Test
    void withoutStreamingAFailedAnswerShowsNothing() {
        assertThatThrownBy(() -> provider.run(Engine.inOnePiece("/fault error-after 5"), recorded))
                .isInstanceOf(ProviderException.class);
        assertThat(recorded.events()).isEmpty();
    }

    private ProviderException failure(String message) {
        ModelRequest request = Engine.request(message);
        return catchThrowableOfType(
                ProviderException.class, () -> provider.run(request, this::record));
    }

    private void record(ModelEvent event) {
        recorded.accept(event);
    }
}
