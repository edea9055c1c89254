package parley.llm.builtin.skill;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Numbers that can be computed one after another.
enum Series {
    PRIMES,
    FIBONACCI,
    SQUARES,
    CUBES,
    EVEN,
    ODD,
    POWERS_OF_TWO,
    TRIANGULAR;

    /// The series that people call so.
    static Optional<Series> named(String name) {
        return switch (name) {
            case "primes", "prime numbers" -> Optional.of(PRIMES);
            case "fibonacci numbers", "fibonacci sequence", "numbers of the fibonacci sequence" ->
                    Optional.of(FIBONACCI);
            case "squares", "square numbers" -> Optional.of(SQUARES);
            case "cubes", "cube numbers" -> Optional.of(CUBES);
            case "even numbers" -> Optional.of(EVEN);
            case "odd numbers" -> Optional.of(ODD);
            case "powers of two" -> Optional.of(POWERS_OF_TWO);
            case "triangular numbers" -> Optional.of(TRIANGULAR);
            default -> Optional.empty();
        };
    }

    List<String> first(int count) {
        return switch (this) {
            case PRIMES ->
                    IntStream.iterate(2, number -> number + 1)
                            .filter(Series::isPrime)
                            .limit(count)
                            .mapToObj(String::valueOf)
                            .toList();
            case FIBONACCI -> fibonacci(count);
            case SQUARES -> each(count, number -> number.multiply(number));
            case CUBES -> each(count, number -> number.pow(3));
            case EVEN -> each(count, number -> number.shiftLeft(1));
            case ODD -> each(count, number -> number.shiftLeft(1).subtract(BigInteger.ONE));
            case POWERS_OF_TWO ->
                    each(count, number -> BigInteger.TWO.pow(number.intValueExact() - 1));
            case TRIANGULAR ->
                    each(
                            count,
                            number -> number.multiply(number.add(BigInteger.ONE)).shiftRight(1));
        };
    }

    private static List<String> each(int count, UnaryOperator<BigInteger> member) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(BigInteger::valueOf)
                .map(member)
                .map(BigInteger::toString)
                .toList();
    }

    private static List<String> fibonacci(int count) {
        record Pair(BigInteger here, BigInteger next) {}
        return Stream.iterate(
                        new Pair(BigInteger.ZERO, BigInteger.ONE),
                        pair -> new Pair(pair.next(), pair.here().add(pair.next())))
                .limit(count)
                .map(pair -> pair.here().toString())
                .toList();
    }

    private static boolean isPrime(int number) {
        for (int divisor = 2; divisor * divisor <= number; divisor++) {
            if (number % divisor == 0) {
                return false;
            }
        }
        return true;
    }
}
