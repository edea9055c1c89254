package parley.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SettingsReferenceTest {
    @Test
    void settingsStandInOneTableForEachGroup() {
        String page =
                SettingsReference.render(
                        List.of(
                                Setting.text("server.host", "127.0.0.1", "Where it listens."),
                                Setting.secret("openai.api.key", "The key."),
                                Setting.flag("server.fast", true, "One | or\nthe other.")));

        assertThat(page)
                .endsWith(
                        """

                        ## server

                        | Name | Environment | Value | Default | What it does |
                        |---|---|---|---|---|
                        | `server.host` | `SERVER_HOST` | text | `127.0.0.1` | Where it listens. |
                        | `server.fast` | `SERVER_FAST` | true or false | `true` | One \\| or the other. |

                        ## openai

                        | Name | Environment | Value | Default | What it does |
                        |---|---|---|---|---|
                        | `openai.api.key` | `OPENAI_API_KEY` | secret |  | The key. |
                        """);
    }

    @Test
    void thePageSaysInWhichOrderValuesAreLookedFor() {
        assertThat(SettingsReference.render(List.of()))
                .startsWith("# Settings\n")
                .containsSubsequence("the default", "parley.properties", "environment", "--set");
    }
}
