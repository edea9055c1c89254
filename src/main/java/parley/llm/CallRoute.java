package parley.llm;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import parley.error.AppException;

/// The way of one call through its candidates: the one place that tries again, and the one that
/// goes on to a fallback. Both only as long as nothing was passed on.
final class CallRoute {
    /// A provider that asks for more is not waited for.
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

    /// What all calls share.
    record Means(
            CallSettings settings,
            ProviderGates gates,
            TokenCounter counter,
            Backoff backoff,
            ModelCaller.Pause pause,
            LongSupplier nanoClock) {}

    /// What came of one attempt.
    private sealed interface Step {
        record Answered(FinishReason reason) implements Step {}

        record NotAsked(ProviderGate.Entry.Shut shut) implements Step {}

        record Failed(ProviderException failure) implements Step {}
    }

    private final Means means;
    private final ActiveCall active;
    private final ModelCall call;
    private final TriedModels tried = new TriedModels();
    private @Nullable AppException lastFailure;

    CallRoute(Means means, ActiveCall active, ModelCall call) {
        this.means = means;
        this.active = active;
        this.call = call;
    }

    /// @throws AppException nobody could answer
    FinishReason answer() throws InterruptedException {
        Map<ResolvedModel, String> unfit = unfit();
        List<ResolvedModel> candidates = call.asked().candidates();
        for (int place = 0; place < candidates.size(); place++) {
            ResolvedModel candidate = candidates.get(place);
            if (unfit.containsKey(candidate)) {
                skip(candidate, unfit.get(candidate));
                continue;
            }
            List<ResolvedModel> behind =
                    candidates.subList(place + 1, candidates.size()).stream()
                            .filter(other -> !unfit.containsKey(other))
                            .toList();
            Optional<FinishReason> reason = ask(candidate, behind);
            if (reason.isPresent()) {
                return reason.get();
            }
        }
        throw lastFailure == null
                ? new IllegalStateException("The last candidate fails or answers.")
                : lastFailure;
    }

    /// The fallbacks that cannot do what the request needs, and what that is: no answer is better
    /// than one that was given without the tools, the pictures or the form that were asked for.
    private Map<ResolvedModel, String> unfit() throws InterruptedException {
        ResolvedModel asked = call.asked();
        if (asked.fallbacks().isEmpty()) {
            return Map.of();
        }
        Needs needs = Needs.of(call.made(asked), asked.info());
        Map<ResolvedModel, String> unfit = new HashMap<>();
        for (ResolvedModel fallback : asked.fallbacks()) {
            needs.lackedBy(fallback.info()).ifPresent(lack -> unfit.put(fallback, lack));
        }
        return unfit;
    }

    private void skip(ResolvedModel model, String lack) {
        String problem = "%s was not asked: it %s.".formatted(model.fullName(), lack);
        call.attempted(new Attempt(model.fullName(), Duration.ZERO, Optional.of(problem)));
        tried.giveUp(model, lack);
    }

    /// The failure of the model that was asked last, after a deadline.
    AppException tooSlow(ActiveCall.Deadline deadline) {
        tried.giveUp(call.model(), "too slow");
        return CallFailures.tooSlow(call.model(), means.settings(), deadline, tried.sentence());
    }

    /// Asks one candidate, several times where that may help.
    ///
    /// @param behind who can answer where this one cannot
    /// @return empty if the next candidate is to be asked
    private Optional<FinishReason> ask(ResolvedModel model, List<ResolvedModel> behind)
            throws InterruptedException {
        boolean last = behind.isEmpty();
        active.beginCandidate(last);
        int most = attemptsFor(model, behind);
        if (most == 0) {
            return askedEnough(model);
        }
        try {
            return attempts(model, most, last);
        } catch (InterruptedException | RuntimeException e) {
            if (last || !active.forgiveShare(e)) {
                throw e;
            }
            lastFailure = tooSlow(ActiveCall.Deadline.SHARE);
            return Optional.empty();
        }
    }

