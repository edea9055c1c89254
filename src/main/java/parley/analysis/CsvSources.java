package parley.analysis;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.analysis.csv.ColumnProfile;
import parley.analysis.csv.CsvImport;
import parley.analysis.csv.CsvProfile;
import parley.analysis.csv.CsvSettings;
import parley.analysis.csv.DuckDbDatabase;
import parley.analysis.sql.Database;
import parley.error.AppException;
import parley.error.ErrorCode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Uploaded files as data sources. The file itself is kept in the store, compressed, so that it is
/// in backups and on every server; the tables made of it are files beside, and are made again where
/// they are missing.
public final class CsvSources {
    private static final Logger LOG = LoggerFactory.getLogger(CsvSources.class);
    private static final int CHUNK = 1 << 20;

    /// The member of a kept profile that is for this class alone.
    static final String WHOLE = "read";

    private static final Pattern TABLES = Pattern.compile("source-([1-9][0-9]{0,15})\\.duckdb");

    private static final Duration GIVEN_UP = Duration.ofHours(1);

    private final DataSourceStore store;
    private final CsvImport csv;
    private final CsvSettings settings;
    private final Path folder;
    private final InstantSource clock;

    /// @param folder where the tables are
    public CsvSources(
            DataSourceStore store, CsvSettings settings, Path folder, InstantSource clock) {
        this.store = store;
        this.settings = settings;
        this.csv = new CsvImport(settings);
        this.folder = folder;
        this.clock = clock;
    }

    /// Deletes what an earlier run left half done.
    public void start() {
        store.dropUnready(clock.instant().minus(GIVEN_UP));
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, "making-*")) {
            for (Path file : left) {
                Files.deleteIfExists(file);
            }
        } catch (NoSuchFileException e) {
            LOG.debug("There are no tables yet.");
        } catch (IOException e) {
            LOG.warn("What an earlier run left of uploads could not be deleted.", e);
        }
    }

    /// Makes a source of a file. It is durable when this returns.
    ///
    /// @param beforeSeen told the id before anybody can see it
    DataSource take(long accountId, String fileName, Path file, long size, LongConsumer beforeSeen)
            throws InterruptedException {
        Path tables = newFile();
        try {
            CsvProfile profile = csv.load(file, fileName, tables);
            long id =
                    store.begin(
                            new NewDataSource(
                                    accountId,
                                    "CSV: " + fileName,
                                    SourceType.CSV,
                                    Optional.empty(),
                                    Optional.of(fileName),
                                    Optional.of(CsvImport.TABLE),
                                    OptionalLong.of(size),
                                    Optional.of(json(profile).toString()),
                                    Optional.empty()),
                            clock.instant());
            keep(id, file);
            Files.move(tables, tablesOf(id), StandardCopyOption.REPLACE_EXISTING);
            beforeSeen.accept(id);
            return store.ready(accountId, id);
        } catch (IOException e) {
            throw full(e);
        } finally {
            delete(tables);
        }
    }

    private void keep(long id, Path file) throws IOException {
        int number = 0;
        ByteArrayOutputStream packed = new ByteArrayOutputStream(CHUNK + CHUNK / 8);
        try (InputStream in = Files.newInputStream(file);
                OutputStream zipped = new GZIPOutputStream(packed, 1 << 16, true)) {
            byte[] piece = new byte[1 << 16];
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                zipped.write(piece, 0, read);
                if (packed.size() >= CHUNK) {
                    store.addChunk(id, number++, packed.toByteArray());
                    packed.reset();
                }
            }
        }
        store.addChunk(id, number, packed.toByteArray());
    }

    /// @throws AppException (503) the disk is full, or the file is not in the store
    Database open(DataSource source) throws InterruptedException {
        Path tables = tablesOf(source.id());
        synchronized (this) {
            if (!Files.isRegularFile(tables)) {
                makeAgain(source, tables);
            }
        }
        return new DuckDbDatabase(tables, profile(source), settings);
    }

    private void makeAgain(DataSource source, Path tables) throws InterruptedException {
        Path unpacked = newFile();
        Path made = newFile();
        try (InputStream in = stored(source.id())) {
            Files.copy(in, unpacked, StandardCopyOption.REPLACE_EXISTING);
            csv.load(unpacked, source.csvFileName().orElse(""), made);
            Files.move(made, tables, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw full(e);
        } finally {
            delete(unpacked);
            delete(made);
        }
    }

    /// The file as it was uploaded.
    InputStream stored(long id) throws IOException {
        List<InputStream> chunks = new ArrayList<>();
        for (int number = 0; ; number++) {
            Optional<byte[]> chunk = store.chunk(id, number);
            if (chunk.isEmpty()) {
                break;
            }
            chunks.add(new ByteArrayInputStream(chunk.get()));
        }
        return new GZIPInputStream(
                new BufferedInputStream(new SequenceInputStream(Collections.enumeration(chunks))));
    }

    void delete(long sourceId) {
        delete(tablesOf(sourceId));
    }

    /// The sources that have tables here, also those that are no longer there.
    ///
    /// @throws AppException (503) the folder cannot be read
    List<Long> kept() {
        List<Long> ids = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return ids;
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                Matcher tables = TABLES.matcher(entry.getFileName().toString());
                if (tables.matches()) {
                    ids.add(Long.parseLong(tables.group(1)));
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            throw new AppException(
                    ErrorCode.UNAVAILABLE, "The folder of tables cannot be read.", e);
        }
        return ids;
    }

    private Path tablesOf(long id) {
        return folder.resolve("source-" + id + ".duckdb");
    }

    private Path newFile() {
        try {
            Files.createDirectories(folder);
            Path file = Files.createTempFile(folder, "making-", ".duckdb");
            // The engine makes a database only where nothing is.
            Files.delete(file);
            return file;
        } catch (IOException e) {
            throw full(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("A file of tables could not be deleted.", e);
        }
    }

    private static AppException full(IOException e) {
        return new AppException(
                ErrorCode.STORAGE_FULL,
                "The file could not be kept. Is there room on the disk?",
                e);
    }

    private static CsvProfile profile(DataSource source) {
        return JsonMapper.shared()
                .treeToValue(
                        JsonMapper.shared().readTree(source.profile().orElseThrow()).path(WHOLE),
                        CsvProfile.class);
    }

    /// For people; and once more, whole.
    private static ObjectNode json(CsvProfile profile) {
        ObjectNode json = JsonMapper.shared().createObjectNode();
        json.set(WHOLE, JsonMapper.shared().valueToTree(profile));
        json.put("encoding", profile.encoding());
        json.put("delimiter", String.valueOf(profile.delimiter()));
        json.put("rows", profile.rows());
        ArrayNode columns = json.putArray("columns");
        profile.columns().forEach(column -> columns.add(json(column)));
        ArrayNode repairs = json.putArray("repairs");
        profile.repairs().forEach(repairs::add);
        return json;
    }

    private static ObjectNode json(ColumnProfile column) {
        ObjectNode json = JsonMapper.shared().createObjectNode();
        json.put("name", column.column().name());
        json.put("header", column.header());
        json.put("type", ChartOptions.wireName(column.column().type()));
        json.put("form", column.form().orElse(null));
        json.put("missing", column.missing());
        json.put("unparsed", column.unparsed());
        ArrayNode examples = json.putArray("examples");
        column.examples().forEach(examples::add);
        return json;
    }
}
