package parley.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import parley.image.pixel.Picture;
import parley.image.pixel.Size;

final class ThumbnailTest {
    @Test
    void whatIsSmallIsItsOwnThumbnail() {
        Picture small = Picture.blank(new Size(320, 12));

        assertThat(Thumbnail.of(small)).isSameAs(small);
    }

    @Test
    void theLongerSideBecomes320() {
        assertThat(Thumbnail.of(Picture.blank(new Size(3001, 1500))).size())
                .isEqualTo(new Size(320, 160));
        assertThat(Thumbnail.of(Picture.blank(new Size(40, 4000))).size())
                .isEqualTo(new Size(3, 320));
        assertThat(Thumbnail.of(Picture.blank(new Size(5000, 1))).size())
                .isEqualTo(new Size(320, 1));
    }

    @Test
    void halfTheLightIsTheMeanOfBlackAndWhite() {
        int[] argb = new int[1920 * 1920];
        for (int i = 0; i < argb.length; i++) {
            argb[i] = (i + i / 1920) % 2 == 0 ? 0xff000000 : 0xffffffff;
        }

        Picture thumbnail = Thumbnail.of(new Picture(1920, 1920, argb));

        // Half of linear light is encoded as 188 (IEC 61966-2-1), and not as 128. Blocks of three
        // have one more of one than of the other.
        assertThat(thumbnail.at(160, 160) & 0xff).isBetween(180, 196);
    }

    @Test
    void whatIsTransparentAddsNoColour() {
        int[] argb = new int[1280 * 1280];
        for (int i = 0; i < argb.length; i++) {
            argb[i] = i % 2 == 0 ? 0x00ff0000 : 0xff00ff00;
        }

        Picture thumbnail = Thumbnail.of(new Picture(1280, 1280, argb));

        assertThat(Arrays.stream(thumbnail.argb()).distinct().toArray())
                .containsExactly(0x8000ff00);
    }
}
