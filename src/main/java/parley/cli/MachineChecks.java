package parley.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What the machine gives: Java, the start-up cache, open files, the clock.
final class MachineChecks {
    /// Each stream needs one, and 10,000 of them are served.
    private static final long ENOUGH_OPEN_FILES = 16_384;

    private static final Path LIMITS = Path.of("/proc/self/limits");
    private static final Path MAPPINGS = Path.of("/proc/self/maps");

    private final Home home;

    MachineChecks(Home home) {
        this.home = home;
    }

    List<Check> all() {
        return Stream.of(
                        Optional.of(Check.good("java", Version.java())),
                        cache(),
                        openFiles(),
                        Optional.of(clock(Instant.now())))
                .flatMap(Optional::stream)
                .toList();
    }

    /// The cache is in use if the JVM has mapped it; whether it was asked to proves nothing.
    private static Optional<Check> cache() {
        return lines(MAPPINGS).map(MachineChecks::cache);
    }

    private static Check cache(List<String> mappings) {
        return mappings.stream().anyMatch(line -> line.endsWith(".aot"))
                ? Check.good("start-up", "the start-up cache is in use")
                : Check.warning(
                        "start-up",
                        "the start-up cache is not in use, so each start takes longer",
                        "Start through the launcher ./parley, which makes it.");
    }

    private static Optional<Check> openFiles() {
        return lines(LIMITS)
                .flatMap(lines ->
                        lines.stream()
                                .filter(line -> line.startsWith("Max open files"))
                                .findFirst())
                .map(MachineChecks::openFiles);
    }

    /// @param line such as `Max open files 1024 1048576 files`
    static Check openFiles(String line) {
        String[] words = line.strip().split("\\s+", -1);
        String finding = "%s may be open at once (hard limit %s)".formatted(words[3], words[4]);
        boolean enough =
                words[3].equals("unlimited") || Long.parseLong(words[3]) >= ENOUGH_OPEN_FILES;
        return enough
                ? Check.good("open files", finding)
                : Check.warning(
                        "open files",
                        finding + ", one for each connection",
                        "Raise it: ulimit -n 65536, or LimitNOFILE=65536 in the service unit.");
    }

    /// A clock that was set back shows in files from the future.
    Check clock(Instant now) {
        Instant newest = newestFile().orElse(now);
        String reading = now.truncatedTo(ChronoUnit.SECONDS).toString();
        return newest.isAfter(now.plus(1, ChronoUnit.MINUTES))
                ? Check.warning(
                        "clock",
                        String.format(
                                Locale.ROOT,
                                "reads %s, and the home has a file from %s",
                                reading,
                                newest.truncatedTo(ChronoUnit.SECONDS)),
                        "Set the clock, and keep it right with NTP.")
                : Check.good("clock", "reads " + reading);
    }

    private Optional<Instant> newestFile() {
        try (var files = Files.list(home.folder())) {
            return files.map(file -> Instant.ofEpochMilli(file.toFile().lastModified()))
                    .max(Instant::compareTo);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /// A system without such a file has nothing to say about it.
    private static Optional<List<String>> lines(Path file) {
        try {
            return Optional.of(Files.readAllLines(file));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
