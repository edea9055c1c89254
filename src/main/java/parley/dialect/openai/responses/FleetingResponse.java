package parley.dialect.openai.responses;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import parley.completion.Completion;
import parley.dialect.openai.responses.CompletionFeed.Signal;
import parley.dialect.openai.responses.ResponseState.Status;
import parley.error.AppException;
import parley.llm.FinishReason;
import parley.llm.ModelEvent;
import parley.llm.Usage;

/// A response that is not kept, while it is given.
final class FleetingResponse {
    private static final Duration SILENCE = Duration.ofSeconds(10);

    private final Completion completion;
    private final ShownOptions shown;
    private final InstantSource clock;
    private final Instant createdAt;
    private final ItemIds ids = ItemIds.fleeting();
    private final FleetingThoughts thoughts;
    private final Output output;
    private final ResponseProgress progress;

    FleetingResponse(
            Completion completion, ShownOptions shown, InstantSource clock, EventSink sink) {
        this.completion = completion;
        this.shown = shown;
        this.clock = clock;
        this.createdAt = clock.instant();
        this.thoughts = new FleetingThoughts(shown.encrypted());
        this.output = new Output(ids, thoughts, sink);
        this.progress = new ResponseProgress(shown, sink);
    }

    /// How it ended.
    record End(Status status, Optional<AppException> problem, Optional<String> cutBy) {
        static End of(FinishReason reason) {
            Optional<String> cutBy = ResponseState.cutBy(reason.wireName());
            return new End(
                    cutBy.isPresent() ? Status.INCOMPLETE : Status.COMPLETED,
                    Optional.empty(),
                    cutBy);
        }

        static End of(AppException problem) {
            return new End(Status.FAILED, Optional.of(problem), Optional.empty());
        }

        static End stopped() {
            return new End(Status.CANCELLED, Optional.empty(), Optional.empty());
        }
    }

    /// What is to happen when nothing happens.
    interface Silence {
        void lasts() throws InterruptedException;
    }

    void begin() throws InterruptedException {
        progress.begin(state(new End(Status.IN_PROGRESS, Optional.empty(), Optional.empty())));
    }

    /// Takes the answer as it comes, up to its end.
    End follow(CompletionFeed feed, Optional<Signal> first, Silence silence)
            throws InterruptedException {
        Optional<Signal> next = first;
        while (true) {
            if (next.isEmpty()) {
                silence.lasts();
            } else {
                switch (next.get()) {
                    case Signal.Said(ModelEvent event) -> add(event);
                    case Signal.Finished(FinishReason reason) -> {
                        return End.of(reason);
                    }
                    case Signal.Failed(AppException problem) -> {
                        return End.of(problem);
                    }
                    case Signal.Stopped() -> {
                        return End.stopped();
                    }
                }
            }
            next = feed.next(SILENCE);
        }
    }

    /// Tells the end. The account is settled before, so that the next request finds its place free.
    ///
    /// @return the whole response
    ResponseObject end(End end) throws InterruptedException {
        completion.close();
        ResponseState state = state(end);
        progress.end(state, output);
        return ResponseObject.of(state, shown, output.items());
    }

    private void add(ModelEvent event) throws InterruptedException {
        switch (event) {
            case ModelEvent.TextDelta(String text) -> output.text(text);
            case ModelEvent.ReasoningDelta(String text) -> think(text);
            case ModelEvent.ReasoningSigned(String signature) -> {
                thoughts.by(origin());
                thoughts.sign(signature);
                output.endThought();
                thoughts.sign(null);
            }
            case ModelEvent.ToolCallDelta call ->
                    output.toolCall(call.index(), call.id(), call.name(), call.arguments());
            case ModelEvent.ImageMade image -> output.image(image.image());
            case ModelEvent.UsageReported _, ModelEvent.Finished _ -> {}
        }
    }

    private void think(String text) throws InterruptedException {
        thoughts.by(origin());
        output.reasoning(text);
    }

    private String origin() {
        return completion.call().model().provider().name();
    }

    private ResponseState state(End end) {
        boolean over = end.status() != Status.IN_PROGRESS;
        Optional<Usage> usage = over ? Optional.of(completion.call().usage()) : Optional.empty();
        return new ResponseState(
                ids.response(),
                createdAt,
                end.status() == Status.COMPLETED ? Optional.of(clock.instant()) : Optional.empty(),
                end.status(),
                end.problem().map(why -> ResponseState.problem(why.code(), why.sentence())),
                end.cutBy(),
                completion.call().model().fullName(),
                usage,
                Optional.empty(),
                0);
    }
}
