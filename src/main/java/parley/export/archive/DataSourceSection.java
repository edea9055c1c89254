package parley.export.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import parley.analysis.DataSource;
import parley.analysis.DataSources;
import parley.analysis.SourceType;
import parley.error.AppException;
import parley.export.ArchiveInput;
import parley.export.ArchiveOutput;
import parley.export.ArchiveSection;
import parley.export.Fields;
import parley.export.ImportReport;
import parley.export.JsonElements;
import parley.export.OriginStore;
import parley.export.Origins;
import parley.export.SourceOrigins;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Data sources: files with all they hold, databases with their connection strings without
/// passwords. So a database has to be registered anew where the archive is imported.
public final class DataSourceSection implements ArchiveSection {
    private static final String ENTRY = "data-sources.jsonl";
    private static final String FOLDER = "data-sources/";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final DataSources sources;
    private final OriginStore origins;

    public DataSourceSection(DataSources sources, OriginStore origins) {
        this.sources = sources;
        this.origins = origins;
    }

    @Override
    public String kind() {
        return "data_sources";
    }

    @Override
    public void write(long accountId, ArchiveOutput archive)
            throws IOException, InterruptedException {
        List<DataSource> all = sources.list(accountId);
        for (DataSource source : all) {
            if (source.type() == SourceType.CSV) {
                archive.add(
                        nameOf(source),
                        out -> {
                            try (InputStream file = sources.file(source)) {
                                file.transferTo(out);
                            }
                        });
            }
        }
        archive.add(
                ENTRY,
                out -> {
                    for (DataSource source : all) {
                        Lines.write(out, describe(source));
                    }
                });
    }

    private static String nameOf(DataSource source) {
        return FOLDER + source.id() + ".csv";
    }

    private ObjectNode describe(DataSource source) {
        ObjectNode line =
                JSON.createObjectNode()
                        .put("origin", SourceOrigins.of(origins, source))
                        .put("name", source.name())
                        .put("type", source.type().wireName())
                        .put("created_at", source.createdAt().toString());
        if (source.type() == SourceType.CSV) {
            line.put("file", nameOf(source)).put("file_name", source.csvFileName().orElse(""));
        }
        sources.maskedConnection(source).ifPresent(text -> line.put("connection", text));
        return line;
    }

    @Override
    public void read(long accountId, ArchiveInput archive, ImportReport report)
            throws IOException, InterruptedException {
        report.begin(kind());
        try (JsonElements lines = archive.lines(ENTRY)) {
            for (var line = lines.next(); line.isPresent(); line = lines.next()) {
                Optional<JsonNode> node = line.get().node();
                if (node.isEmpty()) {
                    report.failed(kind(), "A data source's description is longer than is read.");
                } else {
                    take(accountId, node.get(), archive, report);
                }
            }
        }
    }

    private void take(long accountId, JsonNode node, ArchiveInput archive, ImportReport report)
            throws IOException, InterruptedException {
        String name = node.path("name").asString("");
        try {
            Fields fields = Fields.of(node, "");
            String origin = Origins.required(fields);
            if (SourceOrigins.find(origins, sources, accountId, origin).isPresent()) {
                report.skipped(kind());
                return;
            }
            if (!fields.text("type").equals(SourceType.CSV.wireName())) {
                report.skipped(kind());
                report.note(
                        "The data source \"%s\" is a database: register it here, its password is not in the archive."
                                .formatted(name));
                return;
            }
            upload(accountId, fields, origin, archive);
            report.added(kind());
        } catch (AppException e) {
            if (e.code().httpStatus() >= 500) {
                throw e;
            }
            report.failed(kind(), "The data source \"%s\": %s".formatted(name, e.sentence()));
        }
    }

    private void upload(long accountId, Fields fields, String origin, ArchiveInput archive)
            throws IOException, InterruptedException {
        Path copy = Files.createTempFile("parley-import-", ".csv");
        try (InputStream in = archive.open(fields.text("file"))) {
            long size = Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
            sources.arrive(
                    accountId,
                    fields.text("file_name"),
                    copy,
                    size,
                    id -> origins.put(accountId, SourceOrigins.KIND, origin, String.valueOf(id)));
        } finally {
            Files.deleteIfExists(copy);
        }
    }
}
