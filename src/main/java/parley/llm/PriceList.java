package parley.llm;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Prices that whoever runs the server has set.
///
/// @param prices by `provider/model`, or by the model's name at any provider
public record PriceList(Map<String, Price> prices) {
    static final PriceList NONE = new PriceList(Map.of());

    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000);

    public PriceList {
        prices = Map.copyOf(prices);
    }

    /// Reads `name=input/output, name=input/cached/output, …`.
    ///
    /// @throws IllegalArgumentException with what it must be, and which entry is not
    static PriceList parse(String text) {
        Map<String, Price> prices = new LinkedHashMap<>();
        for (String entry : text.split(",", -1)) {
            if (entry.isBlank()) {
                continue;
            }
            int equals = entry.lastIndexOf('=');
            if (equals < 0 || entry.substring(0, equals).isBlank()) {
                throw wrong(entry, "names no model before a =");
            }
            String name = entry.substring(0, equals).strip();
            if (prices.put(name, price(entry, entry.substring(equals + 1))) != null) {
                throw wrong(entry, "has a second price for the same model");
            }
        }
        return prices.isEmpty() ? NONE : new PriceList(prices);
    }

    /// The price of a model; the full name comes first.
    Optional<Price> find(String provider, String model) {
        if (prices.isEmpty()) {
            return Optional.empty();
        }
        return Optional.ofNullable(prices.get(provider + "/" + model))
                .or(() -> Optional.ofNullable(prices.get(model)));
    }

    private static Price price(String entry, String text) {
        String[] figures = text.split("/", -1);
        return switch (figures.length) {
            case 2 -> {
                BigDecimal input = figure(entry, figures[0]);
                yield new Price(input, input, figure(entry, figures[1]));
            }
            case 3 ->
                    new Price(
                            figure(entry, figures[0]),
                            figure(entry, figures[1]),
                            figure(entry, figures[2]));
            default -> throw wrong(entry, "has not two or three figures");
        };
    }

    private static BigDecimal figure(String entry, String text) {
        try {
            BigDecimal figure = new BigDecimal(text.strip());
            if (figure.signum() >= 0 && figure.compareTo(MOST) <= 0 && figure.scale() <= 9) {
                return figure;
            }
        } catch (NumberFormatException e) {
            // Falls through to the one sentence that says what is right.
        }
        throw wrong(entry, "has '%s' for a figure".formatted(text.strip()));
    }

    private static IllegalArgumentException wrong(String entry, String problem) {
        return new IllegalArgumentException(
                "name=input/output or name=input/cached/output, separated by commas, in US dollars"
                        + " for a million tokens; '%s' %s".formatted(entry.strip(), problem));
    }
}
