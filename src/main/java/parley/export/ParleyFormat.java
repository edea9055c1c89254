package parley.export;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import parley.conversation.AnswerPart;
import parley.conversation.ContentType;
import parley.conversation.Message;
import parley.conversation.MessageParts;
import parley.conversation.MessageStatus;
import parley.conversation.Receipt;
import parley.conversation.Turn;
import parley.conversation.TurnWish;
import parley.conversation.WholeConversation;
import parley.conversation.WholeMessage;
import parley.conversation.WholeTurn;
import parley.conversation.WishText;
import parley.error.AppException;
import parley.error.ErrorCode;
import parley.llm.Role;
import parley.llm.Usage;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/// The own form of conversations, which [ConversationWriter] writes.
public final class ParleyFormat implements ConversationFormat {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final ObjectReader RECEIPTS =
            JSON.readerFor(Receipt.class)
                    .with(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES);
    private static final int LONGEST_TITLE = 1000;
    private static final int LONGEST_NAME = 500;

    @Override
    public String name() {
        return "parley";
    }

    @Override
    public boolean recognises(JsonNode conversation) {
        return conversation.path("format").asString("").equals(ConversationWriter.FORMAT);
    }

    @Override
    public void requireKnown(JsonNode conversation) {
        long version = Fields.of(conversation, "").number("version", 1);
        if (version > ConversationWriter.VERSION) {
            throw tooNew(version, ConversationWriter.VERSION);
        }
    }

    @Override
    public List<ImportedConversation> read(JsonNode conversation, BesideFiles files) {
        requireKnown(conversation);
        Fields fields = Fields.of(conversation, "");
        List<String> notes = new ArrayList<>();
        String origin = Origins.required(fields);
        WholeConversation whole =
                new WholeConversation(
                        atMost(fields.text("title"), "title", LONGEST_TITLE),
                        fields.optionalText("model"),
                        fields.optionalText("end_user")
                                .map(text -> atMost(text, "end_user", LONGEST_NAME)),
                        fields.optionalText("alias"),
                        OptionalLong.empty(),
                        fields.instant("created_at"),
                        fields.instant("updated_at"),
                        messages(conversation.path("messages"), notes));
        Optional<SourceReference> source =
                fields.optionalObject("data_source")
                        .map(each ->
                                new SourceReference(
                                        each.text("origin"), each.text("name"), each.text("type")));
        return List.of(new ImportedConversation(origin, whole, source, notes));
    }

    /// The failure that says a file is newer than this program.
    public static AppException tooNew(long version, int known) {
        return new AppException(
                ErrorCode.UNPROCESSABLE,
                ("The file is of version %d, and this server reads up to version %d. Update the"
                                + " server, or export from the version that runs here.")
                        .formatted(version, known));
    }

    private static List<WholeMessage> messages(JsonNode nodes, List<String> notes) {
        if (!nodes.isArray()) {
            throw Fields.damaged("messages", "a list");
        }
        List<WholeMessage> messages = new ArrayList<>();
        long last = 0;
        for (JsonNode node : nodes) {
            Fields fields = Fields.of(node, "messages[%d]".formatted(messages.size()));
            WholeMessage message = message(fields, notes);
            if (message.sequence() <= last) {
                throw Fields.damaged(
                        fields.place() + ".sequence",
                        "more than %d, the one before".formatted(last));
            }
            last = message.sequence();
            messages.add(message);
        }
        return messages;
    }

    private static WholeMessage message(Fields fields, List<String> notes) {
        return new WholeMessage(
                fields.number("id", 1),
                sequence(fields),
                fields.constant("role", Role.class),
                fields.text("content"),
                fields.constant("content_type", ContentType.class),
                attributes(fields),
                fields.constant("status", MessageStatus.class),
                fields.instant("created_at"),
                parts(fields),
                fields.optionalText("answered_by")
                        .map(text -> atMost(text, fields.place() + ".answered_by", LONGEST_NAME)),
                fields.optionalObject("turn").map(turn -> turn(turn, notes)));
    }

