package parley.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class AimTest {
    @Test
    void theBoundItselfMeetsTheAim() {
        assertThat(Aim.atMost(5).isMet(5)).isTrue();
        assertThat(Aim.atLeast(5).isMet(5)).isTrue();
    }

    @Test
    void beyondTheBoundMissesIt() {
        assertThat(Aim.atMost(5).isMet(5.01)).isFalse();
        assertThat(Aim.atLeast(5).isMet(4.99)).isFalse();
    }
}
