package parley.image.intent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

final class MendingTest {
    private static final Set<String> WANTED =
            Set.of("remove", "background", "draw", "upscale", "make", "made", "light", "lights");

    private final Mending mending = new Mending(WANTED, Set.of("drawn", "roof"));

    @Test
    void slipsBecomeTheWordsTheyAreSlipsOf() {
        assertThat(mending.mended("remvoe teh Backgroud, plesae", 9))
                .isEqualTo("remove teh background, plesae");
        assertThat(mending.mended("darw it and upscael it", 9)).isEqualTo("draw it and upscale it");
    }

    @Test
    void wordsThatAreKnownAndWordsThatCouldBeTwoStayAsTheyAre() {
        assertThat(mending.mended("drawn on the roof", 9)).isEqualTo("drawn on the roof");
        assertThat(mending.mended("mabe lightx", 9)).isEqualTo("mabe lightx");
    }

    @Test
    void onlyTheFirstWordsAreLookedAt() {
        assertThat(mending.mended("darw a remvoe", 1)).isEqualTo("draw a remvoe");
    }

    @Test
    void swappedNeighboursCountOnce() {
        assertThat(Mending.distance("remvoe", "remove")).isEqualTo(1);
        assertThat(Mending.distance("bakgrund", "background")).isEqualTo(2);
        assertThat(Mending.distance("", "abc")).isEqualTo(3);
    }
}
