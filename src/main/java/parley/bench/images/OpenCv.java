package parley.bench.images;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// OpenCV, called from Python, to measure beside. What is measured is the operation alone: reading
/// and writing files is not in it.
public final class OpenCv {
    private static final List<String> PYTHONS = List.of("python3", "/usr/bin/python3");

    private OpenCv() {}

    /// How long an operation takes, in milliseconds: the better of two. Empty where OpenCV is not
    /// installed, has no such operation, or needs longer.
    ///
    /// @param picture a file
    /// @param operation in Python, on `image`, which is `h` high and `w` wide
    public static OptionalDouble millis(Path picture, String operation, long seconds)
            throws InterruptedException {
        Optional<String> python = python();
        if (python.isEmpty()) {
            return OptionalDouble.empty();
        }
        String program = program(operation);
        try {
            Path out = Files.createTempFile("parley-bench", ".txt");
            try {
                return run(List.of(python.get(), "-c", program, picture.toString()), out, seconds)
                        ? OptionalDouble.of(
                                Double.parseDouble(
                                        Files.readString(out, StandardCharsets.UTF_8).strip()))
                        : OptionalDouble.empty();
            } finally {
                Files.deleteIfExists(out);
            }
        } catch (IOException e) {
            return OptionalDouble.empty();
        }
    }

    private static String program(String operation) {
        return """
        import sys, time, cv2, numpy as np
        image = cv2.imread(sys.argv[1])
        h, w = image.shape[:2]
        best = None
        for again in range(2):
            begun = time.perf_counter()
            %s
            took = time.perf_counter() - begun
            best = took if best is None else min(best, took)
            if took > 30: break
        print(best * 1000)
        """
                .formatted(operation.replace("\n", "\n    "));
    }

    /// The first Python that knows OpenCV.
    private static Optional<String> python() throws InterruptedException {
        for (String python : PYTHONS) {
            if (knowsOpenCv(python)) {
                return Optional.of(python);
            }
        }
        return Optional.empty();
    }

    private static boolean knowsOpenCv(String python) throws InterruptedException {
        try {
            return run(List.of(python, "-c", "import cv2"), null, 30);
        } catch (IOException e) {
            // There is no such program.
            return false;
        }
    }

    private static boolean run(List<String> command, @Nullable Path out, long seconds)
            throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(command)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .redirectOutput(
                                out == null
                                        ? ProcessBuilder.Redirect.DISCARD
                                        : ProcessBuilder.Redirect.to(out.toFile()))
                        .start();
        try {
            return process.waitFor(seconds, TimeUnit.SECONDS) && process.exitValue() == 0;
        } finally {
            process.destroyForcibly();
        }
    }
}
