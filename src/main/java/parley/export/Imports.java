package parley.export;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import parley.error.AppException;
import parley.error.ErrorCode;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;

/// Brings files into accounts: archives and conversations of this program, and the exports of
/// others. What a file is shows in its content. A file is read to its end before anything of it is
/// imported, so that of one that is damaged nothing is. Safe for use by many threads.
public final class Imports {
    /// Each holds a conversation in memory.
    private static final int AT_ONCE = 2;

    private static final Duration SOON = Duration.ofSeconds(10);

    /// How ChatGPT calls its conversations; of a large export there are several such files.
    private static final Pattern CONVERSATIONS =
            Pattern.compile("(?:.*/)?conversations(?:-[0-9]+)?\\.json");

    private final ConversationImport conversations;
    private final List<ConversationFormat> formats;
    private final List<ArchiveSection> sections;
    private final ImportSettings settings;
    private final Semaphore places = new Semaphore(AT_ONCE);
    private final Set<Long> importing = ConcurrentHashMap.newKeySet();

    /// @param formats asked in this order whether a conversation is one of theirs
    /// @param sections in the order in which they are read
    public Imports(
            ConversationImport conversations,
            List<ConversationFormat> formats,
            List<ArchiveSection> sections,
            ImportSettings settings) {
        this.conversations = conversations;
        this.formats = List.copyOf(formats);
        this.sections = List.copyOf(sections);
        this.settings = settings;
    }

    /// Imports a file into an account. Importing it again adds nothing.
    ///
    /// @throws AppException (4xx) if the file is damaged, too large, too new, or of no known form:
    ///   then nothing was imported; (409) if an import of this account is under way; (503) if there
    ///   are too many; (503, 507) if the store cannot take it: then what came so far is there, and
    ///   importing again goes on
    public ImportReport run(long accountId, Path file) throws InterruptedException {
        if (!importing.add(accountId)) {
            throw new AppException(
                            ErrorCode.CONFLICT,
                            "An import into this account is under way. Try again when it is done.")
                    .retryAfter(SOON);
        }
        try {
            return alone(accountId, file);
        } finally {
            importing.remove(accountId);
        }
    }

    private ImportReport alone(long accountId, Path file) throws InterruptedException {
        if (!places.tryAcquire()) {
            throw new AppException(
                            ErrorCode.UNAVAILABLE,
                            "%d imports are under way. Try again in a while.".formatted(AT_ONCE))
                    .retryAfter(SOON);
        }
        try {
            return FileKind.of(file) == FileKind.ZIP
                    ? packed(accountId, file)
                    : json(accountId, List.of(() -> Files.newInputStream(file)), BesideFiles.NONE);
        } catch (IOException e) {
            throw new AppException(
                    ErrorCode.UNAVAILABLE, "The file cannot be read just now. Try again.", e);
        } finally {
            places.release();
        }
    }

    /// What a file begins as.
    private enum FileKind {
        ZIP,
        JSON;

        private static final int LOOKED_AT = 4096;

        static FileKind of(Path file) throws IOException {
            try (InputStream in = Files.newInputStream(file)) {
                byte[] head = in.readNBytes(LOOKED_AT);
                if (head.length >= 2 && head[0] == 'P' && head[1] == 'K') {
                    return ZIP;
                }
                String text = new String(head, StandardCharsets.UTF_8).strip();
                String bare = text.startsWith("\ufeff") ? text.substring(1).strip() : text;
                if (bare.startsWith("{") || bare.startsWith("[")) {
                    return JSON;
                }
            }
            throw new AppException(
                    ErrorCode.UNSUPPORTED_MEDIA_TYPE,
                    "The file is neither JSON nor ZIP. What can be imported: an archive or a"
                            + " conversation exported here, ChatGPT's export, Open WebUI's chats.");
        }
    }

