package parley.llm.langchain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.llm.ChatMessage;
import parley.llm.FinishReason;
import parley.llm.ModelRequest;
import parley.llm.RecordedEvents;
import parley.llm.Role;
import parley.llm.Sampling;
import parley.llm.Usage;
import parley.testing.ProviderWire;
import parley.testing.Reply;
import parley.testing.ScriptedProvider;

/// How answers end: why, and with how many tokens.
final class OpenAiAnswerEndTest {
    private final ScriptedProvider server = ScriptedProvider.start();
    private final OpenAiProvider provider =
            new OpenAiProvider(
                    new OpenAiSettings(true, "", server.baseUrl(), ""),
                    InstantSource.fixed(Instant.EPOCH));

    @AfterEach
    void stopServer() {
        server.close();
    }

    private RecordedEvents run(ModelRequest request) throws InterruptedException {
        RecordedEvents events = new RecordedEvents();
        provider.run(request, events);
        return events;
    }

    private static ModelRequest answered(boolean streamed) {
        return new ModelRequest(
                "gpt-4o-mini",
                List.of(new ChatMessage(Role.USER, "say hello")),
                "",
                Sampling.DEFAULT,
                streamed);
    }

    @ParameterizedTest
    @CsvSource({"stop,STOP", "length,LENGTH", "content_filter,CONTENT_FILTER", "eos_token,STOP"})
    void theReasonToFinishIsTranslated(String said, FinishReason meant)
            throws InterruptedException {
        server.next(
                Reply.streamHead()
                        .then(Reply.tokens("x"))
                        .then(Reply.finish(said))
                        .then(Reply.done()));

        assertThat(run(answered(true)).end().reason()).isEqualTo(meant);
    }

    @Test
    void theEndMarkAloneOrTheReasonAloneIsAnEnd() throws InterruptedException {
        Reply text = Reply.streamHead().then(Reply.tokens("x"));
        server.next(text.then(Reply.done()));
        server.next(text.then(Reply.finish("stop")).then(ProviderWire::lastChunk));
        server.next(text.then(Reply.finish("length")).then(Reply.close()));
        server.next(text.then(Reply.event("[DONE]")).then(Reply.reset()));

        assertThat(run(answered(true)).end().reason()).isEqualTo(FinishReason.STOP);
        assertThat(run(answered(true)).end().reason()).isEqualTo(FinishReason.STOP);
        assertThat(run(answered(true)).end().reason()).isEqualTo(FinishReason.LENGTH);
        assertThat(run(answered(true)).end().reason()).isEqualTo(FinishReason.STOP);
    }

    @Test
    void aZeroThatWasSentIsAZeroAndNothingIsNothing() throws InterruptedException {
        Reply text =
                Reply.streamHead().then(Reply.tokens("four", "five5")).then(Reply.finish("stop"));
        server.next(text.then(Reply.done()));
        server.next(text.then(Reply.usage(0, 0)).then(Reply.done()));
        assertThat(run(answered(true)).usage()).isEqualTo(Usage.NONE);
        assertThat(run(answered(true)).usage()).isEqualTo(Usage.exact(0, 0));
    }

    @Test
    void usageSaidTwiceIsTheLastOne() throws InterruptedException {
        server.next(
                Reply.streamHead()
                        .then(Reply.usage(3, 1))
                        .then(Reply.tokens("x"))
                        .then(Reply.finish("stop"))
                        .then(Reply.usage(3, 2))
                        .then(Reply.done()));

        assertThat(run(answered(true)).usage()).isEqualTo(Usage.exact(3, 2));
    }

    @Test
    void aRefusalIsAnAnswerThatWasFiltered() throws InterruptedException {
        server.next(Reply.json("{\"choices\":[{\"message\":{\"refusal\":\"I will not.\"}}]}"));

        RecordedEvents events = run(answered(false));

        assertThat(events.text()).isEqualTo("I will not.");
        assertThat(events.end().reason()).isEqualTo(FinishReason.CONTENT_FILTER);
    }
}
