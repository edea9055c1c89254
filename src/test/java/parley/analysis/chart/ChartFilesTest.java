package parley.analysis.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.analysis.chart.ChartFiles.Kind;
import parley.analysis.chart.ChartStyle.Format;
import parley.error.AppException;
import parley.error.ErrorCode;
import parley.settings.SettingValues;

class ChartFilesTest {
    private static final Instant NOW = Instant.parse("2024-01-15T10:30:15Z");
    private static final byte[] PICTURE = {1, 2, 3};

    @TempDir private Path home;

    @Test
    void aPictureIsKeptUnderANameThatTellsWhatAndWhen() throws IOException {
        try (ChartFiles files = files(Map.of())) {
            ChartFile main = files.write(Kind.MAIN, Format.PNG, PICTURE);
            assertThat(main.name()).matches("xmr_chart_20240115_103015_[0-9a-z]{10}\\.png");
            assertThat(main.path()).isEqualTo("charts/" + main.name());
            assertThat(main.url()).isEqualTo("http://localhost:8000/api/charts/" + main.name());
            assertThat(main.mediaType()).isEqualTo("image/png");
            assertThat(files.write(Kind.SUMMARY, Format.JPEG, PICTURE).name())
                    .matches("xmr_summary_20240115_103015_[0-9a-z]{10}\\.jpg");
            assertThat(files.read(main.name()).orElseThrow()).isEqualTo(PICTURE);
            assertThat(files.describe(main.name())).contains(main);
            try (Stream<Path> kept = Files.list(home.resolve("charts"))) {
                assertThat(kept).hasSize(2).noneMatch(file -> file.toString().endsWith(".part"));
            }
        }
    }

    @Test
    void picturesOfTheSameSecondDoNotOverwriteEachOther() {
        try (ChartFiles files = files(Map.of())) {
            Set<String> names = new HashSet<>();
            for (int i = 0; i < 50; i++) {
                names.add(files.write(Kind.MAIN, Format.SVG, PICTURE).name());
            }
            assertThat(names).hasSize(50);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "secret.png",
                "../secret.png",
                "..%2Fsecret.png",
                "/etc/passwd",
                "xmr_chart_20240115_103015_abcdefghij.png/../../secret.png",
                "xmr_chart_20240115_103015_abcdefghij.png.part",
                "xmr_chart_20240115_103015_abcdefghij.png\u0000",
                "xmr_chart_20240115_103015_abcdefghij.png\n",
                "xmr_chart_20240115_103015_ABCDEFGHIJ.png",
                "xmr_chart_20240115_103015_abcdefghij.exe",
            })
    void otherNamesAreNeverLookedFor(String name) throws IOException {
        Files.writeString(home.resolve("secret.png"), "secret");
        try (ChartFiles files = files(Map.of())) {
            files.write(Kind.MAIN, Format.PNG, PICTURE);
            assertThat(files.read(name)).isEmpty();
            assertThat(files.describe(name)).isEmpty();
        }
    }

    @Test
    void aLinkIsNotFollowed() throws IOException {
        String name = "xmr_chart_20240115_103015_abcdefghij.png";
        Path secret = Files.writeString(home.resolve("secret"), "secret");
        Files.createDirectories(home.resolve("charts"));
        Files.createSymbolicLink(home.resolve("charts").resolve(name), secret);
        try (ChartFiles files = files(Map.of())) {
            assertThatExceptionOfType(AppException.class)
                    .isThrownBy(() -> files.read(name))
                    .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.UNAVAILABLE))
                    .satisfies(e -> assertThat(e.sentence()).doesNotContain(home.toString()));
        }
    }

    @Test
    void oldPicturesAreDeletedAndNothingElse() throws IOException {
        try (ChartFiles files = files(Map.of("chart.max.age.days", "7"))) {
            String old = files.write(Kind.MAIN, Format.PNG, PICTURE).name();
            String young = files.write(Kind.MAIN, Format.PNG, PICTURE).name();
            Path other = Files.writeString(home.resolve("charts/xmr_notes.txt"), "mine");
            Path unfinished = Files.writeString(home.resolve("charts/" + old + ".part"), "half");
            for (Path file : new Path[] {home.resolve("charts/" + old), other, unfinished}) {
                age(file, Duration.ofDays(8));
            }
            age(home.resolve("charts/" + young), Duration.ofDays(6));
            assertThat(files.removeOld()).isEqualTo(2);
            assertThat(files.read(old)).isEmpty();
            assertThat(files.read(young)).isPresent();
            assertThat(other).exists();
            assertThat(unfinished).doesNotExist();
        }
    }

    @Test
    void aFolderThatCannotBeWrittenIsSaidWithoutItsPath() throws IOException {
        Files.writeString(home.resolve("charts"), "a file");
        try (ChartFiles files = files(Map.of())) {
            assertThatExceptionOfType(AppException.class)
                    .isThrownBy(() -> files.write(Kind.MAIN, Format.PNG, PICTURE))
                    .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.UNAVAILABLE))
                    .satisfies(e ->
                            assertThat(e.sentence())
                                    .contains("chart.output.directory")
                                    .doesNotContain(home.toString()));
        }
    }

    private static void age(Path file, Duration age) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(NOW.minus(age)));
    }

    private ChartFiles files(Map<String, String> settings) {
        return new ChartFiles(
                ChartSettings.from(new SettingValues(settings)), home, InstantSource.fixed(NOW));
    }
}
