package parley.export.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import parley.error.AppException;
import parley.export.ArchiveInput;
import parley.export.ArchiveOutput;
import parley.export.ArchiveSection;
import parley.export.Fields;
import parley.export.ImportReport;
import parley.export.JsonElements;
import parley.export.Origins;
import parley.prompt.Prompt;
import parley.prompt.PromptLibrary;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The account's own prompts.
public final class PromptSection implements ArchiveSection {
    private static final String ENTRY = "prompts.jsonl";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final PromptLibrary prompts;

    public PromptSection(PromptLibrary prompts) {
        this.prompts = prompts;
    }

    @Override
    public String kind() {
        return "prompts";
    }

    @Override
    public void write(long accountId, ArchiveOutput archive)
            throws IOException, InterruptedException {
        archive.add(
                ENTRY,
                out -> prompts.forEach(accountId, (prompt, origin) -> line(prompt, origin, out)));
    }

    private static void line(Prompt prompt, Optional<String> origin, OutputStream out) {
        try {
            Lines.write(
                    out,
                    JSON.createObjectNode()
                            .put("origin", origin.orElseGet(() -> own(prompt)))
                            .put("title", prompt.title())
                            .put("content", prompt.content())
                            .put("scenario", prompt.scenario())
                            .put("description", prompt.description())
                            .put("metadata", prompt.metadata())
                            .put("usage_count", prompt.usageCount())
                            .put("created_at", prompt.createdAt().toString())
                            .put("updated_at", prompt.updatedAt().toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String own(Prompt prompt) {
        return new Origins.Own(prompt.id(), prompt.createdAt()).name();
    }

    @Override
    public void read(long accountId, ArchiveInput archive, ImportReport report) {
        report.begin(kind());
        try (JsonElements lines = archive.lines(ENTRY)) {
            for (var line = lines.next(); line.isPresent(); line = lines.next()) {
                line.get()
                        .node()
                        .ifPresentOrElse(
                                node -> take(accountId, node, report),
                                () -> report.failed(kind(), "A prompt is longer than is read."));
            }
        }
    }

    private void take(long accountId, JsonNode node, ImportReport report) {
        try {
            Fields fields = Fields.of(node, "");
            String origin = Origins.required(fields);
            if (!isFromHere(accountId, origin)
                    && prompts.arrive(accountId, prompt(fields), origin)) {
                report.added(kind());
            } else {
                report.skipped(kind());
            }
        } catch (AppException e) {
            if (e.code().httpStatus() >= 500) {
                throw e;
            }
            report.failed(
                    kind(),
                    "The prompt \"%s\": %s"
                            .formatted(node.path("title").asString(""), e.sentence()));
        }
    }

    private boolean isFromHere(long accountId, String origin) {
        return Origins.own(origin)
                .flatMap(own ->
                        prompts.findOwn(accountId, own.id())
                                .filter(found -> found.createdAt().equals(own.createdAt())))
                .isPresent();
    }

    private static Prompt prompt(Fields fields) {
        String metadata = fields.text("metadata");
        if (!Lines.isObject(metadata)) {
            throw Fields.damaged("metadata", "a JSON object");
        }
        return new Prompt(
                0,
                fields.text("title"),
                fields.text("content"),
                fields.text("scenario"),
                fields.text("description"),
                metadata,
                false,
                fields.number("usage_count", 0),
                fields.instant("created_at"),
                fields.instant("updated_at"));
    }
}
