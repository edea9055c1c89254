package parley.limit;

import java.time.Duration;
import java.util.List;

/// Counters outside of this process, for several servers. Each call is one round trip and happens
/// as a whole or not at all; one that fails may have happened all the same. Every call but
/// `connect` and `ping` ends within `PATIENCE`, whatever the store does, and does not mind being
/// interrupted. Safe for use by many threads.
public interface SharedStore extends AutoCloseable {
    /// How long a call may take. A request makes two at most before it gives up.
    Duration PATIENCE = Duration.ofMillis(110);

    /// What stands for "no such counter" among the numbers.
    long UNKNOWN = -1;

    /// How much of a quota is used in a window.
    ///
    /// @param name `7:tokens-day:1795132800`: the account's id, the measure, the window's first
    ///   second
    /// @param quota how much there is
    /// @param life after this time the store may forget it
    record Counter(String name, long quota, Duration life) {}

    /// A place among an account's answers under way.
    ///
    /// @param places how many there are; 0 for any number: then none is taken
    /// @param length after this time it is free again, unless it was held
    record Seat(long accountId, String lease, int places, Duration length) {}

    /// @param amount what is added to the counter
    /// @param needed how much has to be left; 0 for "nothing"
    /// @param before where the counter begins if there is none; may be `UNKNOWN`
    record Take(Counter counter, long amount, long needed, long before) {}

    /// @param amount what the counter is changed by, or where it shall be at least
    record Level(Counter counter, long amount) {}

    enum Verdict {
        ADMITTED,
        /// No place was free.
        CROWDED,
        /// Not enough was left of something.
        SPENT,
        /// A counter has no beginning.
        BEGINNING_NEEDED
    }

    /// @param refused the index of what was spent
    /// @param underWay how many answers are under way
    /// @param used in the order asked for; may hold `UNKNOWN`
    record Reply(Verdict verdict, int refused, int underWay, List<Long> used) {
        public Reply {
            used = List.copyOf(used);
        }
    }

    /// Where it is, without secrets.
    String address();

    /// Opens the connection anew. Ends within seconds.
    void connect() throws SharedStoreException;

    /// Whether it answers. Ends within seconds.
    void ping() throws SharedStoreException;

    /// Takes the seat and everything else, or nothing.
    Reply admit(Seat seat, List<Take> takes) throws SharedStoreException;

    /// Looks without taking; the verdict means nothing.
    Reply look(long accountId, List<Counter> counters) throws SharedStoreException;

    /// Changes counters that there are, to not less than nothing and not more than twice the quota.
    void correct(List<Level> differences) throws SharedStoreException;

    /// Brings counters to these levels where they are lower, or are not there.
    void raise(List<Level> levels) throws SharedStoreException;

    /// Makes sure that the seat is taken for its length from now on.
    void hold(Seat seat) throws SharedStoreException;

    void leave(long accountId, String lease) throws SharedStoreException;

    /// Ends the connection.
    @Override
    void close();
}
