package parley.llm.builtin.skill;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.llm.builtin.language.Words;

final class CountingTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "count from 1 to 5 | 1, 2, 3, 4, 5",
                "Count to three, please. | 1, 2, 3",
                "count down from 4 | 4, 3, 2, 1",
                "count backwards from 10 to 7 | 10, 9, 8, 7",
                "count from 5 down to 3 | 5, 4, 3",
                "count from 3 to 1 | 3, 2, 1",
                "count from -2 to 1 | -2, -1, 0, 1",
                "count from 0 to 20 by 5 | 0, 5, 10, 15, 20",
                "zähle von 1 bis 3 | 1, 2, 3",
                "list the numbers from 8 to 10 | 8, 9, 10"
            })
    void itCounts(String message, String numbers) throws InterruptedException {
        assertThat(Talk.answer(message)).isEqualTo(numbers);
    }

    @Test
    void countingEndsSomewhere() throws InterruptedException {
        assertThat(Talk.answer("count from 1 to 999999999"))
                .startsWith("1, 2, 3, ")
                .endsWith("10000, … I stop after 10000 numbers.");
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "30, 30", "69, 69", "500, 500", "20000, 20000", "900000, 20000"})
    void loremIpsumHasExactlySoManyWords(int wanted, int written) throws InterruptedException {
        String text = Talk.answer("lorem ipsum of " + wanted + " words");
        assertThat(Words.count(text)).isEqualTo(written);
        assertThat(text).startsWith("Lorem").endsWith(".");
    }

    @Test
    void paragraphsOfLoremIpsumAreLong() throws InterruptedException {
        assertThat(Words.count(Talk.answer("3 paragraphs of lorem ipsum"))).isEqualTo(240);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name the planets | 1. Mercury\\n2. Venus\\n3. Earth\\n4. Mars\\n5. Jupiter\\n6. Saturn\\n7. Uranus\\n8. Neptune",
                "list 2 colours | 1. red\\n2. orange",
                "give me a list of three animals | 1. ant\\n2. bear\\n3. cat",
                "days of the week | 1. Monday\\n2. Tuesday\\n3. Wednesday\\n4. Thursday\\n5. Friday\\n6. Saturday\\n7. Sunday",
                "what are the seasons? | 1. spring\\n2. summer\\n3. autumn\\n4. winter",
                "the first 5 prime numbers | 2, 3, 5, 7, 11",
                "list the first 8 fibonacci numbers | 0, 1, 1, 2, 3, 5, 8, 13",
                "list 4 powers of two | 1, 2, 4, 8",
                "list three triangular numbers | 1, 3, 6"
            })
    void itListsWhatItKnows(String message, String list) throws InterruptedException {
        assertThat(Talk.answer(message)).isEqualTo(list.replace("\\n", "\n"));
    }

    @Test
    void itSaysWhereItsKnowledgeEnds() throws InterruptedException {
        assertThat(Talk.answer("list 12 planets"))
                .endsWith("8. Neptune\n\nMore than these 8 I do not know.");
    }

    @ParameterizedTest
    @CsvSource({
        "how many r's are in strawberry?, The letter “R” is 3 times in “strawberry”.",
        "count the letter s in Mississippi, The letter “S” is 4 times in “mississippi”.",
        "How many times does the letter z appear in pizza, The letter “Z” is 2 times in “pizza”.",
        "how many x in apple, The letter “X” is not in “apple”."
    })
    void itCountsLetters(String message, String answer) throws InterruptedException {
        assertThat(Talk.answer(message)).isEqualTo(answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "flip a coin",
                "roll a die",
                "pick a number between 1 and 6",
                "choose: tea or coffee"
            })
    void chanceIsDecidedByTheWordsAndSaysSo(String message) throws InterruptedException {
        assertThat(Talk.answer(message)).isEqualTo(Talk.answer(message)).contains("not by chance");
    }
}