    private ImportReport packed(long accountId, Path file)
            throws IOException, InterruptedException {
        try (PackedFiles files = PackedFiles.open(file, settings.unpackedBytes())) {
            if (ArchiveInput.isArchive(files)) {
                return archive(accountId, files);
            }
            List<String> known = files.names().stream().filter(Imports::isConversations).toList();
            List<String> chosen =
                    known.isEmpty()
                            ? files.names().stream().filter(name -> name.endsWith(".json")).toList()
                            : known;
            List<Opener> openers =
                    chosen.stream().<Opener>map(name -> () -> files.open(name)).toList();
            return json(accountId, openers, files);
        }
    }

    private static boolean isConversations(String name) {
        return CONVERSATIONS.matcher(name).matches();
    }

    private ImportReport archive(long accountId, PackedFiles files)
            throws IOException, InterruptedException {
        ArchiveInput archive = ArchiveInput.verified(files, settings.conversationBytes());
        ImportReport report = new ImportReport("parley_archive");
        for (ArchiveSection section : sections) {
            try {
                section.read(accountId, archive, report);
            } catch (JacksonException e) {
                report.note(
                        "The %s of the archive are not all readable.".formatted(section.kind()));
            }
        }
        return report;
    }

    @FunctionalInterface
    private interface Opener {
        InputStream open() throws IOException;
    }

    private ImportReport json(long accountId, List<Opener> files, BesideFiles beside)
            throws IOException {
        for (Opener file : files) {
            check(file);
        }
        Optional<ImportReport> report = Optional.empty();
        for (Opener file : files) {
            report = json(accountId, file, beside, report);
        }
        return report.orElseThrow(() ->
                new AppException(
                        ErrorCode.UNPROCESSABLE,
                        "The file holds no conversations in a form that is known here: Parley's,"
                                + " ChatGPT's, Open WebUI's."));
    }

    private void check(Opener file) throws IOException {
        try (InputStream in = buffered(file)) {
            JsonElements.check(in, settings.conversationBytes());
            requireKnown(file);
        } catch (JacksonException e) {
            @Nullable TokenStreamLocation place = e.getLocation();
            throw new AppException(
                    ErrorCode.UNPROCESSABLE,
                    "The file is not whole JSON: it breaks off or goes wrong%s. Nothing was imported."
                            .formatted(
                                    place == null
                                            ? ""
                                            : " in line %d, column %d"
                                                    .formatted(
                                                            place.getLineNr(),
                                                            place.getColumnNr())),
                    e);
        }
    }

    private void requireKnown(Opener file) throws IOException {
        try (JsonElements elements =
                new JsonElements(buffered(file), settings.conversationBytes())) {
            for (var next = elements.next(); next.isPresent(); next = elements.next()) {
                next.get()
                        .node()
                        .ifPresent(node ->
                                format(node).ifPresent(format -> format.requireKnown(node)));
            }
        }
    }

    private Optional<ImportReport> json(
            long accountId, Opener file, BesideFiles beside, Optional<ImportReport> before)
            throws IOException {
        Optional<ImportReport> report = before;
        long unknown = 0;
        try (JsonElements elements =
                new JsonElements(buffered(file), settings.conversationBytes())) {
            for (var next = elements.next(); next.isPresent(); next = elements.next()) {
                Optional<JsonNode> node = next.get().node();
                Optional<ConversationFormat> format = node.flatMap(this::format);
                if (format.isEmpty()) {
                    unknown++;
                    continue;
                }
                ImportReport present = report.orElseGet(() -> begun(format.get().name()));
                report = Optional.of(present);
                conversations.take(accountId, format.get(), node.orElseThrow(), beside, present);
            }
        }
        for (long i = 0; i < unknown && report.isPresent(); i++) {
            report.get()
                    .failed(
                            ConversationImport.KIND,
                            "A part of the file is no conversation, or a longer one than is read.");
        }
        return report;
    }

    private static ImportReport begun(String format) {
        ImportReport report = new ImportReport(format);
        report.begin(ConversationImport.KIND);
        return report;
    }

    private Optional<ConversationFormat> format(JsonNode conversation) {
        return formats.stream().filter(format -> format.recognises(conversation)).findFirst();
    }

    private static InputStream buffered(Opener file) throws IOException {
        return new BufferedInputStream(file.open(), 1 << 16);
    }
}
