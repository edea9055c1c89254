package parley.bench.target;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.stream.Stream;

/// What a process uses, with those it started: a launcher counts with its program.
public final class ProcessFigures {
    private static final String RESIDENT = "VmRSS:";
    private static final long BYTES_PER_KIB = 1024;

    private final ProcessHandle process;

    ProcessFigures(ProcessHandle process) {
        this.process = process;
    }

    /// The memory that is in RAM, in bytes; empty where the system does not tell.
    public OptionalLong residentBytes() {
        long bytes = all().mapToLong(ProcessFigures::residentBytes).sum();
        return bytes == 0 ? OptionalLong.empty() : OptionalLong.of(bytes);
    }

    /// The time spent on all processors so far.
    public Duration cpuTime() {
        return all().map(handle -> handle.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    private Stream<ProcessHandle> all() {
        return Stream.concat(Stream.of(process), process.descendants());
    }

    private static long residentBytes(ProcessHandle handle) {
        try {
            return residentBytes(Files.readString(Path.of("/proc/" + handle.pid() + "/status")));
        } catch (IOException e) {
            // Another system, or a process that has ended.
            return 0;
        }
    }

    /// @param status the text of `/proc/PID/status`, which gives sizes in kB of 1,024 bytes
    static long residentBytes(String status) {
        return status.lines()
                .filter(line -> line.startsWith(RESIDENT))
                .map(line -> line.substring(RESIDENT.length()).replace("kB", "").strip())
                .mapToLong(kibibytes -> Long.parseLong(kibibytes) * BYTES_PER_KIB)
                .findFirst()
                .orElse(0);
    }
}
