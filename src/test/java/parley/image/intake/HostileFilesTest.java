package parley.image.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import parley.error.AppException;
import parley.error.ErrorCode;
import parley.image.ImageWish.FileForm;
import parley.image.pixel.Picture;
import parley.png.PngChunks;
import parley.settings.SettingValues;

/// Files that are cut off, damaged, or made to do harm: each is answered soon, with a picture or
/// with a sentence.
final class HostileFilesTest {
    private static final Set<ErrorCode> REFUSALS =
            EnumSet.of(
                    ErrorCode.TOO_LARGE, ErrorCode.UNSUPPORTED_MEDIA_TYPE, ErrorCode.UNPROCESSABLE);
    private static final Duration SOON = Duration.ofSeconds(30);

    private final PictureCodec codec =
            new PictureCodec(IntakeSettings.from(SettingValues.DEFAULTS));

    /// One file of each form, and of each kind that a reader treats in its own way.
    private Map<String, byte[]> files() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("png", codec.write(SamplePictures.seeThrough(60, 40), FileForm.PNG));
        files.put("jpeg", codec.write(SamplePictures.coloured(60, 40), FileForm.JPEG));
        files.put("webp", codec.write(SamplePictures.coloured(60, 40), FileForm.WEBP));
        files.put("gif", SampleFiles.gif(60, 40, false));
        files.put("interlaced gif", SampleFiles.gif(60, 40, true));
        files.put("bmp", SampleFiles.bmp(60, 40, 24));
        files.put("bmp of 32 bits", SampleFiles.bmp(60, -40, 32));
        files.put("bmp of runs", SampleFiles.runs());
        return files;
    }

    /// @return how it was answered
    private String answer(byte[] file) {
        return assertTimeoutPreemptively(
                SOON,
                () -> {
                    try {
                        Picture picture = codec.read("image", file);
                        return picture.size().toString();
                    } catch (AppException e) {
                        assertThat(e.code()).isIn(REFUSALS);
                        assertThat(e.sentence()).startsWith("image ").endsWith(".");
                        assertThat(e.sentence()).doesNotContain("Exception", "null", "java");
                        return e.code().name();
                    }
                });
    }

    @Test
    void wholeFilesAreRead() {
        files().forEach((name, file) -> assertThat(answer(file)).as(name).isEqualTo("60×40"));
    }

    @Test
    void filesThatAreCutOffAreRefused() {
        files().forEach((name, file) -> {
            for (int sixteenth = 0; sixteenth < 15; sixteenth++) {
                byte[] part = Arrays.copyOf(file, file.length * sixteenth / 16);
                assertThat(answer(part)).as(name + " " + sixteenth).doesNotContain("×");
            }
        });
    }

    @Test
    void damagedFilesAreAnswered() {
        Random random = new Random(1);
        files().forEach((name, file) -> {
            for (int round = 0; round < 60; round++) {
                byte[] damaged = file.clone();
                for (int i = 0; i <= round % 6; i++) {
                    // Headers are where most harm is done.
                    int most = round % 2 == 0 ? Math.min(file.length, 80) : file.length;
                    damaged[random.nextInt(most)] = (byte) random.nextInt(256);
                }
                assertThat(answer(damaged)).as(name).isNotEmpty();
            }
        });
    }

    @Test
    void aHeaderThatPromisesMorePixelsThanThereAreIsRefused() {
        byte[] png = codec.write(SamplePictures.coloured(60, 40), FileForm.PNG);
        assertThat(answer(SampleFiles.withSize(png, 6000, 6000))).isEqualTo("UNPROCESSABLE");
        assertThat(answer(SampleFiles.withSize(png, 16_000, 16_000))).isEqualTo("TOO_LARGE");
        assertThat(answer(SampleFiles.withSize(png, Integer.MAX_VALUE, 1))).isEqualTo("TOO_LARGE");
        assertThat(answer(SampleFiles.withSize(png, 0, 40))).isEqualTo("UNPROCESSABLE");
        assertThat(answer(SampleFiles.withSize(png, -1, 40))).isEqualTo("UNPROCESSABLE");
        assertThat(answer(SampleFiles.withSize(png, 4000, 4))).isEqualTo("UNPROCESSABLE");
    }

    @Test
    void aHeaderThatPromisesFewerPixelsGivesThose() {
        byte[] grey = codec.write(SamplePictures.grey(60, 40), FileForm.PNG);
        assertThat(answer(SampleFiles.withSize(grey, 60, 10))).isEqualTo("60×10");
    }

    @Test
    void aCanvasThatIsLargerThanAllowedIsRefusedHoweverSmallItsPicture() {
        byte[] gif = SampleFiles.gif(60, 40, false);
        ByteBuffer.wrap(gif)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort(6, (short) 0xffff)
                .putShort(8, (short) 0xffff);
        assertThat(answer(gif)).isEqualTo("TOO_LARGE");
    }

    @Test
    void whatIsPackedBesideThePixelsIsNotOpened() {
        byte[] bomb = packed(new byte[200 << 20]);
        for (String type : new String[] {"iCCP", "zTXt", "iTXt"}) {
            ByteArrayOutputStream content = new ByteArrayOutputStream();
            content.writeBytes("name\0\0".getBytes(StandardCharsets.US_ASCII));
            if (type.equals("iTXt")) {
                content.writeBytes(new byte[] {1, 0, 0, 0});
            }
            content.writeBytes(bomb);
            byte[] file =
                    PngChunks.begin(2, 1, 0, 100)
                            .add(type, content.toByteArray())
                            .add("IDAT", packed(new byte[] {0, 1, 2}))
                            .end();
            assertThat(answer(file)).as(type).isEqualTo("2×1");
        }
    }

    private static byte[] packed(byte[] data) {
        try (Deflater deflater = new Deflater(9)) {
            deflater.setInput(data);
            deflater.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] buffer = new byte[1 << 16];
            for (int n = deflater.deflate(buffer); n > 0; n = deflater.deflate(buffer)) {
                out.write(buffer, 0, n);
            }
            return out.toByteArray();
        }
    }

    @Test
    void pixelsThatUnpackToMoreThanThePictureAreLeftPacked() {
        byte[] file = PngChunks.begin(1, 1, 0, 100).add("IDAT", packed(new byte[100 << 20])).end();
        assertThat(answer(file)).isEqualTo("1×1");
    }

    @Test
    void aFileThatIsTwoThingsIsWrittenAnewAsOne() throws Exception {
        byte[] png = codec.write(SamplePictures.coloured(60, 40), FileForm.PNG);
        byte[] script = "<script>alert(1)</script>PK\u0003\u0004".getBytes(StandardCharsets.UTF_8);
        byte[] both = Arrays.copyOf(png, png.length + script.length);
        System.arraycopy(script, 0, both, png.length, script.length);
        byte[] anew = codec.write(codec.read("image", both), FileForm.PNG);
        assertThat(anew).isEqualTo(png);
    }

    @Test
    void anInkJpegWithAnyNumberOfChannelsIsAnswered() {
        byte[] jpeg = codec.write(SamplePictures.coloured(60, 40), FileForm.JPEG);
        int frame = SampleFiles.frameOf(jpeg);
        for (int channels : new int[] {0, 2, 5, 255}) {
            byte[] lying = jpeg.clone();
            lying[frame + 9] = (byte) channels;
            assertThat(answer(lying)).isEqualTo("UNPROCESSABLE");
        }
    }

    @Test
    void aJpegOfVeryManyPassesIsRefused() {
        byte[] jpeg = codec.write(SamplePictures.coloured(60, 40), FileForm.JPEG);
        int scan = SampleFiles.marker(jpeg, 0xda);
        ByteArrayOutputStream many = new ByteArrayOutputStream();
        many.write(jpeg, 0, scan);
        for (int i = 0; i < 100; i++) {
            many.write(jpeg, scan, jpeg.length - 2 - scan);
        }
        many.write(0xff);
        many.write(0xd9);
        assertThat(answer(many.toByteArray())).isEqualTo("UNPROCESSABLE");
    }

    @Test
    void aFileWithTooManyBytesIsRefused() {
        assertThat(answer(new byte[(20 << 20) + 1])).isEqualTo("TOO_LARGE");
    }
}
