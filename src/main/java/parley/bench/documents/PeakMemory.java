package parley.bench.documents;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The most memory that a process has held in RAM so far.
public final class PeakMemory {
    private static final String PEAK = "VmHWM:";
    private static final long BYTES_PER_KIB = 1024;

    private PeakMemory() {}

    /// 0 where the system does not tell, or the process has ended.
    public static long bytes(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc/" + process.pid() + "/status"))
                    .lines()
                    .filter(line -> line.startsWith(PEAK))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * BYTES_PER_KIB)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }
}
