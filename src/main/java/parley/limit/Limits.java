package parley.limit;

import java.util.List;
import parley.error.RateLimit;

/// Decides who may use models now. Safe for use by many threads.
public interface Limits {
    /// Takes what an answer will need from what the account has left. The admission must be closed
    /// when the answer has ended, however it ended.
    ///
    /// @throws parley.error.AppException `RATE_LIMITED`, with the account's limits and the time to
    ///   wait; nothing was taken
    Admission admit(long accountId, Expected expected);

    /// What the account has left. Empty where nothing is limited.
    List<RateLimit> state(long accountId);

    /// The name of the account's tier.
    default String tier(long accountId) {
        return Tier.UNLIMITED.name();
    }

    /// Which of an account's limits would refuse this answer; none if it would be admitted. Takes
    /// nothing.
    default List<RateLimit> refusing(long accountId, Expected expected) {
        return Refusal.of(state(accountId), expected);
    }

    /// What an answer will need, as far as it can be known before.
    ///
    /// @param tokens read and written together
    /// @param nanoDollars the price of those tokens; 0 where the model's price is not known
    /// @param images how many pictures are to be made
    record Expected(long tokens, long nanoDollars, int images) {}
}
