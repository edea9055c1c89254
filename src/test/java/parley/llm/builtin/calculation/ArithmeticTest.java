package parley.llm.builtin.calculation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
final class ArithmeticTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2+2 | 2 + 2 = 4",
                "What is 2 + 2? | 2 + 2 = 4",
                "20 plus 22 | 20 + 22 = 42",
                "15% of 80 | 15% of 80 = 12",
                "80 + 15% | 80 + 15% = 92",
                "$19.99 * 3 | 19.99 × 3 = 59.97",
                "what is a 20% tip on $45? | 20% of 45 = 9",
                "20% off 50 | 50 - 20% = 40",
                "increase 80 by 15% | 80 + 15% = 92",
                "0.1 + 0.2 | 0.1 + 0.2 = 0.3",
                "1 / 3 + 1 / 6 | 1 / 3 + 1 / 6 = 0.5",
                "10/3 | 10 / 3 ≈ 3.33333333333",
                "10/3 + 1 | 10 / 3 + 1 ≈ 4.33333333333 (exactly 13/3)",
                "(3 + 4)^2 / 7 | (3 + 4)^2 / 7 = 7",
                "2^3^2 | 2^3^2 = 512",
                "-2^2 | -2^2 = -4",
                "2 ** 10 | 2^10 = 1024",
                "2^-2 | 2^-2 = 0.25",
                "(-8)^(1/3) | There is no real number that is the result of that.",
                "10 % 3 | 10 mod 3 = 1",
                "-7 mod 3 | -7 mod 3 = 2",
                "7 x 8 | 7 × 8 = 56",
                "3 × 4 ÷ 2 | 3 × 4 / 2 = 6",
                "2(3+4) | 2(3 + 4) = 14",
                "1,234.5 * 2 | 1,234.5 × 2 = 2,469",
                "1.000.000 | none",
                "3,5 + 2 | 3,5 + 2 = 5.5",
                "1e3 + 1 | 1e3 + 1 = 1001",
                "square root of 2 | √2 ≈ 1.41421356237",
                "√(16) + 1 | √(16) + 1 = 5",
                "sqrt(2.25) | √(2.25) = 1.5",
                "cube root of 27 | cbrt 27 = 3",
                "5! | 5! = 120",
                "factorial of 5 | factorial 5 = 120",
                "5 squared | 5² = 25",
                "2 to the power of 10 | 2^10 = 1024",
                "half of 90 | 1/2 × 90 = 45",
                "twice 21 | 2 × 21 = 42",
                "twenty-two plus three hundred and five | 22 + 305 = 327",
                "two thousand times 3 | 2000 × 3 = 6000",
                "add 5 and 7 | 5 + 7 = 12",
                "subtract 5 from 7 | 7 - 5 = 2",
                "multiply 6 by 7 | 6 × 7 = 42",
                "divide 10 by 4 | 10 / 4 = 2.5",
                "sum of 1, 2 and 3 | 1 + 2 + 3 = 6",
                "what is the sum of 10 and 20? | 10 + 20 = 30",
                "average of 4, 8, 15, 16, 23, 42 | average(4, 8, 15, 16, 23, 42) = 18",
                "max(3, 9, 4) | max(3, 9, 4) = 9",
                "gcd of 12 and 18 | gcd(12, 18) = 6",
                "lcm(4, 6) | lcm(4, 6) = 12",
                "sin(pi/2) | sin(π / 2) ≈ 1",
                "ln(e) | ln(e) ≈ 1",
                "log 1000 | log 1000 ≈ 3",
                "what percent of 80 is 12? | 12 is 15% of 80",
                "12 is what percent of 80 | 12 is 15% of 80",
                "wie viel ist 3 mal 4? | 3 × 4 = 12",
                "combien font 12 fois 3 ? | 12 × 3 = 36",
                "cuánto es 7 por 6 | 7 × 6 = 42",
                "0.1^10 | 0.1^10 = 0.0000000001",
                "1/3^40 | 1 / 3^40 ≈ 8.22526333997 × 10^-20",
                "5/0 | Dividing by zero has no result: there is no number that, times 0, gives 5.",
                "0/0 | 0 divided by 0 has no one result: every number times 0 gives 0.",
                "sqrt(-4) | The square root of a negative number is not a real number.",
                "ln(0) | Only numbers above 0 have a logarithm.",
                "2.5! | Only whole numbers from 0 have a factorial, and 2.5 is not one.",
                "2+(3 | A closing parenthesis is missing.",
                "2+*3 | The expression is not complete: a number is missing.",
                "2 3 | none"
            })
    void calculationsAreSolved(String written, String line) {
        assertThat(said(written)).isEqualTo(line);
    }

    @Test
    void largeNumbersAreExactAsLongAsTheyCanBeRead() {
        assertThat(said("2^100")).isEqualTo("2^100 = 1267650600228229401496703205376");
        assertThat(said("100!")).endsWith("916864000000000000000000000000").hasSize(165);
        assertThat(said("2^5000")).isEqualTo("2^5000 ≈ 1.41246703214 × 10^1505 (1506 digits)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9^9^9^9",
                "9^999999999",
                "10^-99999999",
                "(9^9)^(9^9)",
                "1000!^1000",
                "2^(2^31)",
                "exp(1e9)",
                "99999^99999 * 99999^99999",
                "1e9999"
            })
    void whatWouldBeTooLargeIsRefusedWithASentence(String written) {
        assertThat(said(written)).matches("That number has more than .* digits.*|I compute .*");
    }

    @Test
    void deepNestingIsRefusedOrFollowed() {
        assertThat(said("(".repeat(90) + "1+1" + ")".repeat(90))).endsWith("= 2");
        assertThat(said("(".repeat(900) + "1+1" + ")".repeat(900)))
                .contains("nested more than 100 deep");
        assertThat(said("-".repeat(1_500) + "1")).contains("nested more than 100 deep");
        assertThat(said("1" + "+1".repeat(900))).endsWith("= 901");
        assertThat(said("(".repeat(1_000_000))).isEqualTo("none");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "42",
                "-5",
                "Hello",
                "one of two",
                "2024-01-15",
                "192.168.0.1",
                "3/4/2024",
                "version 1.2.3",
                "I have 3 apples",
                "the answer is 42",
                "x = 3",
                "plus",
                "what is e",
                "twice",
                "10 downing street",
                "e of pi"
            })
    void otherTextIsNone(String written) {
        assertThat(said(written)).isEqualTo("none");
    }

    private static String said(String written) {
        return switch (Arithmetic.solve(written)) {
            case Calculation.Solved solved -> solved.line();
            case Calculation.Refused refused -> refused.sentence();
            case Calculation.None _ -> "none";
        };
    }
}
