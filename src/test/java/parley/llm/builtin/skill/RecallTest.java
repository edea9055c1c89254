package parley.llm.builtin.skill;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RecallTest {
    private final Talk talk = new Talk();

    @BeforeEach
    void tellSomething() throws InterruptedException {
        talk.say("My name is Ada Lovelace.");
        talk.say("I live in Turin and I like tea. My dog is called Rex.");
        talk.say("my favorite color is green");
        talk.say("I work as a mathematician, and I'm 36 years old.");
        talk.say("Remember that the meeting is on Monday.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "What is my name? | Your name is Ada Lovelace. You said: “My name is Ada Lovelace.”",
                "Do you remember my name? | Your name is Ada Lovelace.",
                "where do I live | You live in Turin.",
                "what's my favourite colour? | Your favorite color is green.",
                "What do I like? | You like tea.",
                "what is my dog's name? | Your dog is Rex.",
                "what is my job? | You work as a mathematician.",
                "What did I ask you to remember? | You asked me to remember: the meeting is on Monday.",
                "what is my shoe size? | You have not told me your shoe size in this conversation",
                "where am I from? | You have not told me where you are from",
                "What did I say about tea? | You said: “I live in Turin and I like tea.”",
                "what did I say about football? | You have not said anything about football in this conversation.",
                "What was my first message? | Your first message was: “My name is Ada Lovelace.”",
                "what was my second question? | Your second message was: “I live in Turin",
                "What did I just say? | Before this one you wrote: “Remember that the meeting is on Monday.”",
                "how many messages have I written? | With this one you have written 6 messages"
            })
    void whatWasSaidIsFoundAgain(String question, String beginning) throws InterruptedException {
        assertThat(talk.say(question)).startsWith(beginning);
    }

    @Test
    void everythingIsListed() throws InterruptedException {
        assertThat(talk.say("What do you know about me?"))
                .contains("- Your name is Ada Lovelace.", "- You live in Turin.", "- You like tea.")
                .contains("- Your dog is Rex.", "- Your favorite color is green.");
        assertThat(talk.say("list my questions").lines())
                .hasSize(6)
                .first()
                .isEqualTo("1. My name is Ada Lovelace.");
    }

    @Test
    void theNewestStatementCounts() throws InterruptedException {
        talk.say("My name is Grace.");
        assertThat(talk.say("What is my name?")).startsWith("Your name is Grace.");
    }

    @Test
    void theConversationIsSummedUp() throws InterruptedException {
        assertThat(talk.say("Summarise our conversation"))
                .startsWith(
                        "What was said so far:\n- You: “My name is Ada Lovelace.” – answer: “Nice to meet you");
        assertThat(talk.say("Summarise our conversation in 2 sentences").lines()).hasSize(3);
        assertThat(Talk.answer("Summarise our conversation"))
                .startsWith("There is nothing to look back on yet");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ich heiße Klaus. | Freut mich, Klaus. | Wie heiße ich? | Du heißt Klaus.",
                "Je m'appelle Zoé | Enchanté, Zoé. | Comment je m'appelle ? | Vous vous appelez Zoé.",
                "Me llamo Inés | Encantado, Inés. | ¿Cómo me llamo? | Te llamas Inés.",
                "call me Bob | Nice to meet you, Bob. | who am I? | Your name is Bob.",
                "I'm Tom | Nice to meet you, Tom. | what is my name | Your name is Tom."
            })
    void namesAreHeardInFourLanguages(String said, String heard, String asked, String answer)
            throws InterruptedException {
        Talk fresh = new Talk();
        assertThat(fresh.say(said)).startsWith(heard);
        assertThat(fresh.say(asked)).startsWith(answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I am German.",
                "I'm Sorry",
                "My code is broken",
                "my name is not important"
            })
    void notEverythingIsAFact(String text) throws InterruptedException {
        assertThat(Talk.answer(text))
                .doesNotStartWith("Nice to meet you")
                .doesNotStartWith("Noted");
    }

    @Test
    void questionsJoinedByAndAreAnsweredOneByOne() throws InterruptedException {
        assertThat(talk.say("Where do I live and what is my name?"))
                .startsWith("You live in Turin.")
                .contains("\n\nYour name is Ada Lovelace.");
    }

    @Test
    void aNameIsHeardBeforeOtherFacts() throws InterruptedException {
        assertThat(Talk.answer("Hello, my name is Maria and I live in Lima"))
                .startsWith("Nice to meet you, Maria.");
    }

    @Test
    void severalSentencesAreAnsweredOneByOne() throws InterruptedException {
        assertThat(Talk.answer("Hi! My name is Bob. What is 12 * 12?"))
                .isEqualTo(
                        "Nice to meet you, Bob. I can tell you your name for as long as this conversation"
                                + " lasts.\n\n12 × 12 = 144");
    }
}
