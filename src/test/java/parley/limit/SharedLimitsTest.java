package parley.limit;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import parley.limit.redis.TestRedis;

/// Limits that are counted in Redis.
class SharedLimitsTest extends LimitsContract {
    private static TestRedis redis;
    private final List<SharedCounters> started = new ArrayList<>();

    @BeforeAll
    static void startRedis() {
        redis = TestRedis.start();
    }

    @AfterAll
    static void stopRedis() {
        redis.close();
    }

    @AfterEach
    void close() {
        started.forEach(SharedCounters::close);
    }

    @Override
    Limits limits(Tier tier, UsageHistory history, InstantSource clock) {
        close();
        started.clear();
        redis.ask(commands -> commands.flushall());
        SharedCounters counters = SharedCounters.start(redis.patientStore(), history, clock);
        started.add(counters);
        return new TieredLimits(_ -> tier, counters, clock);
    }
}
