package parley.llm;

import java.util.Optional;

/// How a model is to answer.
///
/// @param reasoningEffort how long to think first: `none`, `minimal`, `low`, `medium`, `high`; the
///   provider's default when empty
public record ModelOptions(
        Sampling sampling, ToolUse tools, OutputFormat format, Optional<String> reasoningEffort) {
    public static final ModelOptions DEFAULT = of(Sampling.DEFAULT);

    public static ModelOptions of(Sampling sampling) {
        return new ModelOptions(sampling, ToolUse.NONE, new OutputFormat.Text(), Optional.empty());
    }

    /// The same with other tools.
    public ModelOptions withTools(ToolUse others) {
        return new ModelOptions(sampling, others, format, reasoningEffort);
    }
}
