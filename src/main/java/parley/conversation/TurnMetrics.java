package parley.conversation;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import parley.llm.Usage;

/// Counts turns and tokens.
final class TurnMetrics implements MeterBinder {
    private final ActiveTurns active;
    private final Map<MessageStatus, LongAdder> ended = new EnumMap<>(MessageStatus.class);
    private final LongAdder inputTokens = new LongAdder();
    private final LongAdder outputTokens = new LongAdder();

    TurnMetrics(ActiveTurns active) {
        this.active = active;
        for (MessageStatus status : MessageStatus.values()) {
            ended.put(status, new LongAdder());
        }
    }

    void ended(MessageStatus status, Usage usage) {
        ended.getOrDefault(status, new LongAdder()).increment();
        inputTokens.add(usage.inputTokens());
        outputTokens.add(usage.outputTokens());
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("parley.turns.active", active, ActiveTurns::count)
                .description("Answers that are being written")
                .register(registry);
        ended.forEach((status, count) -> {
            if (status.isEnd()) {
                FunctionCounter.builder("parley.turns.ended", count, LongAdder::sum)
                        .description("Answers that ended")
                        .tag("status", status.wireName())
                        .register(registry);
            }
        });
        tokens(registry, "input", inputTokens);
        tokens(registry, "output", outputTokens);
    }

    private static void tokens(MeterRegistry registry, String direction, LongAdder count) {
        FunctionCounter.builder("parley.tokens", count, LongAdder::sum)
                .description("Tokens that models read and wrote")
                .tag("direction", direction)
                .register(registry);
    }
}
