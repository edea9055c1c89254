package parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Pictures on the command line.
final class ImageCommandTest {
    @TempDir Path folder;
    private CommandRun command;

    @BeforeEach
    void start() {
        command = new CommandRun(new TestApplication(), folder);
    }

    private Path photo(String name) throws IOException {
        BufferedImage image = new BufferedImage(24, 16, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 16; y++) {
            for (int x = 0; x < 24; x++) {
                image.setRGB(x, y, (x * 10) << 16 | (y * 15) << 8 | 0x60);
            }
        }
        Path file = folder.resolve(name);
        ImageIO.write(image, "png", file.toFile());
        return file;
    }

    @Test
    void aPictureIsMadeLarger() throws IOException {
        Path out = folder.resolve("large.png");

        CommandRun.Result result =
                command.run(
                        "image",
                        "upscale",
                        photo("a.png").toString(),
                        "-o",
                        out.toString(),
                        "--scale",
                        "4");

        assertThat(result.code()).as(result.err()).isZero();
        assertThat(result.out().strip()).isEqualTo(out.toString());
        assertThat(ImageIO.read(out.toFile()).getWidth()).isEqualTo(96);
        assertThat(ImageIO.read(out.toFile()).getHeight()).isEqualTo(64);
    }

    @Test
    void aFolderIsWorkedThroughAndOneBadFileDoesNotEndIt() throws IOException {
        Path photos = Files.createDirectory(folder.resolve("photos"));
        photo("photos/a.png");
        photo("photos/c.png");
        Files.writeString(photos.resolve("b.png"), "no picture");
        Path out = folder.resolve("out");
        Files.createDirectory(out);

        CommandRun.Result result =
                command.run(
                        "image", "expand", photos.toString(), "-o", out.toString(), "--left", "8");

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err()).contains("b.png");
        assertThat(out.resolve("a-image-expand.png")).exists();
        assertThat(ImageIO.read(out.resolve("c-image-expand.png").toFile()).getWidth())
                .isEqualTo(32);
    }

    @Test
    void jsonTellsWhatWasDone() throws IOException {
        Path out = folder.resolve("cut.webp");

        CommandRun.Result result =
                command.run(
                        "image",
                        "relight",
                        photo("a.png").toString(),
                        "-o",
                        out.toString(),
                        "--prompt",
                        "golden hour from the left",
                        "--seed",
                        "7",
                        "--json");

        assertThat(result.code()).as(result.err()).isZero();
        JsonNode told = JsonMapper.shared().readTree(result.out());
        assertThat(told.get("feature").stringValue()).isEqualTo("relight");
        assertThat(told.get("engine").stringValue()).isEqualTo("builtin");
        assertThat(told.get("seed").longValue()).isEqualTo(7);
        assertThat(told.at("/metrics/light/kelvin").intValue()).isBetween(2000, 4500);
        assertThat(Files.readAllBytes(out)).startsWith('R', 'I', 'F', 'F');
    }

    @Test
    void severalPicturesGetNumbers() throws IOException {
        Path out = folder.resolve("boat.jpg");

        CommandRun.Result result =
                command.run("image", "generate", "a red boat", "-n", "2", "-o", out.toString());

        assertThat(result.code()).as(result.err()).isZero();
        assertThat(folder.resolve("boat-1.jpg")).exists();
        assertThat(folder.resolve("boat-2.jpg")).exists();
    }

    @Test
    void whatIsWrongIsSaid() throws IOException {
        CommandRun.Result missing = command.run("image", "upscale", "nothing.png");
        CommandRun.Result factor =
                command.run("image", "upscale", photo("a.png").toString(), "--scale", "3");
        CommandRun.Result engine = command.run("image", "generate", "a boat", "--engine", "nobody");

        assertThat(missing.code()).isEqualTo(1);
        assertThat(missing.err()).contains("nothing.png");
        assertThat(factor.err()).contains("scale_factor");
        assertThat(engine.err()).contains("nobody").contains("builtin");
    }
}
