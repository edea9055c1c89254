package parley.limit;

import java.util.List;
import parley.error.RateLimit;

/// An answer that was admitted. What was taken for it is put right when its real size is known.
public interface Admission extends AutoCloseable {
    /// What the account had left when it was admitted.
    List<RateLimit> limits();

    /// Replaces what was expected by what was used. Once; without it nothing but the request
    /// counts.
    void settle(long tokens, long nanoDollars);

    /// Ends it: the place among the account's concurrent answers is free again. May be called
    /// again.
    @Override
    void close();
}
