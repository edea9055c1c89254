package parley.llm;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/// The gates of all providers that were asked so far.
final class ProviderGates {
    private final RoutingSettings settings;
    private final LongSupplier nanoClock;
    private final Map<String, ProviderGate> gates = new ConcurrentHashMap<>();

    ProviderGates(RoutingSettings settings, LongSupplier nanoClock) {
        this.settings = settings;
        this.nanoClock = nanoClock;
    }

    ProviderGate of(String provider) {
        ProviderGate known = gates.get(provider);
        return known == null
                ? gates.computeIfAbsent(
                        provider, name -> new ProviderGate(name, settings, nanoClock))
                : known;
    }

    List<ProviderHealth> health() {
        return gates.values().stream()
                .map(ProviderGate::health)
                .sorted(Comparator.comparing(ProviderHealth::provider))
                .toList();
    }
}
