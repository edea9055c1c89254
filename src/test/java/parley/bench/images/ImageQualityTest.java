package parley.bench.images;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// The measurements themselves, on few pictures; what takes time is not held to it here.
class ImageQualityTest {
    @Test
    void lightComesFromWhereItShouldAndLeavesDetailsAlone() throws InterruptedException {
        assertGoals(new LightQuality().run(6));
    }

    @Test
    void picturesGoOnBeyondTheirEdgesWithoutASeam() {
        assertGoals(new ExpandQuality().run(5));
    }

    private static void assertGoals(List<Measure> measures) {
        assertThat(measures).isNotEmpty();
        for (Measure measure : measures) {
            if (!measure.unit().equals("s") && measure.goal().isPresent()) {
                assertThat(measure.goal().get().isMet(measure.figure()))
                        .as("%s: %s", measure.what(), measure.figure())
                        .isTrue();
            }
        }
    }
}
