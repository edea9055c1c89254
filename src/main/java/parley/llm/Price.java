package parley.llm;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// What a model costs, in US dollars for a million tokens.
///
/// @param input for tokens read
/// @param cachedInput for tokens read from the provider's cache
/// @param output for tokens written
public record Price(BigDecimal input, BigDecimal cachedInput, BigDecimal output) {
    private static final BigDecimal NANO_DOLLARS_A_MILLIONTH = BigDecimal.valueOf(1000);

    public static final Price FREE = new Price(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

    /// The price of an answer in nano-dollars (10⁻⁹ US dollars), rounded half up.
    public long nanoDollars(Usage usage) {
        BigDecimal fresh = BigDecimal.valueOf(usage.inputTokens() - usage.cachedTokens());
        return input.multiply(fresh)
                .add(cachedInput.multiply(BigDecimal.valueOf(usage.cachedTokens())))
                .add(output.multiply(BigDecimal.valueOf(usage.outputTokens())))
                .multiply(NANO_DOLLARS_A_MILLIONTH)
                .setScale(0, RoundingMode.HALF_UP)
                .min(BigDecimal.valueOf(Long.MAX_VALUE))
                .longValue();
    }
}
