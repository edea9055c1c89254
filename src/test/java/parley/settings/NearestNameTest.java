package parley.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestNameTest {
    @Test
    void theDistanceCountsLettersToChange() {
        assertThat(NearestName.distance("", "")).isZero();
        assertThat(NearestName.distance("abc", "")).isEqualTo(3);
        assertThat(NearestName.distance("port", "ports")).isEqualTo(1);
        assertThat(NearestName.distance("port", "part")).isEqualTo(1);
        assertThat(NearestName.distance("host", "hots")).isEqualTo(1);
        assertThat(NearestName.distance("kitten", "sitting")).isEqualTo(3);
    }

    @Test
    void theNearestOfSeveralIsFound() {
        assertThat(
                        NearestName.find(
                                "server.prots", List.of("server.host", "server.ports", "other")))
                .contains("server.ports");
    }

    @Test
    void whatIsFarFromAllIsNotGuessed() {
        assertThat(NearestName.find("x", List.of("server.host"))).isEmpty();
        assertThat(NearestName.find("x", List.of())).isEmpty();
    }
}
