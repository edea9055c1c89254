package parley.llm;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One call of a model, its retries and fallbacks included, and what is known of it: while it runs,
/// after it ended, and after it failed. Made by [ModelCaller#prepare], run once, by one thread;
/// what is known of it is read by that thread.
public final class ModelCall {
    private final ModelCaller caller;
    private final ResolvedModel asked;
    private final RequestMaker requests;
    private final List<Attempt> attempts = new ArrayList<>();
    private ResolvedModel model;
    private @Nullable Made made;
    private @Nullable ModelRequest request;
    private List<Withheld> withheld = List.of();
    private int timesAsked;
    private @Nullable UsageMeter meter;
    private @Nullable Duration firstToken;
    private @Nullable FinishReason reason;
    private Duration duration = Duration.ZERO;

    private record Made(ResolvedModel model, ModelRequest request) {}

    ModelCall(ModelCaller caller, ResolvedModel asked, RequestMaker requests) {
        this.caller = caller;
        this.asked = asked;
        this.model = asked;
        this.requests = requests;
    }

    /// Runs the call. Interrupting the calling thread cancels the provider's.
    ///
    /// @throws parley.error.AppException the provider failed, and no attempt is left; what was
    ///   passed on to `events` before stays valid
    public FinishReason run(ModelEvents events) throws InterruptedException {
        return caller.run(this, events);
    }

    /// The model that was asked for.
    public ResolvedModel asked() {
        return asked;
    }

    /// The model that answers: the one asked for, or a fallback.
    public ResolvedModel model() {
        return model;
    }

    /// What was sent; empty before the first attempt.
    public Optional<ModelRequest> request() {
        return Optional.ofNullable(request);
    }

    /// What of the history was not sent as it is, because [#model] could not have read it.
    public List<Withheld> withheld() {
        return withheld;
    }

    /// The attempts that ended, failed ones included, and those that were not made because the
    /// provider is in cooldown or full, or the model cannot do what the request needs.
    public List<Attempt> attempts() {
        return List.copyOf(attempts);
    }

    /// How often a provider was asked.
    public int timesAsked() {
        return timesAsked;
    }

    /// The tokens so far of the attempt that answers, or was the last.
    public Usage usage() {
        return meter == null ? Usage.NONE : meter.usage();
    }

    /// From the beginning to the first piece of the answer.
    public Optional<Duration> firstToken() {
        return Optional.ofNullable(firstToken);
    }

    /// From the beginning to the end; zero while it runs.
    public Duration duration() {
        return duration;
    }

    /// Why the model stopped by itself; empty while it runs, and if it was stopped or failed.
    public Optional<FinishReason> reason() {
        return Optional.ofNullable(reason);
    }

    /// The request for a candidate, as it is before anything is fitted to the model. Made once,
    /// however often it is asked for before that of another.
    ModelRequest made(ResolvedModel candidate) throws InterruptedException {
        Made known = made;
        if (known == null || !known.model().equals(candidate)) {
            known = new Made(candidate, requests.requestFor(candidate));
            made = known;
        }
        return known.request();
    }

    /// An attempt begins. What is sent is made once for a candidate, however often that is asked.
    ModelRequest begin(ResolvedModel candidate, TokenCounter counter) throws InterruptedException {
        ModelRequest sent = request;
        if (sent == null || !model.equals(candidate)) {
            ModelRequest whole = made(candidate);
            Replay.Replayed replayed = Replay.forModel(whole.messages(), candidate);
            sent = whole.withMessages(replayed.messages());
            withheld = replayed.withheld();
        }
        timesAsked++;
        model = candidate;
        request = sent;
        meter = new UsageMeter(counter, sent);
        return sent;
    }

    /// The provider failed.
    void brokeOff() {
        if (meter != null) {
            meter.brokeOff();
        }
    }

    void note(ModelEvent event, Duration sinceBeginning) {
        if (meter != null) {
            meter.note(event);
        }
        switch (event) {
            case ModelEvent.Finished(FinishReason why) -> reason = why;
            case ModelEvent.TextDelta _,
                    ModelEvent.ReasoningDelta _,
                    ModelEvent.ToolCallDelta _,
                    ModelEvent.ImageMade _ -> {
                if (firstToken == null) {
                    firstToken = sinceBeginning;
                }
            }
            case ModelEvent.ReasoningSigned _, ModelEvent.UsageReported _ -> {}
        }
    }

    void attempted(Attempt attempt) {
        attempts.add(attempt);
    }

    void ended(Duration whole) {
        duration = whole;
        if (meter != null) {
            meter.end();
        }
    }
}
