package parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DoctorCommandTest {
    @TempDir private Path userHome;

    private final TestApplication application = new TestApplication();

    @Test
    void aHealthyMachineIsToldSo() {
        var result = run("doctor");

        assertThat(result.code()).isZero();
        assertThat(result.out())
                .contains("✓ java", "✓ settings", "✓ port 0", "✓ database", "✓ clock", "✓ disk")
                .doesNotContain("✗");
    }

    @Test
    void lookingMakesNothing() {
        run("doctor");

        assertThat(userHome).isEmptyDirectory();
    }

    @Test
    void whatIsBadFailsAndSaysWhatToDo() {
        application.find(Check.bad("database", "is damaged", "Restore a backup."));

        var result = run("doctor");

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.out()).contains("✗ database     is damaged", "Restore a backup.");
    }

    @Test
    void warningsDoNotFail() {
        application.find(Check.warning("models", "only the built-in one", "Set a key."));

        var result = run("doctor");

        assertThat(result.code()).isZero();
        assertThat(result.out()).contains("! models");
    }

    @Test
    void whatIsAbsentIsNotSaidToBeWell() {
        application.find(Check.absent("ollama", "absent. It does not answer."));

        var result = run("doctor");

        assertThat(result.code()).isZero();
        assertThat(result.out()).contains("- ollama       absent").doesNotContain("✓ ollama");
        assertThat(run("doctor", "--json").out()).contains("\"state\" : \"absent\"");
    }

    @Test
    void jsonHasTheSame() {
        application.find(Check.bad("database", "is damaged", "Restore a backup."));

        var result = run("doctor", "--json");

        assertThat(result.code()).isEqualTo(1);
        JsonNode report = JsonMapper.shared().readTree(result.out());
        assertThat(report.path("healthy").asBoolean()).isFalse();
        JsonNode last = report.path("checks").get(report.path("checks").size() - 1);
        assertThat(last.path("state").asString()).isEqualTo("bad");
        assertThat(last.path("subject").asString()).isEqualTo("database");
    }

    @Test
    void aWrongSettingIsOneOfTheFindings() {
        var result = run("doctor", "--set", "auth.required=perhaps");

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.out()).contains("✗ settings", "it must be true or false", "✓ java");
    }

    @Test
    void aTakenPortIsBadIfItIsTheFirstAndAWarningIfNot() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();

            var first = run("doctor", "--set", "server.ports=" + port);
            var second = run("doctor", "--set", "server.ports=0," + port);

            assertThat(first.code()).isEqualTo(1);
            assertThat(first.out()).contains("✗ port " + port, "in use by another program");
            assertThat(second.code()).isZero();
            assertThat(second.out()).contains("✓ port 0", "! port " + port);
        }
    }

    @Test
    void aPortHeldByTheServerOfThisHomeIsGood() throws IOException {
        Path home = Files.createDirectory(userHome.resolve(".parley"));
        try (var taken = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();
            new ServerFile(home.resolve("server.json"))
                    .write(URI.create("http://127.0.0.1:" + port));

            assertThat(run("doctor", "--set", "server.ports=" + port).out())
                    .contains("✓ port " + port, "the server of this home runs at");
        }
    }

    @Test
    void aHomeThatOthersCanReadIsAWarning() throws IOException {
        Path home = Files.createDirectory(userHome.resolve(".parley"));
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));

        assertThat(run("doctor").out()).contains("! home", "can be read by other users", "chmod");

        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx------"));
        assertThat(run("doctor").out()).contains("✓ home");
    }

    @Test
    void aHomeThatIsAFileIsBad() throws IOException {
        Files.writeString(userHome.resolve(".parley"), "");

        assertThat(run("doctor").out()).contains("✗ home", "is a file");
    }

    @Test
    void aFileFromTheFutureMakesTheClockDoubtful() throws IOException {
        Path home = Files.createDirectory(userHome.resolve(".parley"));
        Path file = Files.writeString(home.resolve("parley.db"), "");
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().plus(1, ChronoUnit.HOURS)));

        assertThat(run("doctor").out()).contains("! clock", "Set the clock");
    }

    @Test
    void littleDiskSpaceIsAWarningAndHardlyAnyIsBad() {
        assertThat(HomeChecks.disk(2L << 30).state()).isEqualTo(Check.State.GOOD);
        assertThat(HomeChecks.disk(1L << 29).state()).isEqualTo(Check.State.WARNING);
        assertThat(HomeChecks.disk(1L << 20).state()).isEqualTo(Check.State.BAD);
        assertThat(HomeChecks.disk(3L << 29).finding()).startsWith("1.5 GiB");
    }

    @Test
    void fewOpenFilesAreAWarning() {
        assertThat(MachineChecks.openFiles("Max open files  1024  4096  files").state())
                .isEqualTo(Check.State.WARNING);
        assertThat(MachineChecks.openFiles("Max open files  65536  unlimited  files").state())
                .isEqualTo(Check.State.GOOD);
        assertThat(MachineChecks.openFiles("Max open files  unlimited  unlimited  files").state())
                .isEqualTo(Check.State.GOOD);
    }

    private CommandRun.Result run(String... words) {
        return new CommandRun(application, userHome).run(words);
    }
}
