package parley.limit;

import java.util.List;

/// Where it is counted what accounts use. Safe for use by many threads.
interface Counters {
    /// One quota in one window.
    ///
    /// @param quota how much there is in the window, in the measure's own unit
    record Key(long accountId, Measure measure, long quota, Period.Window window) {}

    /// An amount of a quota.
    record Claim(Key key, long amount) {
        /// How much must be left. An answer that makes no images needs no room for them; one whose
        /// price or length is not known in advance needs some.
        long needed() {
            return amount == 0 && key.measure() != Measure.IMAGES_DAY ? 1 : amount;
        }
    }

    /// An answer that asks to be admitted.
    ///
    /// @param places how many answers the account may have under way; 0 for any number
    /// @param lease the name of the place it wants
    record Entry(long accountId, int places, String lease, List<Claim> claims) {
        public Entry {
            claims = List.copyOf(claims);
        }

        List<Key> keys() {
            return claims.stream().map(Claim::key).toList();
        }
    }

    /// How an account stands.
    ///
    /// @param left what is left of each quota, in the order they were asked for. May be less than
    ///   nothing: an answer that turned out longer than expected was given all the same.
    /// @param underWay how many answers are under way
    record Standing(List<Long> left, int underWay) {
        public Standing {
            left = List.copyOf(left);
        }
    }

    sealed interface Outcome {
        Standing standing();

        record Admitted(Standing standing) implements Outcome {}

        /// All places are taken.
        record Crowded(Standing standing) implements Outcome {}

        /// @param claim the index of a claim for which not enough is left
        record Spent(int claim, Standing standing) implements Outcome {}
    }

    /// Takes a place and all of the claims, or nothing.
    Outcome admit(Entry entry);

    /// Looks without taking.
    Standing standing(long accountId, List<Key> keys);

    /// Puts right what was taken: takes a positive amount even where it is not there, gives a
    /// negative one back.
    void correct(long accountId, List<Claim> differences);

    /// Gives the place back. May be called again.
    void leave(long accountId, String lease);
}