    private Optional<FinishReason> attempts(ResolvedModel model, int most, boolean last)
            throws InterruptedException {
        String why = "";
        for (int attempt = 1; ; attempt++) {
            switch (attempt(model, last)) {
                case Step.Answered(FinishReason reason) -> {
                    return Optional.of(reason);
                }
                case Step.NotAsked(ProviderGate.Entry.Shut shut) -> {
                    tried.giveUp(model, why.isEmpty() ? shut.why() : why);
                    lastFailure = CallFailures.notAsked(shut, tried.sentence());
                    return Optional.empty();
                }
                case Step.Failed(ProviderException failure) -> {
                    why = TriedModels.why(failure.kind());
                    Duration wait = means.backoff().after(attempt, failure.retryAfter());
                    if (attempt < most && isWorthAnother(failure, wait, last)) {
                        means.pause().pause(wait);
                        continue;
                    }
                    tried.giveUp(model, why);
                    lastFailure =
                            CallFailures.failed(
                                    failure, attempt, active.hasText(), tried.sentence());
                    if (active.hasBegun() || failure.kind() == ProviderException.Kind.REFUSED) {
                        throw lastFailure;
                    }
                    return Optional.empty();
                }
            }
        }
    }

    /// With a fallback behind it, a provider that asks to be left alone for a time is left alone.
    private boolean isWorthAnother(ProviderException failure, Duration wait, boolean last) {
        boolean bearable =
                failure.retryAfter()
                        .map(wish -> last && wish.compareTo(LONGEST_WAIT) <= 0)
                        .orElse(true);
        return failure.kind().retryable()
                && !active.hasBegun()
                && bearable
                && active.hasTimeFor(wait);
    }

    private Step attempt(ResolvedModel model, boolean last) throws InterruptedException {
        long startedNanos = means.nanoClock().getAsLong();
        Duration patience = last ? active.timeToBegin() : Duration.ZERO;
        ProviderGate gate = means.gates().of(model.provider().name());
        return switch (gate.enter(last, patience)) {
            case ProviderGate.Entry.Shut shut -> {
                attempted(model, startedNanos, shut.problem());
                yield new Step.NotAsked(shut);
            }
            case ProviderGate.Entry.Open(ProviderGate.Visit visit) -> {
                try (visit) {
                    yield run(model, visit, startedNanos);
                }
            }
        };
    }

    private Step run(ResolvedModel model, ProviderGate.Visit visit, long startedNanos)
            throws InterruptedException {
        ModelRequest request = call.begin(model, means.counter());
        tried.ask(model);
        @Nullable String problem = null;
        try {
            model.provider().run(request, active);
            FinishReason reason = active.finished().orElseThrow(() -> noEnd(model)).reason();
            visit.wentWell();
            return new Step.Answered(reason);
        } catch (ProviderException e) {
            problem = e.sentence();
            call.brokeOff();
            if (e.kind() == ProviderException.Kind.REFUSED) {
                visit.wentWell();
            } else {
                visit.failed(problem);
            }
            return new Step.Failed(e);
        } catch (InterruptedException | RuntimeException e) {
            Optional<ActiveCall.Deadline> passed = active.passed();
            problem = passed.map(CallFailures::inShort).orElse(null);
            // A long answer is nobody's fault.
            if (problem != null && passed.get() != ActiveCall.Deadline.TOTAL) {
                visit.failed(problem);
            }
            throw e;
        } finally {
            attempted(model, startedNanos, problem);
        }
    }

    private void attempted(ResolvedModel model, long startedNanos, @Nullable String problem) {
        Duration took = Duration.ofNanos(means.nanoClock().getAsLong() - startedNanos);
        call.attempted(new Attempt(model.fullName(), took, Optional.ofNullable(problem)));
    }

    /// How often a candidate may be asked: as often as its provider may, less those times that are
    /// kept for later candidates of the same provider.
    private int attemptsFor(ResolvedModel model, List<ResolvedModel> behind) {
        String provider = model.provider().name();
        long kept =
                behind.stream().filter(other -> other.provider().name().equals(provider)).count();
        int left = means.settings().attempts() - tried.timesAsked(model);
        return left <= 0 ? 0 : (int) Math.max(1, left - kept);
    }

    private Optional<FinishReason> askedEnough(ResolvedModel model) {
        String problem =
                "%s was not asked: its provider was asked %d times already (model.attempts)."
                        .formatted(model.fullName(), tried.timesAsked(model));
        call.attempted(new Attempt(model.fullName(), Duration.ZERO, Optional.of(problem)));
        tried.giveUp(model, "provider asked too often");
        return Optional.empty();
    }

    private static ProviderException noEnd(ResolvedModel model) {
        return new ProviderException(
                ProviderException.Kind.BAD_RESPONSE,
                "%s ended its answer without saying so.".formatted(model.fullName()),
                null,
                null);
    }
}
