package parley.document.extract;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import parley.document.extract.pdf.PageRecognition;

/// Reads pictures of pages with the program Tesseract, a process for each.
///
/// @param languages as it names them; empty for its own default
record Tesseract(String command, String languages) {
    // Reading pictures may use this much of a document's time; pages that are left over stay
    // unread.
    private static final double SHARE = 0.75;
    private static final int LONGEST_PAGE_SECONDS = 30;
    private static final int PROBE_SECONDS = 10;
    private static final int MOST_BYTES = 1 << 20;

    /// Whether it is installed and runs.
    boolean isInstalled() throws InterruptedException {
        try {
            Process process =
                    new ProcessBuilder(command, "--version")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            process.getOutputStream().close();
            boolean ended = process.waitFor(PROBE_SECONDS, TimeUnit.SECONDS);
            process.destroyForcibly();
            return ended && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /// Reads pages as long as a share of the patience is left.
    PageRecognition until(Duration patience) {
        long begun = System.nanoTime();
        long most = (long) (patience.toNanos() * SHARE);
        return (page, resolution) -> {
            long left = most - (System.nanoTime() - begun);
            long longest = Math.min(left, TimeUnit.SECONDS.toNanos(LONGEST_PAGE_SECONDS));
            return longest <= 0 ? "" : text(page, resolution, longest);
        };
    }

    private String text(BufferedImage page, int resolution, long nanos) {
        try {
            Process process =
                    new ProcessBuilder(words(resolution))
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            CompletableFuture.delayedExecutor(nanos, TimeUnit.NANOSECONDS)
                    .execute(process::destroyForcibly);
            try (OutputStream out = process.getOutputStream()) {
                out.write(png(page));
            }
            byte[] said = process.getInputStream().readNBytes(MOST_BYTES);
            return process.waitFor() == 0 ? new String(said, StandardCharsets.UTF_8) : "";
        } catch (IOException e) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    private List<String> words(int resolution) {
        List<String> words =
                new ArrayList<>(
                        List.of(command, "stdin", "stdout", "--dpi", Integer.toString(resolution)));
        if (!languages.isEmpty()) {
            words.addAll(List.of("-l", languages));
        }
        return words;
    }

    private static byte[] png(BufferedImage page) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(page, "png", bytes);
        return bytes.toByteArray();
    }
}
