package parley.llm.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// How many cores the processor has: two threads on one core take turns, and gain nothing here.
final class ProcessorCores {
    private static final Path LINUX = Path.of("/proc/cpuinfo");

    private ProcessorCores() {}

    /// At most as many as this program may use.
    static int count() {
        int usable = Runtime.getRuntime().availableProcessors();
        return Math.clamp(physical(), 1, usable);
    }

    /// Linux names the core of every logical processor; elsewhere all of them count.
    private static long physical() {
        try (Stream<String> lines = Files.lines(LINUX)) {
            long cores =
                    lines.filter(line ->
                                    line.startsWith("physical id") || line.startsWith("core id"))
                            .map(line -> line.substring(line.indexOf(':') + 1).strip())
                            .gather(java.util.stream.Gatherers.windowFixed(2))
                            .distinct()
                            .count();
            return cores == 0 ? Integer.MAX_VALUE : cores;
        } catch (IOException | java.io.UncheckedIOException e) {
            return Integer.MAX_VALUE;
        }
    }
}
