package parley.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.error.AppException;
import parley.error.ErrorCode;

final class PromptTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Hello {name}!                        | Hello Ada!
                    {name} and {name}                    | Ada and Ada
                    {{name}} is a variable, {name} not   | {name} is a variable, Ada not
                    {{{name}}}                           | {Ada}
                    if (a) { return b; }                 | if (a) { return b; }
                    {"a": 1, "b": {name}}                | {"a": 1, "b": Ada}
                    {} { } {1} {a b}                     | {} { } {1} {a b}
                    {größe}                              | XL
                    { {name}                             | { Ada
                    $1 \\ {name}                         | $1 \\ Ada
                    """)
    void variablesAreReplacedAndOtherBracesStay(String content, String expected) {
        Map<String, String> values = Map.of("name", "Ada", "größe", "XL", "unused", "x");

        assertThat(PromptText.fill(content, values)).isEqualTo(expected);
    }

    @Test
    void whatAValueHoldsIsNoVariable() {
        Map<String, String> values = Map.of("a", "{b} {{c}} $0 \\", "b", "secret");

        assertThat(PromptText.fill("{a}", values)).isEqualTo("{b} {{c}} $0 \\");
    }

    @Test
    void everyVariableWithoutAValueIsNamed() {
        assertThatThrownBy(() -> PromptText.fill("{one} {two} {three}", Map.of("two", "2")))
                .isInstanceOfSatisfying(
                        AppException.class,
                        problem -> {
                            assertThat(problem.code()).isEqualTo(ErrorCode.UNPROCESSABLE);
                            assertThat(problem.sentence()).contains("\"one\", \"three\"");
                        });
    }

    @Test
    void variablesAreListedInTheirOrder() {
        assertThat(PromptText.variables("{b} {{x}} {a} {b} {c-1}"))
                .containsExactly("b", "a", "c-1");
    }

    @Test
    void everySystemTemplateHasWhatPromptsHaveAndVariables() {
        assertThat(SystemTemplates.all()).hasSizeGreaterThan(10);
        assertThat(SystemTemplates.all())
                .allSatisfy(template -> {
                    assertThat(template.title()).isNotBlank();
                    assertThat(template.scenario()).matches("[a-z]+");
                    assertThat(template.description()).endsWith(".");
                    assertThat(PromptText.variables(template.content())).isNotEmpty();
                    assertThat(template.template()).isTrue();
                });
        assertThat(SystemTemplates.all()).extracting(Prompt::title).doesNotHaveDuplicates();
    }
}
