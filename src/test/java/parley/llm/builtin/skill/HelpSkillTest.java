package parley.llm.builtin.skill;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class HelpSkillTest {
    private final HelpTopics topics = new HelpTopics();

    @ParameterizedTest
    @CsvSource({
        "What can you do?, abilities",
        "help, abilities",
        "Can you help me?, abilities",
        "How do I get started?, abilities",
        "How do I connect a model?, connect",
        "how can I use Ollama, connect",
        "where do I put my OpenAI API key?, connect",
        "does it work with vLLM?, connect",
        "OPENAI_BASE_URL, connect",
        "Which models are available?, models",
        "how do I switch the model, models",
        "How do I create a token?, tokens",
        "why do I get a 401?, tokens",
        "how do I log in with a bearer token, tokens",
        "What is a token?, token-counts",
        "what does max_tokens do, token-counts",
        "How can I change the settings?, settings",
        "where is the parley.properties configuration file, settings",
        "Is there an API?, api",
        "give me a curl example, api",
        "which endpoints are there?, api",
        "how does streaming work?, streaming",
        "How do I stop an answer?, stop",
        "can I continue an interrupted answer?, stop",
        "how do I delete a conversation?, history",
        "what's an idempotency key?, durability",
        "What happens if the server crashes?, durability",
        "How do I make a backup?, backup",
        "restore a backup, backup",
        "Where is my data stored?, data",
        "does Parley support PostgreSQL?, data",
        "Which port does Parley use?, ports",
        "Is my data private?, privacy",
        "does anything leave my machine?, privacy",
        "what does parley doctor do, command-line",
        "which version is this?, command-line",
        "I get a 429, problems",
        "What is Parley?, about",
        "how do you work?, engine",
        "Can you generate images?, images",
        "Can you analyze this data?, analysis",
        "Can you analyze the sales trends in this data?, analysis",
        "can I upload a PDF?, files",
        "does parley support kubernetes?, index"
    })
    void questionsAboutParleyFindTheirTopic(String question, String topic)
            throws InterruptedException {
        assertThat(Talk.answer(question)).isEqualTo(topics.named(topic).text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "What is the capital of France?",
                "How do I stop smoking?",
                "What is the port of Rotterdam?",
                "who is the president of the united states",
                "explain the model of supply and demand",
                "what's a good backup for a lead singer",
                "How do I bake bread?"
            })
    void otherQuestionsFindNone(String question) throws InterruptedException {
        assertThat(Talk.answer(question)).contains("Parley's small built-in engine");
    }

    @ParameterizedTest
    @CsvSource({
        "Was kannst du?, Ich arbeite ohne Netz",
        "Hilfe, Ich arbeite ohne Netz",
        "Wie verbinde ich ein Modell?, Parley spricht mit OpenAI",
        "Que sais-tu faire ?, Je travaille hors ligne",
        "Comment connecter un modèle ?, Parley parle à OpenAI",
        "¿Qué puedes hacer?, Trabajo sin red",
        "¿Cómo conecto un modelo?, Parley habla con OpenAI"
    })
    void theMostImportantIsKnownInFourLanguages(String question, String beginning)
            throws InterruptedException {
        assertThat(Talk.answer(question)).startsWith(beginning);
    }

    @Test
    void aWishForBrevityIsHonoured() throws InterruptedException {
        Talk talk = Talk.withSystemMessage("You are a helpful assistant. Answer in one sentence.");
        assertThat(talk.say("What can you do?"))
                .isEqualTo(
                        "I sum up and search texts that you paste, calculate, work with dates, tidy text,"
                                + " remember what you say, tell stories and explain Parley.");
    }

    @ParameterizedTest
    @CsvSource({
        "Kannst du Bilder malen?, 'Ja, nach Regeln'",
        "kannst du auch zeichnen, 'Ja, nach Regeln'",
        "Peux-tu dessiner ?, 'Oui, selon des règles'",
        "¿Puedes dibujar?, 'Sí, según reglas'"
    })
    void whetherItDrawsIsAnsweredInTheLanguageOfTheQuestion(String question, String beginning)
            throws InterruptedException {
        assertThat(Talk.withPictures().say(question)).startsWith(beginning);
    }
}
