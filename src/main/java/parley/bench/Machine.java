package parley.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/// Where figures were made: without it they mean nothing.
///
/// @param cores how many processors this program may use
/// @param memoryBytes the memory of the machine
/// @param load how busy it was before the first benchmark: programs that wanted to run, on average
///   over a minute; negative where the system does not tell
/// @param fileSystem the kind of file system the servers' files are on
record Machine(
        String processor,
        int cores,
        long memoryBytes,
        String java,
        String system,
        String fileSystem,
        double load) {
    private static final double BYTES_PER_GIB = 1L << 30;
    private static final double BUSY_SHARE = 0.5;
    private static final Set<String> IN_MEMORY = Set.of("tmpfs", "ramfs");

    /// @param folder where the servers' files will be
    static Machine look(Path folder) {
        OperatingSystemMXBean system =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return new Machine(
                processorName(),
                Runtime.getRuntime().availableProcessors(),
                system.getTotalMemorySize(),
                System.getProperty("java.vendor.version", "") + " " + Runtime.version(),
                "%s %s %s"
                        .formatted(
                                System.getProperty("os.name"),
                                System.getProperty("os.version"),
                                System.getProperty("os.arch")),
                fileSystem(folder),
                system.getSystemLoadAverage());
    }

    String inWords() {
        return "%s, %d cores, %.1f GiB; %s; Java %s; files on %s; load %.2f"
                .formatted(
                        processor,
                        cores,
                        memoryBytes / BYTES_PER_GIB,
                        system,
                        java.strip(),
                        fileSystem,
                        load);
    }

    /// Whether other programs keep it so busy that figures say little.
    boolean isBusy() {
        return load > cores * BUSY_SHARE;
    }

    /// Whether forcing a file to disk costs nothing here, since there is no disk.
    boolean keepsFilesInMemory() {
        return IN_MEMORY.contains(fileSystem);
    }

    static boolean keepsFilesInMemory(Path folder) {
        return IN_MEMORY.contains(fileSystem(folder));
    }

    private static String fileSystem(Path folder) {
        try {
            return Files.getFileStore(folder).type();
        } catch (IOException e) {
            return "unknown";
        }
    }

    private static String processorName() {
        try (var lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown processor");
        } catch (IOException e) {
            // Only Linux tells it this way.
            return "unknown processor";
        }
    }
}
