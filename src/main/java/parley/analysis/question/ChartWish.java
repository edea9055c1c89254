package parley.analysis.question;

import java.util.List;
import java.util.Optional;
import parley.analysis.xmr.XmrOptions;

/// The control chart that a question wants.
///
/// @param valueName what is charted, for people: `mean of sales`
/// @param timeName over what: `week`
/// @param options what the question and those before it say: rules, locked limits, phases
/// @param lockFirst limits come from so many first points; 0 if from all
/// @param splitAt where phases begin, as ISO dates
/// @param signalsSince of which signals the answer is to tell: from this ISO date on
/// @param bucket the time that one point stands for; empty for single values. An unfinished first
///   or last one is left out, and said so
/// @param empty what the value of a stretch of time without rows is
public record ChartWish(
        String valueName,
        String timeName,
        XmrOptions options,
        int lockFirst,
        List<String> splitAt,
        Optional<String> signalsSince,
        Optional<Bucket> bucket,
        Empty empty) {
    /// What stretches of time without rows are.
    public enum Empty {
        /// A number of rows, or of something in them, is 0.
        ZERO,
        /// A sum, a mean, a median of nothing is missing.
        MISSING,
        /// The question itself may leave them out, as `on Mondays` does with the other days.
        UNKNOWN
    }
}
