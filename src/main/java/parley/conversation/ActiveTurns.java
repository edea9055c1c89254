package parley.conversation;

import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import parley.error.AppException;
import parley.error.ErrorCode;

/// The turns that are under way in this server, and how many there may be.
final class ActiveTurns {
    private final TurnSettings settings;
    private final ConcurrentHashMap<Long, ActiveTurn> turns = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<Long, AtomicInteger> countByAccount = new ConcurrentHashMap<>();
    private final AtomicInteger count = new AtomicInteger();

    ActiveTurns(TurnSettings settings) {
        this.settings = settings;
    }

    /// Takes one of the places for turns.
    ///
    /// @throws AppException (429, 503) if there is none left
    void admit(long accountId) {
        if (count.incrementAndGet() > settings.total()) {
            count.decrementAndGet();
            throw new AppException(
                            ErrorCode.UNAVAILABLE,
                            "The server is writing %d answers already. Try again shortly."
                                    .formatted(settings.total()))
                    .retryAfter(Duration.ofSeconds(2));
        }
        int ofAccount =
                countByAccount
                        .computeIfAbsent(accountId, id -> new AtomicInteger())
                        .incrementAndGet();
        if (ofAccount > settings.perAccount()) {
            release(accountId);
            throw new AppException(
                            ErrorCode.RATE_LIMITED,
                            "%d answers are being written for this account already. Wait for one to end."
                                    .formatted(settings.perAccount()))
                    .retryAfter(Duration.ofSeconds(1));
        }
    }

    void release(long accountId) {
        count.decrementAndGet();
        AtomicInteger ofAccount = countByAccount.get(accountId);
        if (ofAccount != null) {
            ofAccount.decrementAndGet();
        }
    }

    void add(ActiveTurn turn) {
        turns.put(turn.id(), turn);
    }

    void remove(ActiveTurn turn) {
        turns.remove(turn.id(), turn);
    }

    Optional<ActiveTurn> find(long turnId) {
        return Optional.ofNullable(turns.get(turnId));
    }

    Collection<ActiveTurn> all() {
        return turns.values();
    }

    int count() {
        return count.get();
    }
}
