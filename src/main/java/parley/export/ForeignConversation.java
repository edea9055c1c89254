package parley.export;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import parley.conversation.AnswerPart;
import parley.conversation.ContentType;
import parley.conversation.Message;
import parley.conversation.MessageStatus;
import parley.conversation.WholeConversation;
import parley.conversation.WholeMessage;
import parley.llm.Part;
import parley.llm.Role;

/// A conversation of another program, put together message by message. Its answers are no turns
/// here: they cost nothing, and nobody goes on with one that broke off.
public final class ForeignConversation {
    private static final int LONGEST_TITLE = 300;
    private static final int LONGEST_NAME = 500;

    /// The furthest times that are believed.
    private static final Instant EARLIEST = Instant.EPOCH;

    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private final String title;
    private final Instant createdAt;
    private final List<WholeMessage> messages = new ArrayList<>();
    private Instant last;

    /// @param createdAt when it began; messages without a time have that of the one before
    public ForeignConversation(String title, Instant createdAt) {
        String line = title.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        this.title = line.length() > LONGEST_TITLE ? cut(line) : line;
        this.createdAt = within(createdAt);
        this.last = this.createdAt;
    }

    private static String cut(String line) {
        int end = line.offsetByCodePoints(0, line.codePointCount(0, LONGEST_TITLE));
        return line.substring(0, end) + "…";
    }

    /// Adds a message of parts, unless there are none.
    ///
    /// @param at when it was written
    /// @param answeredBy who wrote an answer, as `program/model`
    public void add(
            Role role, List<Part> parts, Optional<Instant> at, Optional<String> answeredBy) {
        if (parts.isEmpty()) {
            return;
        }
        last = at.map(ForeignConversation::within).orElse(last);
        boolean plain = parts.stream().allMatch(Part.Text.class::isInstance);
        long number = messages.size() + 1L;
        messages.add(
                new WholeMessage(
                        number,
                        number,
                        role,
                        text(parts),
                        ContentType.TEXT,
                        Message.NO_ATTRIBUTES,
                        MessageStatus.COMPLETE,
                        last,
                        plain
                                ? List.of()
                                : parts.stream().<AnswerPart>map(AnswerPart.Whole::new).toList(),
                        answeredBy.map(ForeignConversation::name),
                        Optional.empty()));
    }

    private static String text(List<Part> parts) {
        StringBuilder text = new StringBuilder();
        for (Part part : parts) {
            if (part instanceof Part.Text(String words)) {
                text.append(words);
            }
        }
        return text.toString();
    }

    private static String name(String name) {
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    }

    private static Instant within(Instant time) {
        if (time.isBefore(EARLIEST)) {
            return EARLIEST;
        }
        return time.isAfter(LATEST) ? LATEST : time;
    }

    /// The conversation; empty as long as no message was added.
    ///
    /// @param suffix what is put behind the title; empty for what is shown
    /// @param updatedAt when it was last changed; never before its last message
    public Optional<ImportedConversation> imported(
            String origin, String suffix, Instant updatedAt, List<String> notes) {
        if (messages.isEmpty()) {
            return Optional.empty();
        }
        Instant changed = within(updatedAt);
        return Optional.of(
                new ImportedConversation(
                        origin,
                        new WholeConversation(
                                title + suffix,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                OptionalLong.empty(),
                                createdAt,
                                changed.isBefore(last) ? last : changed,
                                messages),
                        Optional.empty(),
                        notes));
    }
}
