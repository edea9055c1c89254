package parley.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.error.AppException;
import parley.error.ErrorCode;

class SettingsLoaderTest {
    private static final Setting<String> HOST = Setting.text("server.host", "127.0.0.1", "Where.");
    private static final Setting<Boolean> AUTH = Setting.flag("auth.required", false, "Tokens.");
    private static final Setting<Duration> WAIT =
            Setting.seconds("turn.wait-time", 60, 1, 900, "How long.");
    private static final Setting<String> KEY = Setting.secret("openai.api.key", "The key.");
    private static final Setting<Integer> SECRET_NUMBER =
            new Setting<>("vault.pin", "secret", "1", "A pin.", true, SettingsLoaderTest::parsePin);

    @TempDir private Path home;

    @Test
    void withoutAnySourceEverySettingHasItsDefault() {
        LoadedSettings loaded = load(Map.of());

        assertThat(loaded.values().get(HOST)).isEqualTo("127.0.0.1");
        assertThat(loaded.origin(HOST)).isEqualTo(SettingOrigin.DEFAULT);
        assertThat(loaded.values().isGiven(HOST)).isFalse();
    }

    @Test
    void aLaterSourceWinsOverAnEarlierOne() throws IOException {
        file("server.host = from-file\nauth.required=yes\nturn.wait-time = 5\n");

        LoadedSettings loaded =
                new SettingsLoader(all())
                        .load(
                                new SettingSources(
                                        settingsFile(),
                                        Map.of("SERVER_HOST", "from-env", "TURN_WAIT_TIME", "6"),
                                        List.of("server.host=from-set", "server.host=from-last"),
                                        Map.of()));

        assertThat(loaded.values().get(HOST)).isEqualTo("from-last");
        assertThat(loaded.values().get(WAIT)).isEqualTo(Duration.ofSeconds(6));
        assertThat(loaded.values().get(AUTH)).isTrue();
        assertThat(List.of(HOST, WAIT, AUTH, KEY).stream().map(loaded::origin))
                .containsExactly(
                        SettingOrigin.COMMAND_LINE,
                        SettingOrigin.ENVIRONMENT,
                        SettingOrigin.FILE,
                        SettingOrigin.DEFAULT);
    }

    @Test
    void anOptionOfItsOwnIsStrongerThanSet() {
        LoadedSettings loaded =
                new SettingsLoader(all())
                        .load(
                                new SettingSources(
                                        settingsFile(),
                                        Map.of(),
                                        List.of("server.host=set"),
                                        Map.of("--host", "server.host=option")));

        assertThat(loaded.values().get(HOST)).isEqualTo("option");
    }

    @Test
    void anEmptyVariableCountsAsNotSet() throws IOException {
        file("server.host=from-file");

        assertThat(load(Map.of("SERVER_HOST", " ")).values().get(HOST)).isEqualTo("from-file");
    }

    @Test
    void anEmptyValueInTheFileIsAValue() throws IOException {
        file("server.host=");

        assertThat(load(Map.of()).values().get(HOST)).isEmpty();
    }

    @Test
    void theFileIsReadAsUtf8() throws IOException {
        file("server.host = grüße.example\n");

        assertThat(load(Map.of()).values().get(HOST)).isEqualTo("grüße.example");
    }

    @Test
    void anUnknownNameInTheFileNamesTheNearestOne() throws IOException {
        file("sever.hots=a");

        assertThat(sentence(Map.of()))
                .isEqualTo(
                        "parley.properties sets \"sever.hots\", which is not a setting. Did you mean"
                                + " \"server.host\"?");
    }

    @Test
    void anUnknownNameFarFromAllOthersPointsToTheList() {
        assertThat(sentence(Map.of(), "colour=blue"))
                .isEqualTo(
                        "--set sets \"colour\", which is not a setting. \"parley settings\" lists"
                                + " them all.");
    }

    @Test
    void theEnvironmentNameInTheFileIsRecognised() throws IOException {
        file("AUTH_REQUIRED=true");

        assertThat(sentence(Map.of())).contains("Did you mean \"auth.required\"?");
    }

    @Test
    void aMalformedValueNamesItsPlaceAndWhatItMustBe() throws IOException {
        assertThat(sentence(Map.of("TURN_WAIT_TIME", "soon")))
                .isEqualTo(
                        "turn.wait-time is \"soon\" in the environment (TURN_WAIT_TIME); it must be"
                                + " a whole number from 1 to 900.");
        assertThat(sentence(Map.of(), "turn.wait-time=901"))
                .isEqualTo(
                        "turn.wait-time is \"901\" in --set; it must be a whole number from 1 to"
                                + " 900.");
        file("auth.required = maybe");
        assertThat(sentence(Map.of()))
                .isEqualTo(
                        "auth.required is \"maybe\" in parley.properties; it must be true or"
                                + " false.");
    }

