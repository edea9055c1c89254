package parley.llm.langchain.anthropic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContinuedTextTest {
    /// `_` is a space, `/` a line's end, `|` the border of two pieces.
    @ParameterizedTest
    @CsvSource({
        "One_,_two,two",
        "One_,two,two",
        "One//,/|/two,two",
        "One//,/two,two",
        "One/,_two,_two",
        "One,_two,_two",
        "One_,_|_two,_two"
    })
    void whiteSpaceThatWasSaidAlreadyIsPassedOver(String soFar, String pieces, String rest) {
        String said = spaced(soFar);
        ContinuedText continued = ContinuedText.after(said, said.stripTrailing());

        assertThat(
                        Arrays.stream(spaced(pieces).split("\\|"))
                                .map(continued::next)
                                .collect(Collectors.joining()))
                .isEqualTo(spaced(rest));
    }

    private static String spaced(String text) {
        return text.replace('_', ' ').replace('/', '\n');
    }
}
