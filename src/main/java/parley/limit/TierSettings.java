package parley.limit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import parley.settings.Setting;
import parley.settings.SettingValues;

/// The settings of one tier.
final class TierSettings {
    private static final int MOST = 1_000_000_000;
    private static final BigDecimal MOST_DOLLARS = BigDecimal.valueOf(1_000_000);

    private final String name;
    private final Map<Measure, Setting<Long>> quotas = new EnumMap<>(Measure.class);
    private final Setting<Long> concurrentTurns;

    /// @param requestsMinute and the rest: what holds where the settings say nothing
    TierSettings(
            String name,
            int requestsMinute,
            int requestsDay,
            int tokensMinute,
            int tokensDay,
            int dollarsMonth,
            int concurrentTurns,
            int imagesDay) {
        this.name = name;
        quotas.put(
                Measure.REQUESTS_MINUTE,
                count("requests.per.minute", requestsMinute, "How many answers in a minute"));
        quotas.put(
                Measure.REQUESTS_DAY,
                count("requests.per.day", requestsDay, "How many answers in a day (UTC)"));
        quotas.put(
                Measure.TOKENS_MINUTE,
                count(
                        "tokens.per.minute",
                        tokensMinute,
                        "How many tokens, read and written together, in a minute"));
        quotas.put(
                Measure.TOKENS_DAY,
                count(
                        "tokens.per.day",
                        tokensDay,
                        "How many tokens, read and written together, in a day (UTC)"));
        quotas.put(Measure.MONEY_MONTH, dollars(dollarsMonth));
        quotas.put(
                Measure.IMAGES_DAY,
                count("images.per.day", imagesDay, "How many images in a day (UTC)"));
        this.concurrentTurns =
                count("concurrent.turns", concurrentTurns, "How many answers at the same time");
    }

    List<Setting<?>> all() {
        return Stream.<Setting<?>>concat(
                        new ArrayList<Setting<?>>(quotas.values()).stream(),
                        Stream.of(concurrentTurns))
                .toList();
    }

    Tier tier(SettingValues values) {
        Map<Measure, Long> limited = new EnumMap<>(Measure.class);
        quotas.forEach((measure, setting) -> {
            long quota = values.get(setting);
            if (quota > 0) {
                limited.put(measure, quota);
            }
        });
        return new Tier(name, limited, Math.toIntExact(values.get(concurrentTurns)));
    }

    private Setting<Long> count(String what, int fallback, String description) {
        return new Setting<>(
                "tier.%s.%s".formatted(name, what),
                "number, 0 to %d".formatted(MOST),
                String.valueOf(fallback),
                "%s an account of the tier %s may have. 0: any number."
                        .formatted(description, name),
                false,
                TierSettings::parseCount);
    }

    private Setting<Long> dollars(int fallback) {
        return new Setting<>(
                "tier.%s.money.per.month".formatted(name),
                "US dollars, 0 to %s".formatted(MOST_DOLLARS),
                String.valueOf(fallback),
                "How many US dollars the models that an account of the tier %s uses may cost in a month (UTC), where their price is known: 2.50. 0: any amount."
                        .formatted(name),
                false,
                TierSettings::parseDollars);
    }

    private static long parseCount(String text) {
        String digits = text.strip();
        if (digits.matches("[0-9]{1,10}") && Long.parseLong(digits) <= MOST) {
            return Long.parseLong(digits);
        }
        throw new IllegalArgumentException("a whole number from 0 to %d".formatted(MOST));
    }

    private static long parseDollars(String text) {
        String digits = text.strip();
        if (digits.matches("[0-9]{1,7}([.][0-9]{1,6})?")) {
            BigDecimal dollars = new BigDecimal(digits);
            if (dollars.compareTo(MOST_DOLLARS) <= 0) {
                return dollars.movePointRight(9).longValueExact();
            }
        }
        throw new IllegalArgumentException("an amount like 2.50, at most " + MOST_DOLLARS);
    }
}
