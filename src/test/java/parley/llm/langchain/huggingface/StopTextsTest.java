package parley.llm.langchain.huggingface;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StopTextsTest {
    @ParameterizedTest
    @CsvSource({
        "one END two,'one ',true",
        "one EN|D two,'one ',true",
        "one E|N|D,'one ',true",
        "one EN|one EN,one ENone EN,false",
        "EEND,E,true",
        "</s,</s,false",
        "a</s>b END,a,true"
    })
    void theTextEndsBeforeTheFirstStop(String pieces, String text, boolean ended) {
        StopTexts stops = new StopTexts(List.of("END", "</s>", ""));
        StringBuilder passed = new StringBuilder();
        for (String piece : pieces.split("\\|")) {
            passed.append(stops.next(piece));
        }
        passed.append(stops.rest());

        assertThat(passed).hasToString(text);
        assertThat(stops.ended()).isEqualTo(ended);
    }

    @Test
    void onlyWhatMayBeTheBeginningOfAStopIsHeldBack() {
        StopTexts stops = new StopTexts(List.of("END"));

        assertThat(stops.next("one EN")).isEqualTo("one ");
        assertThat(stops.next("ough")).isEqualTo("ENough");
    }
}
