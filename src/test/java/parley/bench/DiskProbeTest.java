package parley.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DiskProbeTest {
    @TempDir private Path temporary = Path.of("");

    @Test
    void theDiskIsAskedAndLeftAsItWas() {
        assertThat(DiskProbe.writesPerSecond(temporary, Duration.ofMillis(20))).isPositive();
        assertThat(temporary).isEmptyDirectory();
    }
}
