package parley.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The home folder and the disk under it.
final class HomeChecks {
    private static final long GIBIBYTE = 1L << 30;
    private static final long HARDLY_ANYTHING = 50L << 20;
    private static final Set<PosixFilePermission> OTHERS =
            Set.of(
                    PosixFilePermission.GROUP_READ,
                    PosixFilePermission.GROUP_EXECUTE,
                    PosixFilePermission.OTHERS_READ,
                    PosixFilePermission.OTHERS_EXECUTE);

    private final Path folder;

    HomeChecks(Home home) {
        this.folder = home.folder();
    }

    List<Check> all() {
        return List.of(home(), disk());
    }

    private Check home() {
        if (Files.isDirectory(folder)) {
            return Files.isWritable(folder) ? permissions() : notWritable(folder);
        }
        if (Files.exists(folder)) {
            return Check.bad("home", folder + " is a file", "Choose a folder with --home.");
        }
        Path above = nearestExisting();
        return Files.isWritable(above)
                ? Check.good("home", folder + " is not there yet; \"parley serve\" makes it")
                : notWritable(above);
    }

    private static Check notWritable(Path path) {
        return Check.bad(
                "home",
                path + " is not writable for you",
                "Choose another folder with --home, or change its owner.");
    }

    private Check permissions() {
        try {
            boolean open =
                    Files.getPosixFilePermissions(folder).stream().anyMatch(OTHERS::contains);
            return open
                    ? Check.warning(
                            "home",
                            folder + " can be read by other users",
                            "chmod 700 '%s'".formatted(folder))
                    : Check.good("home", folder.toString());
        } catch (IOException | UnsupportedOperationException e) {
            return Check.good("home", folder.toString());
        }
    }

    private Check disk() {
        try {
            return disk(Files.getFileStore(nearestExisting()).getUsableSpace());
        } catch (IOException e) {
            return Check.warning("disk", "its free space is unknown", "Look with: df -h");
        }
    }

    static Check disk(long free) {
        String finding =
                String.format(
                        Locale.ROOT, "%.1f GiB free under the home", (double) free / GIBIBYTE);
        if (free < HARDLY_ANYTHING) {
            return Check.bad("disk", finding, "Free some space before starting a server.");
        }
        return free < GIBIBYTE
                ? Check.warning("disk", finding, "Free some space; 1 GiB is little.")
                : Check.good("disk", finding);
    }

    private Path nearestExisting() {
        Path path = folder;
        while (!Files.exists(path) && path.getParent() != null) {
            path = path.getParent();
        }
        return path;
    }
}
