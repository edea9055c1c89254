package parley.image.pixel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SaliencyTest {
    @Test
    void aDiscBeforeAWallStandsOut() {
        int[] argb = new int[80 * 60];
        for (int i = 0; i < argb.length; i++) {
            double away = Math.hypot(i % 80 - 40, i / 80 - 30);
            argb[i] = away < 14 ? 0xffc03020 : 0xff70808a;
        }
        Saliency found = Saliency.of(new Picture(80, 60, argb));
        assertThat(found.certainty()).isGreaterThan(0.8);
        assertThat(found.matte().at(40, 30)).isGreaterThan(0.9f);
        assertThat(found.matte().at(6, 6)).isLessThan(0.1f);
    }

    @Test
    void aPlainWallHasNoSubject() {
        int[] argb = new int[64 * 64];
        Arrays.fill(argb, 0xff808080);
        assertThat(Saliency.of(new Picture(64, 64, argb)).certainty()).isZero();
    }

    @Test
    void whatIsCutOutIsTheSubject() {
        int[] argb = new int[16];
        argb[5] = 0xff102030;
        Saliency found = Saliency.of(new Picture(4, 4, argb));
        assertThat(found.certainty()).isEqualTo(1);
        assertThat(found.matte().values()).contains(1f, 0f);
    }
}