    /// Numbers beyond are not whole in every client.
    private static long sequence(Fields fields) {
        long sequence = fields.number("sequence", 1);
        if (sequence >= 1L << 53) {
            throw Fields.damaged(fields.place() + ".sequence", "less than 2^53");
        }
        return sequence;
    }

    private static String attributes(Fields fields) {
        JsonNode node = fields.object().path("attributes");
        if (node.isMissingNode()) {
            return Message.NO_ATTRIBUTES;
        }
        String text = node.isString() ? node.stringValue() : JSON.writeValueAsString(node);
        try {
            if (JSON.readTree(text).isObject()) {
                return text;
            }
        } catch (JacksonException e) {
            // Said below.
        }
        throw Fields.damaged(fields.place() + ".attributes", "a JSON object");
    }

    private static List<AnswerPart> parts(Fields fields) {
        if (fields.isAbsent("parts")) {
            return List.of();
        }
        JsonNode parts = fields.object().path("parts");
        if (!parts.isArray()) {
            throw Fields.damaged(fields.place() + ".parts", "a list");
        }
        List<AnswerPart> read =
                MessageParts.readAnswer(
                        JSON.writeValueAsString(JSON.createObjectNode().set("parts", parts)));
        if (read.size() != parts.size()) {
            throw Fields.damaged(fields.place() + ".parts", "parts of a known type");
        }
        return read;
    }

    private static WholeTurn turn(Fields fields, List<String> notes) {
        return new WholeTurn(
                atMost(fields.text("contract"), fields.place() + ".contract", LONGEST_NAME),
                fields.optionalText("model")
                        .map(text -> atMost(text, fields.place() + ".model", LONGEST_NAME)),
                fields.optionalNumber("question_id", 1),
                usage(fields.object("usage")),
                fields.optionalNumber("nano_dollars", 0),
                firstToken(fields),
                fields.count("attempts"),
                fields.count("omitted_messages"),
                fields.optionalText("finish_reason"),
                fields.optionalObject("error")
                        .map(error -> new Turn.Failure(code(error), error.text("sentence"))),
                fields.optionalInstant("finished_at"),
                fields.optionalObject("wish").map(ParleyFormat::wish).orElse(TurnWish.DEFAULT),
                fields.optionalObject("receipt").flatMap(receipt -> receipt(receipt, notes)));
    }

    private static Usage usage(Fields fields) {
        return new Usage(
                fields.number("input_tokens", 0),
                fields.number("output_tokens", 0),
                fields.number("cached_tokens", 0),
                fields.number("reasoning_tokens", 0),
                fields.constant("source", Usage.Source.class),
                fields.text("reason"));
    }

    private static Optional<Duration> firstToken(Fields fields) {
        OptionalLong micros = fields.optionalNumber("first_token_micros", 0);
        return micros.isPresent()
                ? Optional.of(Duration.of(micros.getAsLong(), ChronoUnit.MICROS))
                : Optional.empty();
    }

    private static ErrorCode code(Fields error) {
        try {
            return ErrorCode.valueOf(error.text("code"));
        } catch (IllegalArgumentException e) {
            throw Fields.damaged(error.place() + ".code", "the code of an error");
        }
    }

    private static TurnWish wish(Fields fields) {
        return WishText.read(JSON.writeValueAsString(fields.object()));
    }

    /// A receipt explains an answer; the answer is there without it.
    private static Optional<Receipt> receipt(Fields fields, List<String> notes) {
        try {
            return Optional.of(RECEIPTS.readValue(fields.object()));
        } catch (JacksonException e) {
            notes.add("%s cannot be read and was left out.".formatted(fields.place()));
            return Optional.empty();
        }
    }

    private static String atMost(String text, String place, int most) {
        if (text.length() > most) {
            throw Fields.damaged(place, "a text of at most %d characters".formatted(most));
        }
        return text;
    }
}