    @Test
    void aMalformedValueIsRefusedEvenWhenAStrongerSourceCoversIt() throws IOException {
        file("auth.required=maybe");

        assertThat(sentence(Map.of("AUTH_REQUIRED", "true"))).contains("parley.properties");
    }

    @Test
    void aMalformedSecretIsNotRepeated() {
        assertThat(sentence(Map.of("VAULT_PIN", "hunter2")))
                .isEqualTo(
                        "vault.pin is malformed in the environment (VAULT_PIN); it must be a"
                                + " number.");
    }

    @Test
    void aSetWithoutANameIsNotRepeatedSinceItMayBeASecret() {
        assertThat(sentence(Map.of(), "hunter2"))
                .isEqualTo("--set takes name=value, for instance --set auth.required=true.");
        assertThat(sentence(Map.of(), "=hunter2")).doesNotContain("hunter2");
    }

    @Test
    void aNameThatAppearsTwiceInTheFileIsRefused() throws IOException {
        file("server.host=a\nauth.required=true\nserver.host=a\n");

        assertThat(sentence(Map.of()))
                .isEqualTo("parley.properties sets server.host twice; keep one of the lines.");
    }

    @Test
    void aFileThatIsNotUtf8IsRefused() throws IOException {
        Files.write(settingsFile(), "server.host=grüße".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(sentence(Map.of()))
                .isEqualTo("parley.properties is not UTF-8 text; save it as UTF-8.");
    }

    @Test
    void aFolderInThePlaceOfTheFileIsRefused() throws IOException {
        Files.createDirectory(settingsFile());

        assertThat(sentence(Map.of())).contains("must be a file you may read");
    }

    @Test
    void aBrokenEscapeInTheFileIsRefused() throws IOException {
        file("server.host=\\u12");

        assertThat(sentence(Map.of())).contains("four hex digits");
    }

    @Test
    void secretsAreMaskedWhereTheyAreShown() {
        LoadedSettings loaded = load(Map.of("OPENAI_API_KEY", "hunter2"));

        assertThat(loaded.shown(KEY)).isEqualTo("********");
        assertThat(loaded.values().get(KEY)).isEqualTo("hunter2");
        assertThat(load(Map.of()).shown(KEY)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rw-rw-rw-"})
    void aSecretInAFileThatOthersCanReadIsRefusedAndNotRepeated(String rights) throws IOException {
        file("openai.api.key=hunter2\n");
        Files.setPosixFilePermissions(settingsFile(), PosixFilePermissions.fromString(rights));

        assertThat(sentence(Map.of()))
                .contains("openai.api.key", "chmod 600 parley.properties", "OPENAI_API_KEY")
                .doesNotContain("hunter2", home.toString());
    }

    @Test
    void aSecretInAFileOfItsOwnerAloneIsTaken() throws IOException {
        file("openai.api.key=hunter2\n");
        Files.setPosixFilePermissions(settingsFile(), PosixFilePermissions.fromString("rw-------"));

        assertThat(load(Map.of()).values().get(KEY)).isEqualTo("hunter2");
    }

    @Test
    void aFileWithoutSecretsMayBeReadByAll() throws IOException {
        file("server.host=example.org\nopenai.api.key=\n");
        Files.setPosixFilePermissions(settingsFile(), PosixFilePermissions.fromString("rw-r--r--"));

        assertThat(load(Map.of("OPENAI_API_KEY", "hunter2")).values().get(KEY))
                .isEqualTo("hunter2");
    }

    @Test
    void twoSettingsOfOneNameAreAMistakeOfTheProgram() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SettingsLoader(List.of(HOST, HOST)))
                .withMessageContaining("server.host");
    }

    private LoadedSettings load(Map<String, String> environment, String... assignments) {
        return new SettingsLoader(all())
                .load(
                        new SettingSources(
                                settingsFile(), environment, List.of(assignments), Map.of()));
    }

    private String sentence(Map<String, String> environment, String... assignments) {
        AppException failure =
                catchThrowableOfType(AppException.class, () -> load(environment, assignments));
        assertThat(failure.code()).isEqualTo(ErrorCode.INVALID_REQUEST);
        return failure.sentence();
    }

    private void file(String text) throws IOException {
        Files.writeString(settingsFile(), text);
    }

    private Path settingsFile() {
        return home.resolve("parley.properties");
    }

    private static List<Setting<?>> all() {
        return List.of(HOST, AUTH, WAIT, KEY, SECRET_NUMBER);
    }

    private static Integer parsePin(String text) {
        try {
            return Integer.valueOf(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("a number", e);
        }
    }
}
