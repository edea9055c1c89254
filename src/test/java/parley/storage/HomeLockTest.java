package parley.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.error.AppException;
import parley.error.ErrorCode;

final class HomeLockTest {
    @TempDir private Path home;

    @Test
    void oneServerHasAHomeAtATime() throws Exception {
        try (ChildJvm other = ChildJvm.start(HoldsHome.class, home.toString())) {
            assertThat(other.readLine()).isEqualTo("held");
            assertThatThrownBy(() -> HomeLock.acquire(home))
                    .isInstanceOfSatisfying(
                            AppException.class,
                            e -> assertThat(e.code()).isEqualTo(ErrorCode.CONFLICT));
            other.kill();
            HomeLock.acquire(home).close();
        }
    }

    @Test
    void tryingAgainInTheSameProcessDoesNotLoseTheLock() throws Exception {
        try (HomeLock _ = HomeLock.acquire(home)) {
            assertThatThrownBy(() -> HomeLock.acquire(home)).isInstanceOf(AppException.class);
            try (ChildJvm other = ChildJvm.start(HoldsHome.class, home.toString())) {
                assertThat(other.readLine()).isNull();
            }
        }
        HomeLock.acquire(home).close();
    }

    @Test
    void aHomeThatIsNotThereYetIsMade() {
        Path deep = home.resolve("a/b");
        HomeLock.acquire(deep).close();
        assertThat(deep).isDirectory();
    }

    @Test
    void aHomeThatCannotBeIsSaid() throws IOException {
        Path file = Files.createFile(home.resolve("file"));
        assertThatThrownBy(() -> HomeLock.acquire(file))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("PARLEY_HOME")
                .hasMessageNotContaining(home.toString());
    }
}
