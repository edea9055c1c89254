package parley.dialect.parley;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.util.List;
import parley.ledger.ModelDay;

/// What an account used and has left.
///
/// @param total of all days and models
/// @param usage newest day first
record ShownUsage(
        String tier,
        String from,
        String to,
        Amount total,
        List<Day> usage,
        List<ShownLimit> limits) {
    /// @param costUsd the price of the answers whose price is known, in US dollars
    /// @param unpriced how many answers have no known price
    /// @param sources how the counts of tokens came about
    record Amount(
            long requests,
            @JsonProperty("input_tokens") long inputTokens,
            @JsonProperty("output_tokens") long outputTokens,
            @JsonProperty("cached_tokens") long cachedTokens,
            @JsonProperty("reasoning_tokens") long reasoningTokens,
            long images,
            @JsonProperty("cost_usd") String costUsd,
            @JsonProperty("cost_nano_dollars") long costNanoDollars,
            @JsonProperty("unpriced_requests") long unpriced,
            Sources sources) {
        static final Amount NONE = new Amount(0, 0, 0, 0, 0, 0, "0", 0, 0, new Sources(0, 0, 0));

        static Amount of(ModelDay day) {
            return new Amount(
                    day.requests(),
                    day.inputTokens(),
                    day.outputTokens(),
                    day.cachedTokens(),
                    day.reasoningTokens(),
                    day.images(),
                    dollars(day.nanoDollars()),
                    day.nanoDollars(),
                    day.unpriced(),
                    new Sources(day.exact(), day.recovered(), day.estimated()));
        }

        Amount plus(Amount other) {
            return new Amount(
                    requests + other.requests,
                    inputTokens + other.inputTokens,
                    outputTokens + other.outputTokens,
                    cachedTokens + other.cachedTokens,
                    reasoningTokens + other.reasoningTokens,
                    images + other.images,
                    dollars(costNanoDollars + other.costNanoDollars),
                    costNanoDollars + other.costNanoDollars,
                    unpriced + other.unpriced,
                    sources.plus(other.sources));
        }
    }

    record Sources(long exact, long recovered, long estimated) {
        Sources plus(Sources other) {
            return new Sources(
                    exact + other.exact, recovered + other.recovered, estimated + other.estimated);
        }
    }

    record Day(String day, String model, @JsonUnwrapped Amount amount) {
        static Day of(ModelDay day) {
            return new Day(day.day().toString(), day.model(), Amount.of(day));
        }
    }

    /// Nano-dollars as dollars: `0.00042`, exactly.
    static String dollars(long nanoDollars) {
        BigDecimal dollars = BigDecimal.valueOf(nanoDollars, 9).stripTrailingZeros();
        return dollars.scale() < 0 ? dollars.setScale(0).toPlainString() : dollars.toPlainString();
    }
}
