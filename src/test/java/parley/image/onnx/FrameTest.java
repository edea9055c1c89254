package parley.image.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import parley.image.ImageEngine.Job;
import parley.image.ImageWish;
import parley.image.ImageWish.Background;
import parley.image.ImageWish.FileForm;
import parley.image.InputRole;
import parley.image.pixel.Picture;

final class FrameTest {
    @Test
    void jobsArriveAsTheyWereSent() throws IOException {
        Picture picture = picture(200, 130);
        ImageWish wish =
                new ImageWish.RemoveBackground(new Background.Colour(0x123456), FileForm.WEBP);
        Job job =
                new Job(
                        wish,
                        Map.of(InputRole.IMAGE, picture, InputRole.BACKGROUND, picture(3, 2)),
                        Optional.of("u2net"),
                        -7);

        Job arrived = JobFrames.job(read(bytes(JobFrames.run(job))));

        assertThat(arrived.wish()).isEqualTo(wish);
        assertThat(arrived.model()).contains("u2net");
        assertThat(arrived.seed()).isEqualTo(-7);
        assertThat(arrived.image().argb()).isEqualTo(picture.argb());
        assertThat(arrived.inputs()).containsOnlyKeys(InputRole.IMAGE, InputRole.BACKGROUND);
    }

    @Test
    void whatIsNoFrameIsRefused() throws IOException {
        assertThatThrownBy(() -> read("Hello, world!".getBytes(StandardCharsets.US_ASCII)))
                .hasMessage("Something else than a frame was written.");
        byte[] frame = bytes(JobFrames.progress(0.5));
        assertThatThrownBy(() -> read(Arrays.copyOf(frame, frame.length - 1)))
                .isInstanceOf(EOFException.class);
        byte[] huge = frame.clone();
        huge[5] = 0x7f;
        assertThatThrownBy(() -> read(huge)).hasMessageContaining("no known kind or length");
    }

    private static byte[] bytes(Frame frame) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        frame.write(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    private static Frame read(byte[] bytes) throws IOException {
        return Frame.read(new DataInputStream(new ByteArrayInputStream(bytes)));
    }

    private static Picture picture(int width, int height) {
        int[] argb = new int[width * height];
        Arrays.setAll(argb, i -> i * 0x01030507);
        return new Picture(width, height, argb);
    }
}
