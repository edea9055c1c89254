package parley.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class StreamPaceTest {
    private static final long BEGINNING = -5_000;

    @Test
    void anExactPaceHasNoSlip() {
        StreamPace pace = new StreamPace(100);
        for (int event = 0; event < 10; event++) {
            assertThat(pace.slip(BEGINNING + event * 100L)).isZero();
        }
    }

    @Test
    void oneLateEventDoesNotMakeTheNextOnesEarly() {
        StreamPace pace = new StreamPace(100);
        pace.slip(0);
        assertThat(pace.slip(130)).isEqualTo(30);
        assertThat(pace.slip(200)).isZero();
        assertThat(pace.slip(305)).isEqualTo(5);
    }

    @Test
    void aLateBeginningMovesTheLineBack() {
        StreamPace pace = new StreamPace(100);
        pace.slip(50);
        assertThat(pace.slip(100)).isZero();
        assertThat(pace.slip(210)).isEqualTo(10);
    }

    @Test
    void aSlowPaceSlipsMoreAndMore() {
        StreamPace pace = new StreamPace(100);
        pace.slip(0);
        assertThat(pace.slip(110)).isEqualTo(10);
        assertThat(pace.slip(220)).isEqualTo(20);
        assertThat(pace.slip(330)).isEqualTo(30);
    }

    @Test
    void aWaitOfTenPacesIsMuchTooLate() {
        StreamPace pace = new StreamPace(100);
        assertThat(pace.isMuchTooLate(1)).isFalse();
        assertThat(pace.isMuchTooLate(1_000)).isFalse();
        assertThat(pace.isMuchTooLate(2_000)).isTrue();
        assertThat(pace.isMuchTooLate(2_100)).isFalse();
    }
}
