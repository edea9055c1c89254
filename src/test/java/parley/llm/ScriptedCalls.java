package parley.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import parley.error.AppException;

/// Calls of scripted providers, on a clock that a test can move.
abstract class ScriptedCalls {
    protected static final Duration LONG = Duration.ofMinutes(10);
    protected static final CallSettings PATIENT = new CallSettings(LONG, LONG, LONG, 3);

    protected final ScriptedModel first = ScriptedModel.of("first");
    protected final ScriptedModel second = ScriptedModel.of("second");
    protected final ScriptedModel third = ScriptedModel.of("third");
    protected final RecordedEvents events = new RecordedEvents();
    protected final List<Duration> pauses = new CopyOnWriteArrayList<>();
    protected final AtomicLong passed = new AtomicLong();
    protected final List<ModelCaller> callers = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        callers.forEach(ModelCaller::close);
    }

    protected ModelCaller caller(CallSettings settings, RoutingSettings routing) {
        ModelCaller caller =
                new ModelCaller(
                        settings,
                        routing,
                        String::length,
                        List.of(),
                        new FixedRandom(0.5),
                        pauses::add,
                        () -> System.nanoTime() + passed.get());
        callers.add(caller);
        return caller;
    }

    protected ModelCaller caller() {
        return caller(PATIENT, new RoutingSettings(5, Duration.ofSeconds(15), 0));
    }

    protected static ModelCall prepare(ModelCaller caller, ResolvedModel model) {
        return caller.prepare(
                model,
                candidate ->
                        new ModelRequest(
                                candidate.model(),
                                List.of(new ChatMessage(Role.USER, "Hi")),
                                "",
                                Sampling.DEFAULT,
                                true));
    }

    protected ModelCall run(ModelCaller caller, ResolvedModel model) throws InterruptedException {
        ModelCall call = prepare(caller, model);
        call.run(events);
        return call;
    }

    protected AppException failure(ModelCall call) {
        AppException failure = catchThrowableOfType(AppException.class, () -> call.run(events));
        assertThat(failure).as("the failure").isNotNull();
        return failure;
    }

    protected ResolvedModel firstThenSecond() {
        return first.model(second.model());
    }
}
