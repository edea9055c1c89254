package parley.ledger;

import java.time.LocalDate;

/// What one account used of one model on one day, UTC.
///
/// @param model `provider/model`
/// @param nanoDollars the price of the answers whose price is known, in 10⁻⁹ US dollars
/// @param unpriced how many answers have no known price
/// @param exact how many answers have the provider's own counts
/// @param recovered how many have a part of the provider's counts
/// @param estimated how many were counted by the server
public record ModelDay(
        LocalDate day,
        String model,
        long requests,
        long inputTokens,
        long outputTokens,
        long cachedTokens,
        long reasoningTokens,
        long images,
        long nanoDollars,
        long unpriced,
        long exact,
        long recovered,
        long estimated) {}
