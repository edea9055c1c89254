package parley.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import parley.bench.images.OpenCv;
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
/// whose time holds reading and writing too, and OpenCV, whose time does not.
final class ImageSpeed {
    private static final Size ONE = new Size(1152, 864);
    private static final Size TWELVE = new Size(4000, 3000);

    /// The largest that can become twice as wide: what is made has 25 megapixels at most.
    private static final Size SIX = new Size(2816, 2112);

    private static final double NANOS_A_MILLI = 1e6;
    private static final double BYTES_A_MEGABYTE = 1e6;
    private static final long PATIENCE_SECONDS = 120;

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
            for (TimedOperation operation : TimedOperation.ALL) {
                if (size.megapixels() < operation.largest() + 1) {
                    measure(bench, findings, operation, operation.name(), picture);
                } else if (operation.feature() == ImageFeature.UPSCALE) {
                    String name = operation.name() + ", of 6 megapixels";
                    measure(bench, findings, operation, name, SampleScene.of(1, SIX));
                }
            }
        }
    }

    private static void measure(
            Workbench bench,
            Findings findings,
            TimedOperation operation,
            String name,
            Picture picture)
            throws InterruptedException {
        bench.progress("%s, %s".formatted(name, picture.size()));
        ImageEngine engine = new BuiltinEngine();
        ImageEngine.Job job = job(operation, picture);
        Rounds rounds = new Rounds();
        long most = 0;
        for (int round = 0; round < bench.scale().pick(2, 4); round++) {
            long begun = System.nanoTime();
            engine.run(job, ImageEngine.Progress.UNHEARD);
            most = Math.max(most, used());
            // The first one pays for what Java loads and compiles.
            if (round > 0) {
                rounds.add(name, (System.nanoTime() - begun) / NANOS_A_MILLI);
            }
        }
        Row row = Row.of(name, "ms", rounds.samples(name));
        findings.add(
                ImagesBenchmark.beside(
                        row, "ImageMagick, with its files", convert(bench, operation, picture)));
        openCv(bench, operation, picture)
                .ifPresent(millis ->
                        findings.add(row.beside("OpenCV, without its files", Samples.of(millis))));
        findings.add(Row.of(name + ", heap in use after it", "MB", most / BYTES_A_MEGABYTE));
    }

    private static ImageEngine.Job job(TimedOperation operation, Picture picture) {
        Map<InputRole, Picture> inputs = new EnumMap<>(InputRole.class);
        if (operation.feature().needsPicture()) {
            inputs.put(InputRole.IMAGE, picture);
        }
        if (operation.reference()) {
            inputs.put(InputRole.REFERENCE, SampleScene.of(4, ONE));
        }
        ImageWish wish =
                Wishes.read(
                                operation.feature(),
                                JsonMapper.shared().readTree(operation.wish()),
                                inputs.keySet())
                        .wish();
        return new ImageEngine.Job(wish, inputs, Optional.empty(), 1);
    }

    private static OptionalDouble openCv(Workbench bench, TimedOperation operation, Picture picture)
            throws InterruptedException {
        if (operation.openCv().isEmpty()) {
            return OptionalDouble.empty();
        }
        Path in = bench.folder().resolve("picture.png");
        try {
            Files.write(in, CODEC.write(picture, FileForm.PNG));
            return OpenCv.millis(in, operation.openCv().get(), PATIENCE_SECONDS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            in.toFile().delete();
        }
    }

    private static long used() {
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private static Optional<Samples> convert(
            Workbench bench, TimedOperation operation, Picture picture)
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
