package parley.conversation;

import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.error.AppException;
import parley.limit.Limits;
import parley.llm.ModelCaller;
import parley.llm.ModelCatalog;
import parley.llm.TokenCounter;

/// The parts of the conversation core, joined. Takes up what an earlier run of this server left
/// unfinished, says that this server lives where others share the store, and stops in an orderly
/// way.
public final class ConversationCore {
    private static final Logger LOG = LoggerFactory.getLogger(ConversationCore.class);

    /// How long a server counts as alive after it last said so.
    private static final Duration LEASE = Duration.ofSeconds(15);

    /// A time after every heartbeat there can be.
    private static final Instant NOBODY_ELSE_LIVES = Instant.parse("9999-12-31T23:59:59Z");

    private static final Duration BETWEEN_HEARTBEATS = Duration.ofSeconds(5);
    private static final Duration BETWEEN_CLEANINGS = Duration.ofHours(1);
    private static final Duration KEYS_ARE_KEPT = Duration.ofHours(24);

    private final TurnStore store;
    private final InstantSource clock;
    private final String node;
    private final boolean shared;
    private final AbandonedTurns abandoned;
    private final TurnLogWriter writer;
    private final TurnService turns;
    private final ConversationService conversations;
    private final TurnMetrics metrics;
    private volatile boolean closed;

    /// @param node this server's name in the store: the same at every start of the same server, and
    ///   no other server's
    /// @param specialists asked in this order whether a turn is for them
    /// @param shared whether other servers use the store
    public ConversationCore(
            ConversationStore conversationStore,
            TurnStore store,
            ModelCatalog models,
            ModelCaller caller,
            TokenCounter tokens,
            Limits limits,
            List<Specialist> specialists,
            TurnSettings settings,
            InstantSource clock,
            String node,
            boolean shared) {
        this.store = store;
        // What the store keeps: a turn is the same before and after it was read back.
        this.clock = () -> clock.instant().truncatedTo(ChronoUnit.MICROS);
        this.node = node;
        this.shared = shared;
        ActiveTurns active = new ActiveTurns(settings);
        this.metrics = new TurnMetrics(active);
        this.writer = new TurnLogWriter(active, store, settings);
        TurnRunner runner =
                new TurnRunner(
                        caller,
                        conversationStore,
                        store,
                        tokens,
                        active,
                        writer,
                        metrics,
                        specialists,
                        this.clock);
        this.abandoned = new AbandonedTurns(conversationStore, models, tokens);
        Lanes lanes = new Lanes(settings.waitingPerConversation());
        this.turns =
                new TurnService(
                        conversationStore,
                        store,
                        models,
                        runner,
                        active,
                        new TurnGate(active, limits, tokens),
                        lanes,
                        this.clock,
                        node);
        this.conversations = new ConversationService(conversationStore, store, turns, this.clock);
    }

    public TurnService turns() {
        return turns;
    }

    public ConversationService conversations() {
        return conversations;
    }

    /// How many turns and tokens there were.
    public MeterBinder metrics() {
        return metrics;
    }

    /// Ends as interrupted what an earlier run left unfinished, and begins to write running answers
    /// to the store.
    ///
    /// @return how many turns had been left unfinished
    public int start() {
        int interrupted =
                shared
                        ? takeOver()
                        : store.interruptAbandoned(NOBODY_ELSE_LIVES, clock.instant(), abandoned);
        store.forgetKeys(KEYS_ARE_KEPT, clock.instant());
        writer.start();
        Thread.ofVirtual().name("core-housekeeping").start(this::keepHouse);
        return interrupted;
    }

    /// Stores what running answers have said until now, and waits for it, but not longer than that.
    public void storeNow(Duration longest) throws InterruptedException {
        writer.writeNow(longest);
    }

    /// Refuses new turns, waits for those under way, then interrupts them, keeping their text.
    public void close(Duration window) throws InterruptedException {
        turns.close(window);
        closed = true;
    }

    /// Nothing of an earlier run of this server can be alive: its turns are abandoned, whatever it
    /// said before. Those of other servers are, if they have not said for a while that they live.
    private int takeOver() {
        store.heartbeat(node, Instant.EPOCH);
        int interrupted = store.interruptAbandoned(clock.instant(), clock.instant(), abandoned);
        store.heartbeat(node, clock.instant().plus(LEASE));
        return interrupted;
    }

    private void keepHouse() {
        Duration pause = shared ? BETWEEN_HEARTBEATS : BETWEEN_CLEANINGS;
        long nextCleaning = System.nanoTime() + BETWEEN_CLEANINGS.toNanos();
        while (!closed) {
            LockSupport.parkNanos(pause.toNanos());
            try {
                if (shared && !closed) {
                    store.heartbeat(node, clock.instant().plus(LEASE));
                    store.interruptAbandoned(clock.instant(), clock.instant(), abandoned);
                }
                if (System.nanoTime() >= nextCleaning && !closed) {
                    store.forgetKeys(KEYS_ARE_KEPT, clock.instant());
                    nextCleaning = System.nanoTime() + BETWEEN_CLEANINGS.toNanos();
                }
            } catch (AppException e) {
                LOG.warn(
                        "Housekeeping could not reach the store, trying again: {}", e.getMessage());
            }
        }
    }
}
