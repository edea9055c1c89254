package parley.llm.langchain.huggingface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.llm.ChatMessage;
import parley.llm.FinishReason;
import parley.llm.ModelEvent;
import parley.llm.ModelRequest;
import parley.llm.Part;
import parley.llm.ProviderException;
import parley.llm.RecordedEvents;
import parley.llm.Role;
import parley.llm.Sampling;
import parley.testing.ReceivedRequest;
import parley.testing.Reply;
import parley.testing.ScriptedProvider;
import parley.testing.huggingface.HuggingFaceReply;

/// Pictures as answers.
class HuggingFaceImageTest {
    private static final int MEGABYTE = 1 << 20;

    private final ScriptedProvider server = ScriptedProvider.start();
    private final HuggingFaceProvider provider =
            HuggingFaceInferenceTest.provider(server.baseUrl());
    private final RecordedEvents events = new RecordedEvents();

    @AfterEach
    void stopServer() {
        server.close();
    }

    private static ModelRequest request(String text) {
        return new ModelRequest(
                HuggingFaceInferenceTest.PAINTER,
                List.of(
                        new ChatMessage(Role.USER, "Something else"),
                        new ChatMessage(Role.ASSISTANT, "Done."),
                        new ChatMessage(Role.USER, text)),
                "",
                Sampling.DEFAULT,
                true);
    }

    private ProviderException failureOf(Reply reply) {
        server.next(reply);
        ProviderException failure =
                catchThrowableOfType(
                        ProviderException.class, () -> provider.run(request("A cat"), events));
        assertThat(failure).isNotNull();
        assertThat(failure.sentence()).doesNotContain(HuggingFaceInferenceTest.KEY);
        assertThat(events.all()).isEmpty();
        return failure;
    }

    @Test
    void theLastWordsOfTheUserArePainted() throws InterruptedException {
        byte[] png = HuggingFaceReply.png(5000);
        server.next(HuggingFaceReply.file("image/jpeg", png));

        provider.run(request("A cat"), events);

        ReceivedRequest received = server.awaitRequest();
        assertThat(received.path()).isEqualTo("/v1/models/" + HuggingFaceInferenceTest.PAINTER);
        assertThat(received.body()).isEqualTo("{\"inputs\":\"A cat\"}");
        assertThat(events.all())
                .containsExactly(
                        new ModelEvent.ImageMade(
                                new Part.Image(
                                        "image/png",
                                        Base64.getEncoder().encodeToString(png),
                                        Optional.empty())),
                        new ModelEvent.Finished(FinishReason.STOP));
    }

    @Test
    void whatIsToBePaintedMayStandBesideWhatIsShown() throws InterruptedException {
        server.next(HuggingFaceReply.file("image/png", HuggingFaceReply.png(100)));

        provider.run(
                new ModelRequest(
                        HuggingFaceInferenceTest.PAINTER,
                        List.of(
                                new ChatMessage(
                                        Role.USER,
                                        List.of(
                                                new Part.Text("Make me a picture"),
                                                new Part.Text("\n\na red cat")))),
                        "",
                        Sampling.DEFAULT,
                        false),
                events);

        assertThat(server.awaitRequest().json().path("inputs").asString()).isEqualTo("a red cat");
    }

    @Test
    void theFirstBytesTellTheType() throws InterruptedException {
        server.next(
                HuggingFaceReply.file(
                        "application/octet-stream",
                        HuggingFaceReply.beginning(100, 0xff, 0xd8, 0xff, 0xe0)));
        server.next(
                HuggingFaceReply.file(
                        "image/png",
                        HuggingFaceReply.beginning(
                                100, 'R', 'I', 'F', 'F', 1, 0, 0, 0, 'W', 'E', 'B', 'P')));

        provider.run(request("A cat"), events);
        provider.run(request("A cat"), events);

        assertThat(
                        events.all().stream()
                                .filter(ModelEvent.ImageMade.class::isInstance)
                                .map(event -> ((ModelEvent.ImageMade) event).image().mediaType()))
                .containsExactly("image/jpeg", "image/webp");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<svg onload='x'/>", "GIF89a......", "", "RIFF....WAVE"})
    void whatIsNoPictureOfAKnownKindIsRefused(String file) {
        ProviderException failure = failureOf(wire -> wire.whole(200, "image/png", "", file));

        assertThat(failure.kind()).isEqualTo(ProviderException.Kind.BAD_RESPONSE);
        assertThat(failure.sentence()).contains("PNG, JPEG or WebP");
    }

    @Test
    void aPictureOfMoreThanTwentyMegabytesIsRefused() {
        ProviderException failure =
                failureOf(
                        HuggingFaceReply.file(
                                "image/png", HuggingFaceReply.png(20 * MEGABYTE + 1)));

        assertThat(failure.sentence()).contains("longer than");
    }

    @Test
    void anErrorInsteadOfAPictureIsAnError() {
        assertThat(failureOf(Reply.json("{\"error\":\"Out of memory\"}")).sentence())
                .contains("Out of memory");
    }

    @Test
    void nothingToPaintIsRefused() {
        ProviderException failure =
                catchThrowableOfType(
                        ProviderException.class,
                        () ->
                                provider.run(
                                        new ModelRequest(
                                                HuggingFaceInferenceTest.PAINTER,
                                                List.of(new ChatMessage(Role.USER, " ")),
                                                "",
                                                Sampling.DEFAULT,
                                                true),
                                        events));

        assertThat(failure.kind()).isEqualTo(ProviderException.Kind.REFUSED);
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void interruptingCancelsThePicture() throws Exception {
        server.next(Reply.hang());
        CompletableFuture<Throwable> failure = new CompletableFuture<>();
        Thread painting =
                Thread.ofVirtual()
                        .start(() -> {
                            try {
                                provider.run(request("A cat"), events);
                            } catch (InterruptedException | RuntimeException e) {
                                failure.complete(e);
                            }
                        });
        ReceivedRequest received = server.awaitRequest();

        long interruptedAt = System.nanoTime();
        painting.interrupt();

        assertThat(failure.get(2, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
        assertThat(received.awaitAbort(interruptedAt)).hasSeconds(0);
    }
}
