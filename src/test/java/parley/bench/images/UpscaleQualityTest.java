package parley.bench.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import parley.image.pixel.Plane;

final class UpscaleQualityTest {
    @Test
    void learnedFiltersComeNearerThanLanczosOnPicturesTheyWereNotLearnedFrom()
            throws InterruptedException {
        for (Measure row : new UpscaleQuality(128).measure(List.of(2))) {
            assertThat(row.figure())
                    .as(row.what())
                    .isGreaterThan(row.beside().orElseThrow().figure());
        }
    }

    @Test
    void equalPicturesAreAsNearAsCanBe() {
        Plane plane = List.copyOf(Scenes.all(32).values()).getFirst();
        assertThat(Psnr.of(plane, plane, 0)).isInfinite();
        assertThat(Ssim.of(plane, plane)).isCloseTo(1, within(1e-6));
    }

    @Test
    void oneLevelEverywhereIs48Decibels() {
        Plane dark = Plane.filled(16, 16, 0);
        Plane lighter = Plane.filled(16, 16, 1f / 255);
        assertThat(Psnr.of(dark, lighter, 2)).isCloseTo(48.13, within(0.01));
    }

    @Test
    void greyMapsComeBackAsTheyWent() throws Exception {
        Plane plane = List.copyOf(Scenes.all(24).values()).getLast();
        assertThat(ImageMagick.read(ImageMagick.write(plane)).values()).isEqualTo(plane.values());
    }
}
