package parley.limit;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The answers under way in this process.
final class Places {
    private final Map<Long, Set<String>> taken = new ConcurrentHashMap<>();

    /// Takes one of so many places.
    ///
    /// @return whether there was one
    boolean enter(long accountId, int allowed, String lease) {
        boolean[] entered = {false};
        taken.compute(
                accountId,
                (_, known) -> {
                    Set<String> now = known == null ? new HashSet<>() : known;
                    entered[0] = now.size() < allowed && now.add(lease);
                    return now;
                });
        return entered[0];
    }

    /// Gives the place back.
    ///
    /// @return whether it was taken
    boolean leave(long accountId, String lease) {
        boolean[] left = {false};
        taken.computeIfPresent(
                accountId,
                (_, now) -> {
                    left[0] = now.remove(lease);
                    return now.isEmpty() ? null : now;
                });
        return left[0];
    }

    int count(long accountId) {
        return of(accountId).size();
    }

    /// The places of one account as they are now.
    Set<String> of(long accountId) {
        Set<String> found = new HashSet<>();
        taken.computeIfPresent(
                accountId,
                (_, now) -> {
                    found.addAll(now);
                    return now;
                });
        return found;
    }

    /// Who has answers under way.
    Set<Long> accounts() {
        return Set.copyOf(taken.keySet());
    }
}
