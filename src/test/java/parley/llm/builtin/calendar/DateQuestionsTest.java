package parley.llm.builtin.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DateQuestionsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "what day is it today | Today is Saturday, 21 November 2026 (UTC).",
                "what's the date | Today is Saturday, 21 November 2026 (UTC).",
                "today's date | Today is Saturday, 21 November 2026 (UTC).",
                "what year is it | It is 2026.",
                "what month are we in | It is November 2026.",
                "what is tomorrow's date | That is Sunday, 22 November 2026.",
                "what day was yesterday | That was Friday, 20 November 2026.",
                "what weekday was 29 february 2024 | 29 February 2024 was a Thursday.",
                "what day of the week is 2027-07-04 | 4 July 2027 is a Sunday.",
                "what day of the week was july 4th, 1776 | 4 July 1776 was a Thursday.",
                "on which day was 9.11.1989 | 9 November 1989 was a Thursday.",
                "2024-01-15 | 15 January 2024 was a Monday.",
                "days between 2024-01-01 and 2024-12-31 | From 1 January 2024 to 31 December 2024 it is 365 days.",
                "how many days from 2024-12-31 to 2024-01-01 | From 1 January 2024 to 31 December 2024 it is 365 days.",
                "how many weeks between 2026-01-01 and 2026-01-15 | From 1 January 2026 to 15 January 2026 it is 2 weeks (14 days).",
                "how long from 2024-01-31 to 2026-03-02 | From 31 January 2024 to 2 March 2026 it is 2 years, 1 month and 2 days (761 days).",
                "how many days until christmas | It is 34 days until Friday, 25 December 2026.",
                "how many days until 1 january | It is 41 days until Friday, 1 January 2027.",
                "days until 2026-11-21 | That is today, Saturday, 21 November 2026.",
                "how long since 2026-11-01 | Sunday, 1 November 2026 was 20 days ago.",
                "how many days until 2026-11-22 | It is 1 day until Sunday, 22 November 2026.",
                "what is the date in 30 days | 30 days after 21 November 2026 is Monday, 21 December 2026.",
                "in 2 weeks | 2 weeks after 21 November 2026 is Saturday, 5 December 2026.",
                "what date is 3 weeks before christmas | 3 weeks before 25 December 2026 is Friday, 4 December 2026.",
                "10 days ago | 10 days before 21 November 2026 is Wednesday, 11 November 2026.",
                "add 3 months and 2 days to 2026-01-31 | 3 months and 2 days after 31 January 2026 is Saturday, 2 May 2026.",
                "2026-01-31 plus one month | One month after 31 January 2026 is Saturday, 28 February 2026.",
                "subtract 1 year from 2024-02-29 | 1 year before 29 February 2024 is Tuesday, 28 February 2023.",
                "when is next friday | Next Friday is 27 November 2026, counted from today.",
                "when was last monday | Last Monday is 16 November 2026, counted from today.",
                "when is easter 2027 | 28 March 2027 is a Sunday.",
                "what week is it | Saturday, 21 November 2026 is in ISO week 47 of 2026.",
                "iso week of 2027-01-01 | Friday, 1 January 2027 is in ISO week 53 of 2026.",
                "is 2024 a leap year | Yes, 2024 is a leap year: its February has 29 days.",
                "was 1900 a leap year | No, 1900 is not a leap year: of the years that end a century only those divisible by 400 are.",
                "is 2026 a leap year | No, 2026 is not a leap year: it is not divisible by 4.",
                "when is the next leap year | The next leap year is 2028.",
                "how many days are in february 2024 | February 2024 has 29 days.",
                "how many days does 2024 have | 2024 has 366 days.",
                "what day of the year is 2024-12-31 | Tuesday, 31 December 2024 is day 366 of 2024.",
                "how old is someone born on 1990-05-17 | Born on 17 May 1990 makes 36 years old today, 21 November 2026.",
                "how many days old is someone born on 2000-01-01 | Born on 1 January 2000 makes 9821 days old today, 21 November 2026.",
                "what's the difference between 2020-02-28 and 2020-03-01 | From 28 February 2020 to 1 March 2020 it is 2 days.",
                "i was born in 1990, how old am i | Born in 1990 makes 35 or 36 years old, before or after the birthday in 2026.",
                "what weekday is 30 february 2024 | There is no 30 February 2024: that month has 29 days.",
                "what weekday is 2024-13-01 | There is no month 13; a year has 12.",
                "what day is 900000 weeks from now | That date lies outside the years 1 to 9999."
            })
    void datesAreAnswered(String line, String answer) {
        assertThat(DateQuestions.answer(line, TODAY)).contains(answer);
    }

    @Test
    void theTimeIsNotKnownOnPurpose() {
        assertThat(DateQuestions.answer("what time is it in tokyo", TODAY).orElseThrow())
                .contains("not by the minute", "Saturday, 21 November 2026");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "what is the best day of my life",
                "what happened in 1989",
                "tell me about the months of pregnancy",
                "how many days does it take to walk to rome",
                "today i feel great",
                "the update is due"
            })
    void otherQuestionsAreNot(String line) {
        assertThat(DateQuestions.answer(line, TODAY)).isEmpty();
    }
}
