package parley.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import parley.error.AppException;

final class JsonTest {
    private record Answer(String zeta, @Nullable String alpha, List<Integer> numbers) {}

    private record Timed(Instant at) {}

    private record MaybeTimed(Optional<Instant> at) {}

    @Test
    void aRecordIsWrittenInItsOrderWithItsNulls() {
        assertThat(Json.text(new Answer("ä", null, List.of(1, 2))))
                .isEqualTo("{\"zeta\":\"ä\",\"alpha\":null,\"numbers\":[1,2]}");
        assertThat(Json.bytes(new Answer("ä", null, List.of())))
                .isEqualTo(
                        "{\"zeta\":\"ä\",\"alpha\":null,\"numbers\":[]}"
                                .getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aTimeIsNeverWrittenByAccident() {
        assertThatThrownBy(() -> Json.text(new Timed(Instant.EPOCH)))
                .hasMessageContaining("Instant");
        assertThatThrownBy(() -> Json.text(new MaybeTimed(Optional.of(Instant.EPOCH))))
                .hasMessageContaining("Instant");
    }

    @Test
    void anObjectIsReadUnderTheRulesForBodies() {
        assertThat(Json.readObject("{\"a\":1}").get("a").intValue()).isEqualTo(1);
        assertThatThrownBy(() -> Json.readObject("[]")).isInstanceOf(AppException.class);
        assertThatThrownBy(() -> Json.readObject("{\"a\":1,\"a\":1}"))
                .isInstanceOf(AppException.class);
    }
}
