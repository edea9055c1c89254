package parley.analysis.chart;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.analysis.chart.ChartStyle.Format;
import parley.error.AppException;
import parley.error.ErrorCode;

/// The pictures of charts, in a folder. A name tells what it is and when it was drawn (UTC), and
/// ends so that nobody can guess it. No picture is ever overwritten, and none is there half.
public final class ChartFiles implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ChartFiles.class);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd_HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final Pattern NAME =
            Pattern.compile("xmr_(?:chart|summary)_\\d{8}_\\d{6}_[0-9a-z]{10}\\.(png|jpg|svg)");

    /// What a picture is called until all of it is there.
    private static final String UNFINISHED = ".part";

    private static final String SIGNS = "0123456789abcdefghijklmnopqrstuvwxyz";
    private static final int RANDOM_SIGNS = 10;
    private static final Duration SETTLED = Duration.ofMinutes(1);
    private static final long HOURS_BETWEEN_CLEANUPS = 6;

    private final ChartSettings settings;
    private final Path folder;
    private final InstantSource clock;
    private final RandomGenerator random = new SecureRandom();
    private @Nullable ScheduledExecutorService housekeeping;

    /// Which of the two pictures of a chart.
    public enum Kind {
        MAIN("xmr_chart_"),
        SUMMARY("xmr_summary_");

        private final String prefix;

        Kind(String prefix) {
            this.prefix = prefix;
        }
    }

    /// @param home what the folder is relative to
    public ChartFiles(ChartSettings settings, Path home, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
        folder = home.resolve(settings.directory()).normalize();
    }

    /// Keeps a picture.
    ///
    /// @throws AppException (507) the disk is full; (503) the folder cannot be written
    public ChartFile write(Kind kind, Format format, byte[] picture) {
        try {
            Files.createDirectories(folder);
            Path file = folder.resolve(newName(kind, format));
            Path unfinished = file.resolveSibling(file.getFileName() + UNFINISHED);
            try {
                Files.write(unfinished, picture, StandardOpenOption.CREATE_NEW);
                move(unfinished, file);
            } finally {
                Files.deleteIfExists(unfinished);
            }
            return describe(file.getFileName().toString(), format);
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private static void move(Path unfinished, Path file) throws IOException {
        try {
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(unfinished, file);
        }
    }

    private String newName(Kind kind, Format format) {
        StringBuilder name = new StringBuilder(kind.prefix);
        name.append(TIME.format(clock.instant())).append('_');
        for (int i = 0; i < RANDOM_SIGNS; i++) {
            name.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
        }
        return name.append('.').append(format.extension()).toString();
    }

    private static AppException failure(IOException e) {
        String reason = e instanceof FileSystemException known ? known.getReason() : e.getMessage();
        String words = reason == null ? "" : reason.toLowerCase(Locale.ROOT);
        boolean isFull = words.contains("no space") || words.contains("quota");
        return isFull
                ? new AppException(
                        ErrorCode.STORAGE_FULL,
                        "The chart was drawn and not kept: the disk of the folder chart.output.directory"
                                + " is full.",
                        e)
                : new AppException(
                        ErrorCode.UNAVAILABLE,
                        "The chart was drawn and not kept: the folder chart.output.directory cannot"
                                + " be written.",
                        e);
    }

    /// What is known of a picture by its name; empty if no picture is ever called that.
    public Optional<ChartFile> describe(String name) {
        Matcher matcher = NAME.matcher(name);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return Arrays.stream(Format.values())
                .filter(format -> format.extension().equals(matcher.group(1)))
                .map(format -> describe(name, format))
                .findFirst();
    }

    private ChartFile describe(String name, Format format) {
        return new ChartFile(
                name,
                settings.directory() + "/" + name,
                settings.baseUrl() + "/" + name,
                format.mediaType());
    }

    /// The bytes of a picture; empty if there is none of that name, or no longer. The name may be
    /// anything: only those that this class gives are ever looked for.
    ///
    /// @throws AppException (503) the folder cannot be read
    public Optional<byte[]> read(String name) {
        if (!NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        try (InputStream in =
                Files.newInputStream(folder.resolve(name), LinkOption.NOFOLLOW_LINKS)) {
            return Optional.of(in.readAllBytes());
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new AppException(
                    ErrorCode.UNAVAILABLE,
                    "The chart %s cannot be read at the moment; try again later.".formatted(name),
                    e);
        }
    }

    /// Deletes the pictures that are older than the settings allow, and what was left unfinished.
    ///
    /// @return how many
    public int removeOld() {
        Instant oldest = clock.instant().minus(settings.maxAge());
        int removed = 0;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "xmr_*")) {
            for (Path file : files) {
                if (isOurs(file) && isOlder(file, oldest) && Files.deleteIfExists(file)) {
                    removed++;
                }
            }
        } catch (NoSuchFileException e) {
            return removed;
        } catch (IOException e) {
            LOG.warn("Old charts could not be deleted.", e);
        }
        return removed;
    }

    /// The names of the pictures that are kept, without those of the last minute: they may not yet
    /// be known as anybody's.
    ///
    /// @throws AppException (503) the folder cannot be read
    public List<String> kept() {
        Instant settled = clock.instant().minus(SETTLED);
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "xmr_*")) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                if (NAME.matcher(name).matches() && isOlder(file, settled)) {
                    names.add(name);
                }
            }
        } catch (NoSuchFileException e) {
            return names;
        } catch (IOException | DirectoryIteratorException e) {
            throw new AppException(
                    ErrorCode.UNAVAILABLE, "The folder chart.output.directory cannot be read.", e);
        }
        return names;
    }

    /// Deletes a picture, if it is there.
    public void delete(String name) {
        try {
            Files.deleteIfExists(folder.resolve(name));
        } catch (IOException e) {
            LOG.warn("A chart could not be deleted.", e);
        }
    }

    private static boolean isOurs(Path file) {
        String name = file.getFileName().toString();
        String finished =
                name.endsWith(UNFINISHED)
                        ? name.substring(0, name.length() - UNFINISHED.length())
                        : name;
        return NAME.matcher(finished).matches();
    }

    private static boolean isOlder(Path file, Instant oldest) throws IOException {
        try {
            return Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS)
                    .toInstant()
                    .isBefore(oldest);
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    /// Begins to delete old pictures, now and every few hours, if the settings say so.
    public synchronized void startHousekeeping() {
        if (!settings.cleanup() || housekeeping != null) {
            return;
        }
        housekeeping =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().name("chart-housekeeping").factory());
        var ignored =
                housekeeping.scheduleWithFixedDelay(
                        this::removeOld, 0, HOURS_BETWEEN_CLEANUPS, TimeUnit.HOURS);
    }

    @Override
    public synchronized void close() {
        if (housekeeping != null) {
            housekeeping.shutdownNow();
        }
    }
}
