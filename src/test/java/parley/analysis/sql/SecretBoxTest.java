package parley.analysis.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.error.AppException;

final class SecretBoxTest {
    private static final String TEXT = "postgresql://u:päss@h/d";

    @TempDir Path home;

    @Test
    void whatIsSealedIsOpenedByTheSameKeyOnly() throws Exception {
        String sealed = box().seal(TEXT, "data source 1");
        assertThat(sealed).startsWith("v1.").doesNotContain("päss");
        assertThat(box().open(sealed, "data source 1")).isEqualTo(TEXT);
        assertThat(box().seal(TEXT, "data source 1")).isNotEqualTo(sealed);
        assertThat(
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(home.resolve("secret.key"))))
                .isEqualTo("rw-------");
        assertThat(home.toFile().list()).containsExactly("secret.key");
        Files.delete(home.resolve("secret.key"));
        assertRefused(sealed, "data source 1");
    }

    @Test
    void whatWasChangedOrIsOfAnotherPurposeIsRefused() {
        String sealed = box().seal(TEXT, "data source 1");
        assertRefused(sealed, "data source 2");
        char last = sealed.charAt(sealed.length() - 2);
        assertRefused(
                sealed.substring(0, sealed.length() - 2)
                        + (last == 'A' ? 'B' : 'A')
                        + sealed.charAt(sealed.length() - 1),
                "data source 1");
        assertRefused("v2" + sealed.substring(2), "data source 1");
        assertRefused("", "data source 1");
    }

    @Test
    void aSecretThatIsSetNeedsNoFile() {
        SecretBox one = new SecretBox(home, Optional.of("a secret of thirty-two letters !"));
        SecretBox other = new SecretBox(home, Optional.of("a secret of thirty-two letters !"));
        assertThat(other.open(one.seal(TEXT, "x"), "x")).isEqualTo(TEXT);
        assertThat(home.toFile().list()).isEmpty();
    }

    private SecretBox box() {
        return new SecretBox(home, Optional.empty());
    }

    private void assertRefused(String sealed, String purpose) {
        assertThatExceptionOfType(AppException.class)
                .isThrownBy(() -> box().open(sealed, purpose))
                .satisfies(e -> assertThat(e.sentence()).endsWith("."));
    }
}
