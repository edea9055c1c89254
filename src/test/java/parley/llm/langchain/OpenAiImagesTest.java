package parley.llm.langchain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.llm.ChatMessage;
import parley.llm.ModelEvent;
import parley.llm.ModelOptions;
import parley.llm.ModelRequest;
import parley.llm.OutputFormat;
import parley.llm.Part;
import parley.llm.ProviderException;
import parley.llm.RecordedEvents;
import parley.llm.Role;
import parley.llm.Sampling;
import parley.llm.ToolUse;
import parley.llm.Usage;
import parley.testing.ReceivedRequest;
import parley.testing.Reply;
import parley.testing.ScriptedProvider;
import parley.testing.huggingface.HuggingFaceReply;

/// Pictures by models that only paint.
class OpenAiImagesTest {
    private static final String PNG =
            Base64.getEncoder().encodeToString(HuggingFaceReply.png(2000));

    private final ScriptedProvider server = ScriptedProvider.start();

    @AfterEach
    void stopServer() {
        server.close();
    }

    private RecordedEvents paint(String model, String answer) throws InterruptedException {
        server.next(Reply.json(answer));
        RecordedEvents events = new RecordedEvents();
        new OpenAiProvider(
                        new OpenAiSettings(true, "", server.baseUrl(), ""), InstantSource.system())
                .run(
                        new ModelRequest(
                                model,
                                List.of(new ChatMessage(Role.USER, "A red cat")),
                                "",
                                new ModelOptions(
                                        Sampling.DEFAULT,
                                        ToolUse.NONE,
                                        new OutputFormat.Image(),
                                        Optional.empty()),
                                true),
                        events);
        return events;
    }

    @ParameterizedTest
    @CsvSource({"dall-e-3, true", "imagen-4.0-generate-001, true", "gpt-image-1, false"})
    void aPictureIsAskedForWhereTheServerPaints(String model, boolean namesTheForm)
            throws InterruptedException {
        RecordedEvents events =
                paint(
                        model,
                        "{\"created\":1,\"data\":[{\"b64_json\":\"%s\"}],\"usage\":{\"input_tokens\":9,\"output_tokens\":1056}}"
                                .formatted(PNG));

        assertThat(events.all())
                .contains(
                        new ModelEvent.ImageMade(
                                new Part.Image("image/png", PNG, Optional.empty())));
        assertThat(events.usage()).isEqualTo(Usage.exact(9, 1056));
        ReceivedRequest seen = server.awaitRequest();
        assertThat(seen.path()).endsWith("/images/generations");
        assertThat(seen.json().path("prompt").asString()).isEqualTo("A red cat");
        assertThat(seen.json().has("response_format")).isEqualTo(namesTheForm);
    }

    @Test
    void whatIsNoPictureIsNoAnswer() {
        assertThatThrownBy(() -> paint("dall-e-3", "{\"data\":[{\"url\":\"http://x/y.png\"}]}"))
                .isInstanceOf(ProviderException.class)
                .hasMessageContaining("not a PNG");
    }
}
