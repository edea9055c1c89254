package parley.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class RoundsTest {
    @Test
    void eachNameHasItsOwnRounds() {
        Rounds rounds = new Rounds();
        rounds.add("one", 1);
        rounds.add("other", 5);
        rounds.add("one", 2);
        assertThat(rounds.samples("one").rounds()).containsExactly(1.0, 2.0);
        assertThat(rounds.samples("other").rounds()).containsExactly(5.0);
    }

    @Test
    void aNameThatWasNotMeasuredIsNotZero() {
        assertThatThrownBy(() -> new Rounds().samples("nothing"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nothing");
    }
}
