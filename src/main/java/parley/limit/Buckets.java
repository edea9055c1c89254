package parley.limit;

import io.github.bucket4j.Bucket;

/// Where it is counted what accounts have left. Safe for use by many threads.
interface Buckets {
    /// @param quota how much there is in the window, in the measure's own unit
    record Key(long accountId, Measure measure, long quota, Period.Window window) {}

    /// What is left of one quota in one window. May hold less than nothing: an answer that turned
    /// out longer than expected was given all the same.
    Bucket bucket(Key key);

    /// Takes one of an account's places for answers under way.
    ///
    /// @return whether there was one
    boolean enter(long accountId, int places, String lease);

    /// Gives the place back. May be called again.
    void leave(long accountId, String lease);

    /// How many answers of the account are under way.
    int underWay(long accountId);
}
