package parley.dialect.parley;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an answer would use. Nothing was asked, stored or taken.
///
/// @param model `provider/model` that would answer
/// @param cost null where the model's price is not known
/// @param allowed whether the account's limits would admit it now
/// @param refusedBy the names of the limits that would not
record ShownEstimate(
        @JsonProperty("dry_run") boolean dryRun,
        String model,
        @JsonProperty("input_tokens") long inputTokens,
        @JsonProperty("output_tokens") Output output,
        @JsonProperty("cost_usd") @Nullable Cost cost,
        boolean allowed,
        @JsonProperty("refused_by") List<String> refusedBy,
        List<ShownLimit> limits) {
    /// @param expected what is set aside for it
    /// @param most where it would be cut off
    record Output(long expected, long most) {}

    /// @param least for reading alone
    /// @param most for the longest answer
    record Cost(String least, String expected, String most) {}
}
