package parley.llm.builtin.calculation;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Answers questions about numbers that are no expressions: which is larger, whether one is prime,
/// what it is in binary.
public final class NumberQuestions {
    private static final int LONGEST = 120;
    // Trial division up to the root of it takes about a millisecond.
    private static final long LARGEST_FACTORED = 1_000_000_000_000L;
    private static final String NUMBER = "(-?\\d[\\d.,]{0,30}|-?\\d)";
    private static final Pattern COMPARISON =
            Pattern.compile(
                    "(?:what|which)(?: number| one)?(?:'s| is) (bigger|larger|greater|higher"
                            + "|more|smaller|less|lower)"
                            + "(?: number)?[,:]? (?:between )?"
                            + NUMBER
                            + " (?:or|and) "
                            + NUMBER);
    private static final Pattern RELATION =
            Pattern.compile(
                    "is "
                            + NUMBER
                            + " (bigger|larger|greater|higher|more|smaller|less|lower|<"
                            + "|>) ?(?:than )?"
                            + NUMBER);
    private static final Pattern PRIME =
            Pattern.compile("is (\\d{1,18}) (?:a )?(?:prime|composite)(?: number)?");
    private static final Pattern PARITY =
            Pattern.compile(
                    "is (-?\\d{1,18}) (?:an? )?(even|odd)(?: number)?(?: or (?:even|odd))?");
    private static final Pattern FACTORS =
            Pattern.compile(
                    "(?:what are the |find the |list the )?(?:prime )?(?:factors|factori[sz]e"
                            + "|factori[sz]ation)(?: of)? (\\d{1,13})");
    private static final Pattern BASE =
            Pattern.compile(
                    "(?:(?:convert|what(?:'s| is)|write) )?(0x[0-9a-f]{1,15}|0b[01]{1,62}"
                            + "|\\d{1,18})(?: from (?:hex|hexadecimal|binary|decimal))?"
                            + " (?:in|to|into|as) (binary|hex|hexadecimal|octal|decimal)(?:"
                            + " numbers?)?");

    private NumberQuestions() {}

    /// @param line on one line, in lower case, without a question mark
    public static Optional<String> answer(String line) {
        if (line.length() > LONGEST) {
            return Optional.empty();
        }
        Matcher comparison = COMPARISON.matcher(line);
        if (comparison.matches()) {
            return comparison(comparison.group(1), comparison.group(2), comparison.group(3));
        }
        Matcher relation = RELATION.matcher(line);
        if (relation.matches()) {
            return relation(relation.group(2), relation.group(1), relation.group(3));
        }
        Matcher prime = PRIME.matcher(line);
        if (prime.matches()) {
            return Optional.of(primality(Long.parseLong(prime.group(1))));
        }
        Matcher parity = PARITY.matcher(line);
        if (parity.matches()) {
            boolean even = Long.parseLong(parity.group(1)) % 2 == 0;
            return Optional.of(parity.group(1) + " is " + (even ? "even." : "odd."));
        }
        Matcher factors = FACTORS.matcher(line);
        if (factors.matches()) {
            return Optional.of(factorisation(Long.parseLong(factors.group(1))));
        }
        Matcher base = BASE.matcher(line);
        return base.matches()
                ? Optional.of(inBase(base.group(1), base.group(2)))
                : Optional.empty();
    }

    private static Optional<String> comparison(String kind, String one, String other) {
        return order(one, other)
                .map(order -> {
                    if (order == 0) {
                        return "Both are equal: " + one + " = " + other + ".";
                    }
                    boolean first = isSmaller(kind) == order < 0;
                    return (first ? one : other)
                            + (isSmaller(kind) ? " is smaller than " : " is larger than ")
                            + (first ? other : one)
                            + ".";
                });
    }

    private static Optional<String> relation(String kind, String one, String other) {
        return order(one, other)
                .map(order -> {
                    boolean holds = isSmaller(kind) ? order < 0 : order > 0;
                    String sign = order < 0 ? " < " : order > 0 ? " > " : " = ";
                    return (holds ? "Yes: " : "No: ") + one + sign + other + ".";
                });
    }

    private static boolean isSmaller(String kind) {
        return List.of("smaller", "less", "lower", "<").contains(kind);
    }

    private static Optional<Integer> order(String one, String other) {
        Optional<Rational> first = number(one);
        Optional<Rational> second = number(other);
        return first.isEmpty() || second.isEmpty()
                ? Optional.empty()
                : Optional.of(first.get().compareTo(second.get()));
    }

    private static Optional<Rational> number(String text) {
        boolean negative = text.startsWith("-");
        return Numeral.at(text, negative ? 1 : 0)
                .map(numeral -> numeral.value().number())
                .map(number -> negative ? number.negated() : number);
    }

    private static String primality(long number) {
        // Below 2^64 thirty rounds leave no doubt in practice: one in 2^60.
        if (BigInteger.valueOf(number).isProbablePrime(60)) {
            return "Yes, " + number + " is prime.";
        }
        return number < 2
                ? "No, %d is not prime: primes begin with 2.".formatted(number)
                : number <= LARGEST_FACTORED
                        ? "No, " + factorisation(number)
                        : "No, " + number + " is not prime.";
    }

    private static String factorisation(long number) {
        if (number < 2 || number > LARGEST_FACTORED) {
            return "I factor numbers from 2 to a million millions.";
        }
        List<String> factors = new ArrayList<>();
        long rest = number;
        for (long factor = 2; factor * factor <= rest; factor++) {
            while (rest % factor == 0) {
                factors.add(String.valueOf(factor));
                rest /= factor;
            }
        }
        if (rest > 1) {
            factors.add(String.valueOf(rest));
        }
        return factors.size() == 1
                ? number + " is prime."
                : number + " = " + String.join(" × ", factors) + ".";
    }

    private static String inBase(String written, String base) {
        long number =
                written.startsWith("0x")
                        ? Long.parseLong(written.substring(2), 16)
                        : written.startsWith("0b")
                                ? Long.parseLong(written.substring(2), 2)
                                : Long.parseLong(written);
        String result =
                switch (base) {
                    case "binary" -> "0b" + Long.toBinaryString(number);
                    case "octal" -> "0o" + Long.toOctalString(number);
                    case "decimal" -> Long.toString(number);
                    default -> "0x" + Long.toHexString(number).toUpperCase(Locale.ROOT);
                };
        return written + " = " + result;
    }
}
