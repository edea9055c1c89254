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
/// @param bucket the time that one point stands for: `day`, `week`, … ; empty for single values. An
///   unfinished last one is left out, and said so
public record ChartWish(
        String valueName,
        String timeName,
        XmrOptions options,
        int lockFirst,
        List<String> splitAt,
        Optional<String> signalsSince,
        Optional<String> bucket) {}
