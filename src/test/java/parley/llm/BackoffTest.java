package parley.llm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {
    private static final Backoff LEAST = new Backoff(new FixedRandom(0));
    private static final Backoff MOST = new Backoff(new FixedRandom(0.999_999));

    @ParameterizedTest
    @CsvSource({"1,250", "2,500", "3,1000", "6,8000", "7,10000", "60,10000"})
    void waitsDoubleUpToTenSecondsAndVaryByHalf(int attempt, long millis) {
        Duration whole = Duration.ofMillis(millis);

        assertThat(LEAST.after(attempt, Optional.empty())).isEqualTo(whole.dividedBy(2));
        assertThat(MOST.after(attempt, Optional.empty()))
                .isBetween(whole.multipliedBy(9).dividedBy(10), whole);
    }

    @Test
    void aProvidersWishIsNeverCutShort() {
        Duration wish = Duration.ofSeconds(3);

        assertThat(LEAST.after(1, Optional.of(wish))).isEqualTo(wish);
        assertThat(MOST.after(1, Optional.of(wish)))
                .isBetween(wish.plusMillis(200), wish.plusMillis(250));
    }
}
