package parley.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.dialect.WireClient;

/// What keeps a server from starting. It says why in one line, and leaves the home as it was.
class FailedStartTest {
    @TempDir private Path folder;
    private Launcher launcher;
    private Path home;

    @BeforeEach
    void prepare() {
        launcher = new Launcher(folder);
        home = folder.resolve("home");
    }

    @Test
    void aPortThatIsTaken() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = String.valueOf(taken.getLocalPort());

            assertThat(failure("--port", port)).contains("Port " + port, "is taken", "--port");
            assertThat(home).doesNotExist();
        }
    }

    @Test
    void anAddressOfAnotherMachine() throws Exception {
        assertThat(failure("--host", "203.0.113.1")).contains("203.0.113.1", "server.host");
        assertThat(home).doesNotExist();
    }

    @Test
    void aHomeThatIsAFile() throws Exception {
        Files.writeString(home, "Eggs, milk, flour");

        assertThat(failure()).contains(home.toString(), "is a file", "--home");
        assertThat(home).hasContent("Eggs, milk, flour");
    }

    @Test
    void aHomeThatCannotBeMade() throws Exception {
        Files.writeString(folder.resolve("file"), "");
        home = folder.resolve("file/home");

        assertThat(failure()).contains(home.toString(), "cannot be made", "--home");
    }

    /// Not even root can make a file there.
    @Test
    void aHomeThatCannotBeWrittenTo() throws Exception {
        home = Path.of("/proc/self");

        assertThat(run().err()).containsPattern("--home|PARLEY_HOME");
    }

    @Test
    void aDatabaseOfGarbage() throws Exception {
        Files.createDirectory(home);
        Files.writeString(database(), "This is not a database. ".repeat(1000));

        assertThat(failure()).contains("parley.db", "damaged", "Restore a backup");
    }

    @Test
    void aDatabaseThatLostItsEnd() throws Exception {
        makeHome();
        try (FileChannel file = FileChannel.open(database(), StandardOpenOption.WRITE)) {
            file.truncate(file.size() / 2);
        }

        assertThat(failure()).contains("parley.db", "damaged", "Restore a backup");
    }

    @Test
    void aDatabaseOfANewerParley() throws Exception {
        makeHome();
        execute("PRAGMA user_version = 99");

        assertThat(failure()).contains("newer Parley", "version 99", "restore an older backup");
    }

    @Test
    void aDatabaseOfAnotherProgram() throws Exception {
        Files.createDirectory(home);
        execute("CREATE TABLE recipe (name TEXT)");

        assertThat(failure()).contains("not made by Parley");
    }

    @Test
    void aLineInTheSettingsFileThatIsNoSetting() throws Exception {
        Files.createDirectory(home);
        Files.writeString(home.resolve("parley.properties"), "server.prots = 8000\n");

        assertThat(failure())
                .contains("parley.properties", "server.prots", "Did you mean \"server.ports\"?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    auth.requird=true            | Did you mean "auth.required"?
                    colour=green                 | "parley settings" lists them all.
                    builtin.faults               | --set takes name=value
                    server.shutdown.seconds=soon | server.shutdown.seconds is "soon" in --set; it must be
                    server.shutdown.seconds=-1   | server.shutdown.seconds is "-1" in --set; it must be
                    auth.required=perhaps        | auth.required is "perhaps" in --set; it must be
                    server.ports=http            | server.ports is "http" in --set; it must be
                    database.url=mysql://db/x    | postgresql://
                    """)
    void aSettingThatIsUnknownOrMalformed(String assignment, String sentence) throws Exception {
        assertThat(failure("--set", assignment)).contains(sentence);
        assertThat(home).doesNotExist();
    }

    @Test
    void aSecondServerInTheSameHome() throws Exception {
        try (RunningServer server = launcher.serve(home);
                WireClient client = server.owner()) {
            assertThat(run().err()).contains("A Parley server is using this home.");

            assertThat(home.resolve("server.json")).exists();
            assertThat(Door.PARLEY.messageInNewConversation("Hello").send(client).status())
                    .isEqualTo(200);
            assertThat(server.stop()).isZero();
        }
    }

    @Test
    void afterThatTheHomeStartsAsBefore() throws Exception {
        makeHome();
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            run("--port", String.valueOf(taken.getLocalPort()));
        }
        run("--set", "no.such.setting=1");
        assertThat(filesOf(home))
                .containsOnlyKeys("node.id", "owner.token", "parley.db", "parley.lock");

        makeHome();
    }

    /// Starts a server that cannot start.
    ///
    /// @return the one line that says why
    private String failure(String... options) throws IOException, InterruptedException {
        Map<String, String> before = filesOf(home);
        String line = run(options).err();
        assertThat(filesOf(home)).isEqualTo(before);
        return line;
    }

    private CommandResult run(String... options) throws InterruptedException {
        try (ProgramProcess process = launcher.startServing(home, options)) {
            CommandResult result = process.awaitResult();
            assertThat(result.code()).isEqualTo(1);
            assertThat(result.out()).isEmpty();
            assertThat(result.err())
                    .hasLineCount(1)
                    .matches("(?s).*[.?]\\n")
                    .doesNotContain("Exception", "java.", "parley.Main", "\tat ");
            return result;
        }
    }

    /// Makes a home by a server that starts and stops.
    private void makeHome() throws InterruptedException {
        try (RunningServer server = launcher.serve(home)) {
            assertThat(server.stop()).isZero();
        }
    }

    private Path database() {
        return home.resolve("parley.db");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /// The files of a folder by their names, each with what is in it; none if there is no folder.
    private static Map<String, String> filesOf(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> all = Files.list(folder)) {
                for (Path file : all.toList()) {
                    String content = Files.readString(file, StandardCharsets.ISO_8859_1);
                    files.put(file.getFileName().toString(), content);
                }
            }
        }
        return files;
    }
}
