package parley.bench.images;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import parley.image.pixel.Plane;

/// The program `convert`, to measure beside. Planes go in and out as portable grey maps of eight
/// bits.
public final class ImageMagick {
    private static final String PROGRAM = "convert";
    private static final int SECONDS = 60;

    private ImageMagick() {}

    /// A plane after the program's options; empty if the program is not installed or failed.
    public static Optional<Plane> run(Plane plane, String... options) throws InterruptedException {
        Path folder = null;
        try {
            folder = Files.createTempDirectory("parley-bench");
            Path in = folder.resolve("in.pgm");
            Path out = folder.resolve("out.pgm");
            Files.write(in, write(plane));
            List<String> command = new ArrayList<>(List.of(PROGRAM, in.toString()));
            command.addAll(List.of(options));
            command.addAll(List.of("-depth", "8", out.toString()));
            Process process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return Optional.empty();
            }
            return process.exitValue() == 0
                    ? Optional.of(read(Files.readAllBytes(out)))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } finally {
            delete(folder);
        }
    }

    private static void delete(@org.jspecify.annotations.Nullable Path folder) {
        if (folder == null) {
            return;
        }
        try {
            Files.deleteIfExists(folder.resolve("in.pgm"));
            Files.deleteIfExists(folder.resolve("out.pgm"));
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            folder.toFile().deleteOnExit();
        }
    }

    static byte[] write(Plane plane) {
        byte[] header =
                "P5\n%d %d\n255\n"
                        .formatted(plane.width(), plane.height())
                        .getBytes(StandardCharsets.US_ASCII);
        byte[] bytes = new byte[header.length + plane.values().length];
        System.arraycopy(header, 0, bytes, 0, header.length);
        for (int i = 0; i < plane.values().length; i++) {
            int level = Math.clamp(Math.round(plane.values()[i] * 255), 0, 255);
            bytes[header.length + i] = (byte) level;
        }
        return bytes;
    }

    static Plane read(byte[] bytes) throws IOException {
        String text = new String(bytes, 0, Math.min(64, bytes.length), StandardCharsets.US_ASCII);
        String[] words = text.split("\\s+", 5);
        if (!words[0].equals("P5") || !words[3].equals("255")) {
            throw new IOException("That is no grey map of eight bits.");
        }
        Plane plane = Plane.empty(Integer.parseInt(words[1]), Integer.parseInt(words[2]));
        int start = bytes.length - plane.values().length;
        for (int i = 0; i < plane.values().length; i++) {
            plane.values()[i] = (bytes[start + i] & 0xff) / 255f;
        }
        return plane;
    }
}
