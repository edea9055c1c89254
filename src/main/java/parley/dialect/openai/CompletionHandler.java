package parley.dialect.openai;

import java.time.InstantSource;
import java.util.Set;
import parley.completion.CompletionRequest;
import parley.completion.CompletionService;
import parley.dialect.FileParts;
import parley.dialect.KeyedReplies;
import parley.dialect.StreamMarks;
import parley.http.Exchange;
import parley.http.Handler;

/// Answers `POST /v1/chat/completions`: whole or as a stream, kept or not.
final class CompletionHandler implements Handler {
    private static final StreamMarks MARKS =
            new StreamMarks(Set.of(ChunkWriter.END), Set.of("error"));

    private final CompletionService completions;
    private final StoredCompletions stored;
    private final InstantSource clock;
    private final String fingerprint;
    private final FileParts files;
    private final KeyedReplies replies;

    CompletionHandler(
            CompletionService completions,
            StoredCompletions stored,
            InstantSource clock,
            String fingerprint,
            FileParts files,
            KeyedReplies replies) {
        this.completions = completions;
        this.stored = stored;
        this.clock = clock;
        this.fingerprint = fingerprint;
        this.files = files;
        this.replies = replies;
    }

    @Override
    public void handle(Exchange exchange) throws InterruptedException {
        ChatRequest request =
                ChatRequest.of(files.read(exchange.caller().id(), exchange.json(), "messages"));
        if (request.stored()) {
            stored.answer(exchange, request);
            return;
        }
        replies.answer(exchange, OpenAiDialect.NAME, MARKS, recorded -> answer(recorded, request));
    }

    private void answer(Exchange exchange, ChatRequest request) throws InterruptedException {
        CompletionRequest asked =
                new CompletionRequest(
                        exchange.caller().id(),
                        OpenAiDialect.NAME,
                        request.model(),
                        request.messages(),
                        request.options(),
                        request.stream());
        try (Choices choices = Choices.begin(completions, asked, request.choices())) {
            FleetingAnswer answer =
                    new FleetingAnswer(exchange, request, choices, clock.instant(), fingerprint);
            if (request.stream()) {
                answer.stream();
            } else {
                answer.whole();
            }
        }
    }
}
