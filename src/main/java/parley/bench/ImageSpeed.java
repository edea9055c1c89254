package parley.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import parley.bench.images.SampleScene;
import parley.image.ImageEngine;
import parley.image.ImageFeature;
import parley.image.ImageWish;
import parley.image.ImageWish.FileForm;
import parley.image.InputRole;
import parley.image.Wishes;
import parley.image.intake.IntakeSettings;
import parley.image.intake.PictureCodec;
import parley.image.operation.BuiltinEngine;
import parley.image.pixel.Picture;
import parley.image.pixel.Size;
import tools.jackson.databind.json.JsonMapper;

/// How long each operation of the built-in engine takes on pictures of 1 and 12 megapixels, and how
/// much of the heap is in use after it, what nobody needs any more included; beside ImageMagick,
/// whose time holds reading and writing too.
final class ImageSpeed {
    private static final Size ONE = new Size(1152, 864);
    private static final Size TWELVE = new Size(4000, 3000);
    private static final double NANOS_A_MILLI = 1e6;
    private static final double BYTES_A_MEGABYTE = 1e6;
    private static final long PATIENCE_SECONDS = 120;

    /// One operation.
    ///
    /// @param largest in megapixels: what is made may have 25 of them
    /// @param convert what makes ImageMagick do the same; empty where it cannot
    private record Operation(
            ImageFeature feature, String name, String wish, double largest, List<String> convert) {
        Operation {
            convert = List.copyOf(convert);
        }
    }

    private static final List<Operation> OPERATIONS =
            List.of(
                    new Operation(
                            ImageFeature.IMAGE_GENERATION,
                            "generate, 1k",
                            "{\"prompt\": \"a lighthouse by the sea at dusk\"}",
                            1,
                            List.of()),
                    new Operation(
                            ImageFeature.UPSCALE,
                            "upscale, 2 times",
                            "{\"scale_factor\": 2}",
                            6,
                            List.of("-filter", "Lanczos", "-resize", "200%")),
                    new Operation(
                            ImageFeature.REMOVE_BACKGROUND,
                            "remove background",
                            "{}",
                            12,
                            List.of(
                                    "-alpha",
                                    "set",
                                    "-fuzz",
                                    "15%",
                                    "-fill",
                                    "none",
                                    "-draw",
                                    "color 0,0 floodfill")),
                    new Operation(
                            ImageFeature.RELIGHT,
                            "relight",
                            "{\"prompt\": \"golden hour from the left\"}",
                            12,
                            List.of()),
                    new Operation(
                            ImageFeature.STYLE_TRANSFER,
                            "style, oil",
                            "{\"engine_style\": \"oil\"}",
                            12,
                            List.of("-paint", "4")),
                    new Operation(
                            ImageFeature.STYLE_TRANSFER,
                            "style, charcoal",
                            "{\"engine_style\": \"charcoal\"}",
                            12,
                            List.of("-charcoal", "2")),
                    new Operation(
                            ImageFeature.REIMAGINE,
                            "reimagine, vivid",
                            "{\"imagination\": \"vivid\"}",
                            12,
                            List.of()),
                    new Operation(
                            ImageFeature.IMAGE_EXPAND,
                            "expand, 128 pixels to the left and right",
                            "{\"left\": 128, \"right\": 128}",
                            12,
                            List.of()));

    /// Takes pictures of any size.
    static final PictureCodec CODEC =
            new PictureCodec(
                    new IntakeSettings(
                            1 << 30,
                            250_000_000,
                            65_535,
                            Duration.ofMinutes(5),
                            1_000_000_000,
                            Set.of()));

    private ImageSpeed() {}

    static void measure(Workbench bench, Findings findings) throws InterruptedException {
        for (Size size : bench.scale().pick(List.of(ONE), List.of(ONE, TWELVE))) {
            findings.group("time at %.0f megapixels".formatted(size.megapixels()));
            Picture picture = SampleScene.of(1, size);
            for (Operation operation : OPERATIONS) {
                if (size.megapixels() < operation.largest() + 1) {
                    measure(bench, findings, operation, picture);
                }
            }
        }
    }

    private static void measure(
            Workbench bench, Findings findings, Operation operation, Picture picture)
            throws InterruptedException {
        bench.progress("%s, %s".formatted(operation.name(), picture.size()));
        ImageEngine engine = new BuiltinEngine();
        Map<InputRole, Picture> inputs =
                operation.feature().needsPicture() ? Map.of(InputRole.IMAGE, picture) : Map.of();
        ImageWish wish =
                Wishes.read(
                                operation.feature(),
                                JsonMapper.shared().readTree(operation.wish()),
                                inputs.keySet())
                        .wish();
        ImageEngine.Job job = new ImageEngine.Job(wish, inputs, Optional.empty(), 1);
        Rounds rounds = new Rounds();
        long most = 0;
        for (int round = 0; round < bench.scale().pick(2, 4); round++) {
            long begun = System.nanoTime();
            engine.run(job, ImageEngine.Progress.UNHEARD);
            most = Math.max(most, used());
            // The first one pays for what Java loads and compiles.
            if (round > 0) {
                rounds.add(operation.name(), (System.nanoTime() - begun) / NANOS_A_MILLI);
            }
        }
        Row row = Row.of(operation.name(), "ms", rounds.samples(operation.name()));
        findings.add(
                ImagesBenchmark.beside(
                        row, "ImageMagick, with its files", convert(bench, operation, picture)));
        findings.add(
                Row.of(operation.name() + ", heap in use after it", "MB", most / BYTES_A_MEGABYTE));
    }

    private static long used() {
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private static Optional<Samples> convert(Workbench bench, Operation operation, Picture picture)
            throws InterruptedException {
        if (operation.convert().isEmpty()) {
            return Optional.empty();
        }
        try {
            Path in = bench.folder().resolve("picture.png");
            Path out = bench.folder().resolve("converted.png");
            Files.write(in, CODEC.write(picture, FileForm.PNG));
            List<String> command = new ArrayList<>(List.of("convert", in.toString()));
            command.addAll(operation.convert());
            command.add(out.toString());
            long begun = System.nanoTime();
            Process process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            double millis = (System.nanoTime() - begun) / NANOS_A_MILLI;
            process.destroyForcibly();
            Files.deleteIfExists(in);
            Files.deleteIfExists(out);
            return ended && process.exitValue() == 0
                    ? Optional.of(Samples.of(millis))
                    : Optional.empty();
        } catch (IOException e) {
            if (e.getMessage() != null && e.getMessage().contains("convert")) {
                return Optional.empty();
            }
            throw new UncheckedIOException(e);
        }
    }
}
