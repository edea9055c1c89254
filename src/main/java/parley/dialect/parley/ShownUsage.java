package parley.dialect.parley;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import parley.ledger.ModelDay;

/// What an account used and has left.
///
/// @param total of all days and models
/// @param usage newest day first
/// @param byDay of all models, the oldest day first
/// @param byModel of all days, the model with the most requests first
record ShownUsage(
        String tier,
        String from,
        String to,
        Amount total,
        List<Day> usage,
        @JsonProperty("by_day") List<OneDay> byDay,
        @JsonProperty("by_model") List<OneModel> byModel,
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

    /// What all models did on a day.
    record OneDay(String day, @JsonUnwrapped Amount amount) {
        static List<OneDay> of(List<ModelDay> days) {
            Map<String, Amount> sums = sums(days, day -> day.day().toString());
            return sums.entrySet().stream()
                    .map(sum -> new OneDay(sum.getKey(), sum.getValue()))
                    .toList();
        }
    }

    /// What a model did on all days.
    record OneModel(String model, @JsonUnwrapped Amount amount) {
        static List<OneModel> of(List<ModelDay> days) {
            return sums(days, ModelDay::model).entrySet().stream()
                    .map(sum -> new OneModel(sum.getKey(), sum.getValue()))
                    .sorted(Comparator.comparingLong(sum -> -sum.amount.requests))
                    .toList();
        }
    }

    /// In the order of the keys.
    private static Map<String, Amount> sums(List<ModelDay> days, Function<ModelDay, String> key) {
        Map<String, Amount> sums = new TreeMap<>();
        days.forEach(day -> sums.merge(key.apply(day), Amount.of(day), Amount::plus));
        return sums;
    }

    /// Nano-dollars as dollars: `0.00042`, exactly.
    static String dollars(long nanoDollars) {
        BigDecimal dollars = BigDecimal.valueOf(nanoDollars, 9).stripTrailingZeros();
        return dollars.scale() < 0 ? dollars.setScale(0).toPlainString() : dollars.toPlainString();
    }
}
