package parley.llm.builtin.skill;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.llm.ChatMessage;
import parley.llm.Part;
import parley.llm.Replay;
import parley.llm.Role;
import parley.llm.builtin.language.Language;
import parley.llm.builtin.language.LanguageGuess;

/// What is to be answered: the user's last message, and what was said before. What costs something
/// is computed when it is asked for. For one thread.
public final class Question {
    private final String text;
    private final boolean pictured;
    private final boolean textOnly;
    private final List<ChatMessage> messages;
    private final List<ChatMessage> history;
    private final LocalDate today;
    private @Nullable String line;
    private @Nullable List<Reading> readings;
    private @Nullable Wishes wishes;

    /// @param messages the conversation, oldest first, not empty
    /// @param today the day it is
    /// @param textOnly whether a picture could not be made for it either, because tools are offered
    ///   or JSON is wanted
    public Question(List<ChatMessage> messages, LocalDate today, boolean textOnly) {
        int asked = lastIndex(messages);
        ChatMessage said = withoutPictures(messages.get(asked));
        this.text = said.text();
        this.pictured = said.parts().size() < messages.get(asked).parts().size();
        this.textOnly = textOnly;
        this.messages = messages;
        this.history =
                messages.subList(0, asked).stream()
                        .filter(message ->
                                message.role() == Role.USER || message.role() == Role.ASSISTANT)
                        .toList();
        this.today = today;
    }

    private Question(String text, Question whole) {
        this.text = text;
        this.pictured = whole.pictured;
        this.textOnly = whole.textOnly;
        this.messages = whole.messages;
        this.history = whole.history;
        this.today = whole.today;
    }

    /// Pictures, and what stands for those that this model does not see, say nothing.
    private static ChatMessage withoutPictures(ChatMessage message) {
        return new ChatMessage(
                message.role(),
                message.parts().stream()
                        .filter(part ->
                                !(part instanceof Part.Image)
                                        && !part.equals(new Part.Text(Replay.IMAGE_NOTE)))
                        .toList());
    }

    /// Whether a picture came with it.
    boolean pictured() {
        return pictured;
    }

    boolean textOnly() {
        return textOnly;
    }

    /// A part of this question as a question of its own.
    Question part(String partText) {
        return new Question(partText, this);
    }

    /// What the user wrote, unchanged.
    public String text() {
        return text;
    }

    /// The beginning of what the user wrote, for matching: on one line, in lower case, without
    /// courtesies around it and without the marks at its end.
    String line() {
        String known = line;
        if (known == null) {
            known = Courtesy.strip(text);
            line = known;
        }
        return known;
    }

    /// The ways to take the message as an instruction and a text it is about, likeliest first.
    List<Reading> readings() {
        List<Reading> known = readings;
        if (known == null) {
            known = Reading.of(text);
            readings = known;
        }
        return known;
    }

    /// How the user, or whoever set up the conversation, wants to be answered.
    Wishes wishes() {
        Wishes known = wishes;
        if (known == null) {
            known = Wishes.of(messages, text);
            wishes = known;
        }
        return known;
    }

    /// The language to answer in, where the engine speaks more than one.
    Language language() {
        return wishes().language().orElseGet(() -> LanguageGuess.of(text));
    }

    /// What was said before, by the user and by models, oldest first.
    List<ChatMessage> history() {
        return history;
    }

    /// The last answer before this question.
    Optional<String> lastAnswer() {
        return history.reversed().stream()
                .filter(message -> message.role() == Role.ASSISTANT)
                .map(ChatMessage::text)
                .findFirst();
    }

    /// What the user said before, oldest first.
    List<String> earlierQuestions() {
        return history.stream()
                .filter(message -> message.role() == Role.USER)
                .map(ChatMessage::text)
                .toList();
    }

    LocalDate today() {
        return today;
    }

    private static int lastIndex(List<ChatMessage> messages) {
        for (int index = messages.size() - 1; index >= 0; index--) {
            if (messages.get(index).role() == Role.USER) {
                return index;
            }
        }
        return messages.size() - 1;
    }
}
