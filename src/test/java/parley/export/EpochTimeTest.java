package parley.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

final class EpochTimeTest {
    @ParameterizedTest
    @CsvSource({
        "1700000000, 2023-11-14T22:13:20Z",
        "1700000000.25, 2023-11-14T22:13:20.250Z",
        "1700000000250, 2023-11-14T22:13:20.250Z",
        "1700000000250000, 2023-11-14T22:13:20.250Z",
        "1700000000250000000, 2023-11-14T22:13:20.250Z"
    })
    void theSizeTellsTheUnit(String number, String time) {
        assertThat(EpochTime.of(JsonMapper.shared().readTree(number)))
                .contains(Instant.parse(time));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"1700000000\"", "0", "-5", "{}"})
    void whatIsNoTimeIsNone(String json) {
        assertThat(EpochTime.of(JsonMapper.shared().readTree(json))).isEmpty();
    }
}
