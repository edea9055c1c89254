package parley.limit;

import parley.error.RateLimit.Unit;
import parley.limit.Limits.Expected;

/// What a tier can limit over a period.
enum Measure {
    REQUESTS_MINUTE("requests-minute", Unit.REQUESTS, Period.MINUTE, "requests a minute"),
    REQUESTS_DAY("requests-day", Unit.REQUESTS, Period.DAY, "requests a day"),
    TOKENS_MINUTE("tokens-minute", Unit.TOKENS, Period.MINUTE, "tokens a minute"),
    TOKENS_DAY("tokens-day", Unit.TOKENS, Period.DAY, "tokens a day"),
    /// Counted in nano-dollars, so that answers that cost next to nothing add up; shown in
    /// millionths.
    MONEY_MONTH("money-month", Unit.MICRO_DOLLARS, Period.MONTH, "US dollars a month"),
    IMAGES_DAY("images-day", Unit.IMAGES, Period.DAY, "images a day");

    static final int NANOS_A_MICRO = 1000;
    private static final double NANOS_A_DOLLAR = 1e9;

    private final String title;
    private final Unit unit;
    private final Period period;
    private final String words;

    Measure(String title, Unit unit, Period period, String words) {
        this.title = title;
        this.unit = unit;
        this.period = period;
        this.words = words;
    }

    /// The limit's name in headers and answers.
    String title() {
        return title;
    }

    Unit unit() {
        return unit;
    }

    Period period() {
        return period;
    }

    /// A quota in words: `10 requests a minute`, `2.50 US dollars a month`.
    String words(long quota) {
        return this == MONEY_MONTH
                ? "%.2f %s".formatted(quota / NANOS_A_DOLLAR, words)
                : quota + " " + words;
    }

    /// How much an answer will take.
    long of(Expected expected) {
        return of(1, expected.tokens(), expected.nanoDollars(), expected.images());
    }

    /// How much of what was used counts here.
    long of(UsageHistory.Used used) {
        return of(used.requests(), used.tokens(), used.nanoDollars(), used.images());
    }

    long of(long requests, long tokens, long nanoDollars, long images) {
        return switch (unit) {
            case REQUESTS -> requests;
            case TOKENS -> tokens;
            case MICRO_DOLLARS -> nanoDollars;
            case IMAGES -> images;
            case CONCURRENT_TURNS -> throw new IllegalStateException("Nothing counts up there.");
        };
    }

    /// An amount as it is shown.
    long shown(long amount) {
        return this == MONEY_MONTH ? Math.floorDiv(amount, NANOS_A_MICRO) : amount;
    }
}
