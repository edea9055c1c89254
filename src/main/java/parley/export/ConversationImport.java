package parley.export;

import java.time.DateTimeException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import parley.analysis.DataSources;
import parley.conversation.AnswerPart;
import parley.conversation.ConversationService;
import parley.conversation.ConversationTransfer;
import parley.conversation.ConversationTransfer.Arrival;
import parley.conversation.WholeConversation;
import parley.conversation.WholeMessage;
import parley.error.AppException;
import parley.llm.Part;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Stores conversations that were read from files, each whole or not at all.
public final class ConversationImport {
    public static final String KIND = "conversations";

    private final ConversationService conversations;
    private final ConversationTransfer transfer;

    /// What the store calls conversations where it remembers whence they came.
    private static final String ORIGIN_KIND = "conversation";

    private final OriginStore origins;
    private final DataSources sources;
    private final PictureReferences pictures;

    public ConversationImport(
            ConversationService conversations,
            ConversationTransfer transfer,
            OriginStore origins,
            DataSources sources,
            PictureReferences pictures) {
        this.conversations = conversations;
        this.transfer = transfer;
        this.origins = origins;
        this.sources = sources;
        this.pictures = pictures;
    }

    /// Stores what is in one element of a file.
    ///
    /// @throws AppException (5xx) if the store cannot take it now; all else is in the report
    public void take(
            long accountId,
            ConversationFormat format,
            JsonNode element,
            BesideFiles files,
            ImportReport report) {
        List<ImportedConversation> found;
        try {
            found = format.read(element, files);
        } catch (AppException e) {
            report.failed(KIND, named(element.path("title").asString(""), e.sentence()));
            return;
        } catch (JacksonException
                | IllegalArgumentException
                | ArithmeticException
                | DateTimeException e) {
            report.failed(KIND, named(element.path("title").asString(""), "It is damaged."));
            return;
        }
        found.forEach(conversation -> store(accountId, conversation, report));
    }

    private void store(long accountId, ImportedConversation imported, ImportReport report) {
        String title = imported.conversation().title();
        try {
            if (isFromHere(accountId, imported.origin())) {
                report.skipped(KIND);
                return;
            }
            switch (transfer.insert(accountId, adapted(accountId, imported), imported.origin())) {
                case Arrival.Known _ -> report.skipped(KIND);
                case Arrival.New _ -> {
                    report.added(KIND);
                    imported.notes().forEach(note -> report.note(named(title, note)));
                }
            }
        } catch (AppException e) {
            if (e.code().httpStatus() >= 500) {
                throw e;
            }
            report.failed(KIND, named(title, e.sentence()));
        }
    }

    /// The conversation of this account that comes from there, under the id it has here.
    public OptionalLong find(long accountId, String origin) {
        Optional<Long> own =
                Origins.own(origin).filter(_ -> isFromHere(accountId, origin)).map(Origins.Own::id);
        return own.or(() -> origins.find(accountId, ORIGIN_KIND, origin).map(Long::valueOf))
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty());
    }

    /// Whether the account has it as its own.
    private boolean isFromHere(long accountId, String origin) {
        return Origins.own(origin)
                .flatMap(own ->
                        conversations
                                .find(accountId, own.id())
                                .filter(found -> found.createdAt().equals(own.createdAt())))
                .isPresent();
    }

    /// With the ids that sources and pictures have here.
    private WholeConversation adapted(long accountId, ImportedConversation imported) {
        WholeConversation whole = imported.conversation();
        return new WholeConversation(
                whole.title(),
                whole.model(),
                whole.endUser(),
                whole.alias(),
                source(accountId, imported.source()),
                whole.createdAt(),
                whole.updatedAt(),
                whole.messages().stream().map(message -> adapted(accountId, message)).toList());
    }

    private OptionalLong source(long accountId, Optional<SourceReference> reference) {
        return reference
                .flatMap(wanted -> SourceOrigins.find(origins, sources, accountId, wanted.origin()))
                .map(source -> OptionalLong.of(source.id()))
                .orElse(OptionalLong.empty());
    }

    private WholeMessage adapted(long accountId, WholeMessage message) {
        return new WholeMessage(
                message.id(),
                message.sequence(),
                message.role(),
                pictures.withIdsOfHere(accountId, message.content()),
                message.contentType(),
                pictures.withIdsOfHere(accountId, message.attributes()),
                message.status(),
                message.createdAt(),
                message.parts().stream().map(part -> adapted(accountId, part)).toList(),
                message.answeredBy(),
                message.turn());
    }

    private AnswerPart adapted(long accountId, AnswerPart part) {
        return switch (part) {
            case AnswerPart.Whole(Part.Text(String text)) ->
                    new AnswerPart.Whole(new Part.Text(pictures.withIdsOfHere(accountId, text)));
            case AnswerPart.Whole _, AnswerPart.Lost _ -> part;
        };
    }

    private static String named(String title, String sentence) {
        String shown = title.length() > 80 ? title.substring(0, 80) + "…" : title;
        return shown.isBlank() ? sentence : "\"%s\": %s".formatted(shown, sentence);
    }
}
