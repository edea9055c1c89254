package parley.image.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import parley.error.AppException;
import parley.error.ErrorCode;
import parley.image.ImageWish.FileForm;
import parley.image.pixel.Picture;
import parley.image.pixel.Size;

/// What was sent as a small file may be kept as a large one.
final class KeptFileTest {
    @ParameterizedTest
    @EnumSource(
            value = FileForm.class,
            names = {"PNG", "WEBP"})
    void whatIsKeptIsReadWhateverItsLength(FileForm form) throws InterruptedException {
        Picture picture = Picture.blank(new Size(90, 60));
        PictureCodec codec =
                new PictureCodec(
                        new IntakeSettings(10, 10, 10, Duration.ofSeconds(20), 10, Set.of(443)));
        byte[] file = codec.write(picture, form);

        assertThatThrownBy(() -> codec.read("image", file))
                .isInstanceOfSatisfying(
                        AppException.class,
                        e -> assertThat(e.code()).isEqualTo(ErrorCode.TOO_LARGE));
        assertThat(codec.readKept(file).argb()).isEqualTo(picture.argb());
    }
}
