package parley.llm.builtin.calculation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
final class NumberQuestionsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "what is bigger, 9.11 or 9.9 | 9.9 is larger than 9.11.",
                "which is smaller: -3 or 2 | -3 is smaller than 2.",
                "which is larger, 0.5 or 0.50 | Both are equal: 0.5 = 0.50.",
                "is 5 greater than 7 | No: 5 < 7.",
                "is 5 < 7 | Yes: 5 < 7.",
                "is 17 prime | Yes, 17 is prime.",
                "is 91 a prime number | No, 91 = 7 × 13.",
                "is 1 prime | No, 1 is not prime: primes begin with 2.",
                "is 999999999989 prime | Yes, 999999999989 is prime.",
                "is 999999999999999999 prime | No, 999999999999999999 is not prime.",
                "is 12 even or odd | 12 is even.",
                "prime factors of 360 | 360 = 2 × 2 × 2 × 3 × 3 × 5.",
                "factors of 9999999999999 | I factor numbers from 2 to a million millions.",
                "255 in binary | 255 = 0b11111111",
                "what is 255 in hex | 255 = 0xFF",
                "0xff to decimal | 0xff = 255",
                "0b101 in octal | 0b101 = 0o5"
            })
    void questionsAboutNumbersAreAnswered(String line, String answer) {
        assertThat(NumberQuestions.answer(line)).contains(answer);
    }

    @ParameterizedTest
    @CsvSource({
        "is berlin larger than paris",
        "what is bigger",
        "is 5 a good number",
        "factors of success"
    })
    void otherQuestionsAreNot(String line) {
        assertThat(NumberQuestions.answer(line)).isEmpty();
    }
}
