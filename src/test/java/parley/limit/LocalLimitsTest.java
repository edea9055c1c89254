package parley.limit;

import java.time.InstantSource;

/// Limits that are counted in this process.
class LocalLimitsTest extends LimitsContract {
    @Override
    Limits limits(Tier tier, UsageHistory history, InstantSource clock) {
        return new TieredLimits(_ -> tier, LocalCounters.alone(history, clock), clock);
    }
}
