package parley.image.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import parley.error.AppException;
import parley.error.ErrorCode;
import parley.image.ImageWish.FileForm;
import parley.image.pixel.Picture;
import parley.settings.SettingValues;

final class PictureCodecTest {
    private final PictureCodec codec =
            new PictureCodec(IntakeSettings.from(SettingValues.DEFAULTS));

    @ParameterizedTest
    @EnumSource(names = {"PNG", "WEBP"})
    void whatIsWrittenWithoutLossIsReadBackAsItWas(FileForm form) throws Exception {
        for (Picture picture : SamplePictures.all()) {
            Picture read = codec.read("image", codec.write(picture, form));
            assertThat(read.size()).isEqualTo(picture.size());
            assertThat(SamplePictures.seen(read)).isEqualTo(SamplePictures.seen(picture));
        }
    }

    @ParameterizedTest
    @EnumSource
    void theSamePictureGivesTheSameBytes(FileForm form) {
        Picture picture = SamplePictures.coloured(211, 97);
        assertThat(codec.write(picture, form)).isEqualTo(codec.write(picture, form));
    }

    @Test
    void aJpegHasWhiteBehindWhatIsTransparent() throws Exception {
        Picture clear = new Picture(16, 16, new int[256]);
        Picture read = codec.read("image", codec.write(clear, FileForm.JPEG));
        assertThat(read.argb()).containsOnly(0xffffffff);
    }

    @Test
    void aJpegIsCloseToThePicture() throws Exception {
        Picture picture = SamplePictures.smooth(120, 80);
        Picture read = codec.read("image", codec.write(picture, FileForm.JPEG));
        assertThat(SamplePictures.farthest(read, picture)).isLessThan(12);
    }

    @Test
    void whatIsNoPictureIsCalledByItsName() {
        assertRefused(
                "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>", "an SVG");
        assertRefused("<!DOCTYPE html><html></html>", "a web page");
        assertRefused("%PDF-1.7\n", "a PDF");
        assertRefused("II*\0\b\0\0\0", "a TIFF file");
        assertRefused("\0\0\0\u001cftypavif\0\0\0\0", "an AVIF file");
        assertRefused("\0\0\0\u001cftypheic\0\0\0\0", "a HEIC file");
        assertRefused("Hello", "no picture");
        assertRefused("", "no picture");
    }

    private void assertRefused(String file, String name) {
        assertThatThrownBy(() -> codec.read("image", file.getBytes(StandardCharsets.ISO_8859_1)))
                .isInstanceOfSatisfying(
                        AppException.class,
                        e -> {
                            assertThat(e.code()).isEqualTo(ErrorCode.UNSUPPORTED_MEDIA_TYPE);
                            assertThat(e.sentence()).contains("image is " + name, "PNG, JPEG");
                        });
    }

    @Test
    void onlyOfALossyWebpAreFewerPixelsRead() throws Exception {
        Picture large = new Picture(3200, 2800, new int[3200 * 2800]);
        byte[] lossless = codec.write(large, FileForm.WEBP);
        ByteBuffer lossy = ByteBuffer.allocate(30).order(ByteOrder.LITTLE_ENDIAN);
        lossy.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(22);
        lossy.put("WEBPVP8 ".getBytes(StandardCharsets.US_ASCII)).putInt(10);
        lossy.putInt(0).putShort((short) 0x9d01).putShort((short) 3200).putShort((short) 2800);

        assertThat(codec.read("image", lossless).size()).isEqualTo(large.size());
        assertThatThrownBy(() -> codec.read("image", lossy.array()))
                .isInstanceOfSatisfying(
                        AppException.class,
                        e -> {
                            assertThat(e.code()).isEqualTo(ErrorCode.TOO_LARGE);
                            assertThat(e.sentence()).contains("at most 8.5 are read");
                        });
    }
}
