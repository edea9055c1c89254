package parley.llm.builtin.skill;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import parley.llm.ChatMessage;
import parley.llm.Role;

/// A conversation with the engine on 21 November 2026, a Saturday.
final class Talk {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final Skills SKILLS = new Skills(String::length);

    private final List<ChatMessage> messages = new ArrayList<>();

    private final boolean textOnly;

    Talk() {
        this(true);
    }

    private Talk(boolean textOnly) {
        this.textOnly = textOnly;
    }

    /// A conversation in which pictures are made before the engine is asked.
    static Talk withPictures() {
        return new Talk(false);
    }

    /// The answer to one message without a history.
    static String answer(String text) throws InterruptedException {
        return new Talk().say(text);
    }

    static Talk withSystemMessage(String text) {
        Talk talk = new Talk();
        talk.messages.add(new ChatMessage(Role.SYSTEM, text));
        return talk;
    }

    /// The answer to the next message.
    String say(String text) throws InterruptedException {
        messages.add(new ChatMessage(Role.USER, text));
        String answer = SKILLS.answer(new Question(messages, TODAY, textOnly));
        messages.add(new ChatMessage(Role.ASSISTANT, answer));
        return answer;
    }
}
