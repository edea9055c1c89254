package parley.bench.documents;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// The program `pdftotext` of Poppler, to measure beside.
public final class PdfToText {
    private static final String PROGRAM = "pdftotext";
    private static final int SECONDS = 120;
    private static final int MILLIS_BETWEEN_LOOKS = 2;

    private PdfToText() {}

    /// What one run took.
    ///
    /// @param peakBytes the most memory it held; 0 where the system does not tell
    public record Run(double seconds, long peakBytes) {}

    /// Reads a file; empty if the program is not installed or failed.
    public static Optional<Run> run(Path file) throws InterruptedException {
        try {
            long begun = System.nanoTime();
            Process process =
                    new ProcessBuilder(PROGRAM, file.toString(), "-")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            long peak = 0;
            long most = TimeUnit.SECONDS.toNanos(SECONDS);
            while (!process.waitFor(MILLIS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS)) {
                peak = Math.max(peak, PeakMemory.bytes(process.toHandle()));
                if (System.nanoTime() - begun > most) {
                    process.destroyForcibly();
                    return Optional.empty();
                }
            }
            double seconds = (System.nanoTime() - begun) / 1e9;
            return process.exitValue() == 0
                    ? Optional.of(new Run(seconds, peak))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
