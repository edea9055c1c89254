package parley.dialect.openai;

import java.time.InstantSource;
import parley.completion.CompletionRequest;
import parley.completion.CompletionService;
import parley.dialect.FileParts;
import parley.http.Exchange;
import parley.http.Handler;

/// Answers `POST /v1/chat/completions`: whole or as a stream, kept or not.
final class CompletionHandler implements Handler {
    private final CompletionService completions;
    private final StoredCompletions stored;
    private final InstantSource clock;
    private final String fingerprint;
    private final FileParts files;

    CompletionHandler(
            CompletionService completions,
            StoredCompletions stored,
            InstantSource clock,
            String fingerprint,
            FileParts files) {
        this.completions = completions;
        this.stored = stored;
        this.clock = clock;
        this.fingerprint = fingerprint;
        this.files = files;
    }

    @Override
    public void handle(Exchange exchange) throws InterruptedException {
        ChatRequest request =
                ChatRequest.of(files.read(exchange.caller().id(), exchange.json(), "messages"));
        if (request.stored()) {
            stored.answer(exchange, request);
            return;
        }
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
