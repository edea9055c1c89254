package parley.limit;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/// What accounts of one kind may use.
///
/// @param quotas only what is limited; money in nano-dollars
/// @param concurrentTurns how many answers at once; 0 for any number
record Tier(String name, Map<Measure, Long> quotas, int concurrentTurns) {
    static final Tier UNLIMITED = new Tier("unlimited", Map.of(), 0);

    Tier {
        // In the order of the measures: that is the order of the headers.
        Map<Measure, Long> ordered = new EnumMap<>(Measure.class);
        ordered.putAll(quotas);
        quotas = Collections.unmodifiableMap(ordered);
    }

    boolean unlimited() {
        return quotas.isEmpty() && concurrentTurns == 0;
    }
}
