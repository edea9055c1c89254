package parley.llm.builtin.skill;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.llm.ChatMessage;
import parley.llm.Part;
import parley.llm.Replay;
import parley.llm.Role;
import parley.llm.builtin.language.Sentences;

final class FallbackTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "What is the capital of France? | I know nothing about “the capital of France”",
                "Who invented the telephone? | You ask “Who invented the telephone”. I cannot know that",
                "Why is the sky blue? | You ask “Why is the sky blue”. To explain that",
                "How do I bake bread? | You ask “How do I bake bread”. That takes knowledge",
                "Should I buy a house? | You ask “Should I buy a house”. I have no opinions",
                "What is your favourite colour? | I have no likes",
                "What's the weather in Berlin? | “the weather in Berlin” changes by the day",
                "100 USD in EUR | “100 USD in EUR” changes by the day",
                "Write a python function to sort a list | That is about code: “a python function to sort a list”",
                "translate \"good morning\" into French | I cannot translate “\"good morning\" into French”",
                "Write an email to my boss | For “an email to my boss” it takes a language model",
                "Draw me a cat | With tools offered, or an answer in JSON, I can only answer with text, so “a cat” is not drawn.",
                "Make this more formal: hey dude | For “this more formal: hey dude” it takes",
                "remind me tomorrow to buy milk | I cannot do anything outside this conversation, such as “remind me tomorrow to buy milk”",
                "count to 10 in spanish | No sé bien qué hacer",
                "Berlin | I am not sure what to do with “Berlin”",
                "asdfghjkl | I cannot make sense of “asdfghjkl”",
                "今天天气怎么样？ | I cannot read that language",
                "Was ist die Hauptstadt von Frankreich? | Über „die Hauptstadt von Frankreich“ weiß ich nichts",
                "Warum ist der Himmel blau? | Du fragst „Warum ist der Himmel blau“",
                "Quelle est la capitale de la France ? | Je ne sais rien sur « la capitale de la France »",
                "¿Cuál es la capital de Francia? | No sé nada de «la capital de Francia»",
                "I have 3 apples and eat one. How many are left? | You ask “I have 3 apples"
            })
    void whatItCannotDoItSays(String question, String beginning) throws InterruptedException {
        assertThat(Talk.answer(question)).startsWith(beginning);
    }

    @ParameterizedTest
    @CsvSource({
        "What is the capital of France?, connect a language model: set OPENAI_API_KEY",
        "Was ist die Hauptstadt von Frankreich?, verbinde ein Sprachmodell: Setze OPENAI_API_KEY",
        "Quelle est la capitale de la France ?, connectez un modèle de langue : définissez OPENAI_API_KEY",
        "¿Cuál es la capital de Francia?, conecta un modelo de lenguaje: define OPENAI_API_KEY"
    })
    void howToConnectAModelIsSaidOnce(String question, String line) throws InterruptedException {
        Talk talk = new Talk();
        String first = talk.say(question);
        assertThat(first).contains(line);
        assertThat(Sentences.of(first).size()).isBetween(2, 4);
        assertThat(talk.say(question)).doesNotContain(line);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "What is the capital of France?",
                "Was ist die Hauptstadt von Frankreich?",
                "Quelle est la capitale de la France ?",
                "¿Cuál es la capital de Francia?"
            })
    void ollamaIsToBeStartedOnly(String question) throws InterruptedException {
        assertThat(Talk.answer(question)).contains("Ollama").doesNotContain("OPENAI_BASE_URL");
    }

    @Test
    void theLanguageCanBeWishedFor() throws InterruptedException {
        Talk talk = Talk.withSystemMessage("Answer in German.");
        assertThat(talk.say("Hello")).startsWith("Hallo!");
        assertThat(talk.say("Who is the president of France?"))
                .startsWith("Über „the president of France“");
        assertThat(Talk.answer("Bitte auf Englisch: wer bist du?")).isNotEmpty();
    }

    @Test
    void aLongQuestionIsNamedByItsTerms() throws InterruptedException {
        assertThat(
                        Talk.answer(
                                "Who would you say contributed most to the development of steam locomotives in"
                                        + " northern England before 1830?"))
                .startsWith("You ask “contributed”, “development” and “steam”");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I need to draw a conclusion",
                "draw up a contract",
                "draw the line somewhere",
                "sketch out a plan for my week",
                "draw lots for the last slice",
                "paint me a picture of your company culture",
                "the image of the city has suffered"
            })
    void idiomsAreNoWishesForPictures(String said) throws InterruptedException {
        assertThat(Talk.answer(said)).doesNotContain("drawn").doesNotContain("picture,");
        assertThat(Talk.withPictures().say(said)).doesNotContain("drawn");
    }

    @Test
    void wherePicturesAreMadeNobodyIsSentElsewhere() throws InterruptedException {
        assertThat(Talk.withPictures().say("paint him as he was back then"))
                .startsWith("If you want a picture, I did not understand which");
    }

    @Test
    void whatStandsForAPictureIsNotQuoted() throws InterruptedException {
        Part note = new Part.Text(Replay.IMAGE_NOTE);
        Skills skills = new Skills(String::length);
        ChatMessage asked =
                new ChatMessage(Role.USER, List.of(new Part.Text("Whose dog is that?"), note));
        ChatMessage alone = new ChatMessage(Role.USER, List.of(note));
        LocalDate today = LocalDate.of(2026, 11, 21);

        assertThat(skills.answer(new Question(List.of(asked), today, false)))
                .startsWith("I cannot look at the picture")
                .contains("“Whose dog is that”");
        assertThat(skills.answer(new Question(List.of(alone), today, false)))
                .startsWith("I see that you sent a picture");
    }
}
