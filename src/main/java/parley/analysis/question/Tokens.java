package parley.analysis.question;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Takes a question apart.
final class Tokens {
    private static final Pattern TOKEN =
            Pattern.compile(
                    """
                    (?<quoted>"[^"]+"|“[^”]+”|„[^“”]+[“”]|(?<![\\p{L}\\p{N}])'[^']+'(?![\\p{L}\\p{N}]))\
                    |(?<date>\\d{4}-\\d{1,2}-\\d{1,2}|\\d{1,2}\\.\\d{1,2}\\.\\d{4}|\\d{1,2}/\\d{1,2}/\\d{4})\
                    |(?<ordinal>\\d+(?:st|nd|rd|th)\\b)\
                    |(?<number>(?<![\\p{L}_])-?[€$£]?\\d+(?:,\\d+)*(?:\\.\\d+)?(?:(?:k|K|m|M|bn)(?![\\p{L}])|(?![\\p{L}_])))\
                    |(?<word>[\\p{L}\\p{N}_](?:[\\p{L}\\p{N}_]|['’-](?=[\\p{L}\\p{N}]))*)\
                    |(?<sign><=|>=|!=|<>|==|[<>=%,?#/≥≤≠])\
                    """);

    private static final Map<String, Integer> SPELLED =
            Map.ofEntries(
                    Map.entry("zero", 0),
                    Map.entry("two", 2),
                    Map.entry("three", 3),
                    Map.entry("four", 4),
                    Map.entry("five", 5),
                    Map.entry("six", 6),
                    Map.entry("seven", 7),
                    Map.entry("eight", 8),
                    Map.entry("nine", 9),
                    Map.entry("ten", 10),
                    Map.entry("twelve", 12),
                    Map.entry("dozen", 12),
                    Map.entry("fifteen", 15),
                    Map.entry("twenty", 20),
                    Map.entry("thirty", 30),
                    Map.entry("fifty", 50),
                    Map.entry("hundred", 100),
                    Map.entry("thousand", 1000));

    private Tokens() {}

    static List<Token> of(String question) {
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(question);
        while (matcher.find()) {
            tokens.add(token(matcher));
        }
        return tokens;
    }

    private static Token token(Matcher matcher) {
        String text = matcher.group();
        String norm = text.toLowerCase(Locale.ROOT).replace('’', '\'');
        if (matcher.group("quoted") != null) {
            String inner = text.substring(1, text.length() - 1).strip();
            return new Token(
                    inner, inner.toLowerCase(Locale.ROOT), Token.Kind.QUOTED, Optional.empty());
        }
        if (matcher.group("date") != null) {
            return new Token(text, norm, Token.Kind.DATE, Optional.empty());
        }
        if (matcher.group("ordinal") != null) {
            BigDecimal number = new BigDecimal(norm.substring(0, norm.length() - 2));
            return new Token(text, norm, Token.Kind.ORDINAL, Optional.of(number));
        }
        if (matcher.group("number") != null) {
            return new Token(text, norm, Token.Kind.NUMBER, Optional.of(number(norm)));
        }
        if (matcher.group("word") == null) {
            String sign = norm.replace("≥", ">=").replace("≤", "<=").replace("≠", "!=");
            return new Token(text, sign, Token.Kind.SIGN, Optional.empty());
        }
        return word(text, norm);
    }

    private static Token word(String text, String norm) {
        String plain = norm.endsWith("'s") ? norm.substring(0, norm.length() - 2) : norm;
        Optional<BigDecimal> spelled = Optional.ofNullable(SPELLED.get(plain)).map(BigDecimal::new);
        return new Token(
                text, plain, spelled.isPresent() ? Token.Kind.NUMBER : Token.Kind.WORD, spelled);
    }

    private static BigDecimal number(String norm) {
        String digits = norm.replaceAll("[€$£]", "");
        BigDecimal factor = BigDecimal.ONE;
        if (digits.endsWith("bn")) {
            factor = BigDecimal.valueOf(1_000_000_000);
        } else if (digits.endsWith("m")) {
            factor = BigDecimal.valueOf(1_000_000);
        } else if (digits.endsWith("k")) {
            factor = BigDecimal.valueOf(1_000);
        }
        digits = digits.replaceAll("[a-z]", "").replaceAll(",$", "");
        // A comma before three digits groups thousands; any other is a decimal one.
        String plain =
                digits.matches("-?\\d{1,3}(,\\d{3})+(\\.\\d+)?")
                        ? digits.replace(",", "")
                        : digits.replace(",", ".");
        try {
            return new BigDecimal(plain).multiply(factor);
        } catch (NumberFormatException e) {
            return new BigDecimal(digits.replace(",", "")).multiply(factor);
        }
    }
}
