package parley.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogSettingsTest {
    @Test
    void rulesNameWhoAnswersForWhom() {
        Fallbacks fallbacks = Fallbacks.parse(" a/b:1 -> c/d/e , f ;; g->h; * -> builtin/parley ");

        assertThat(fallbacks.byModel())
                .containsEntry("a/b:1", List.of("c/d/e", "f"))
                .containsEntry("g", List.of("h"))
                .containsEntry("*", List.of("builtin/parley"))
                .hasSize(3);
        assertThat(Fallbacks.parse("  ")).isEqualTo(Fallbacks.NONE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "gpt-4o: claude | 'gpt-4o: claude' has not one ->",
                "a -> b -> c | 'a -> b -> c' has not one ->",
                "-> b | '-> b' names no model before the ->",
                "a -> | 'a ->' lacks a model's name after the ->",
                "a -> b,, c | lacks a model's name",
                "a -> a | sends a model to itself",
                "a -> * | has a * after the ->",
                "a -> b, b | names a model twice",
                "a -> b; a -> c | 'a -> c' is a second rule"
            })
    void aRuleThatMakesNoSenseIsNamed(String text, String problem) {
        assertThatThrownBy(() -> Fallbacks.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("rules such as 'openai/gpt-4o -> ")
                .hasMessageContaining(problem);
    }

    @Test
    void pricesAreTwoFiguresOrThree() {
        PriceList prices = PriceList.parse("openai/gpt-4o=2.5/10, llama3.2:1b = 0.1/0.05/0.2,");

        assertThat(prices.find("openai", "gpt-4o"))
                .contains(
                        new Price(
                                new BigDecimal("2.5"),
                                new BigDecimal("2.5"),
                                new BigDecimal("10")));
        assertThat(prices.find("groq", "llama3.2:1b").orElseThrow().cachedInput())
                .isEqualByComparingTo("0.05");
        assertThat(prices.find("groq", "gpt-4o")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "gpt-4o | 'gpt-4o' names no model before a =",
                "=1/2 | names no model",
                "a=1 | has not two or three figures",
                "a=1/2/3/4 | has not two or three figures",
                "a=1/x | 'a=1/x' has 'x' for a figure",
                "a=-1/2 | has '-1' for a figure",
                "a=1e99/2 | has '1e99' for a figure",
                "a=1/2,a=1/3 | has a second price"
            })
    void aPriceThatMakesNoSenseIsNamed(String text, String problem) {
        assertThatThrownBy(() -> PriceList.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("name=input/output or name=input/cached/output")
                .hasMessageContaining(problem);
    }
}
