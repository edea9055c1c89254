package parley;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import parley.cli.Program;
import parley.cli.Surroundings;
import parley.error.ErrorCode;
import parley.settings.SettingsReference;

/// Holds the documents against the program.
final class DocsTest {
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)\\)");
    private static final Pattern COMMAND = Pattern.compile("^  ([a-z]+)  ", Pattern.MULTILINE);
    private static final int LONGEST_README = 150;

    @Test
    void theReferenceOfSettingsIsGenerated() throws IOException {
        assertThat(Files.readString(Path.of("docs/reference/settings.md")))
                .as("regenerate it with: ./parley settings --reference")
                .isEqualTo(SettingsReference.render(Settings.ALL));
    }

    @Test
    void everySettingHasANameOfItsOwn() {
        assertThat(Settings.ALL).extracting(setting -> setting.name()).doesNotHaveDuplicates();
        assertThat(Settings.ALL)
                .extracting(setting -> setting.environmentName())
                .doesNotHaveDuplicates();
    }

    @Test
    void everyErrorCodeIsExplained() throws IOException {
        String errors = Files.readString(Path.of("docs/reference/errors.md"));
        for (ErrorCode code : ErrorCode.values()) {
            assertThat(errors).contains("| `%s` | %d |".formatted(code, code.httpStatus()));
        }
    }

    @Test
    void everyLinkLeadsToAFile() {
        for (Path document : documents()) {
            List<String> broken =
                    LINK.matcher(read(document))
                            .results()
                            .map(MatchResult::group)
                            .map(link -> link.substring(2, link.length() - 1))
                            .filter(link -> !Files.exists(folderOf(document).resolve(link)))
                            .toList();
            assertThat(broken).as("links in %s", document).isEmpty();
        }
    }

    @Test
    void theReadmeIsShort() throws IOException {
        assertThat(Files.readAllLines(Path.of("README.md")))
                .hasSizeLessThanOrEqualTo(LONGEST_README);
    }

    @Test
    void theReadmeNamesEveryCommand() throws IOException {
        String readme = Files.readString(Path.of("README.md"));

        List<String> commands =
                COMMAND.matcher(help()).results().map(match -> match.group(1)).toList();

        assertThat(commands).hasSizeGreaterThan(8);
        for (String command : commands) {
            assertThat(readme).contains("`" + command + "`");
        }
    }

    private static String help() {
        StringWriter out = new StringWriter();
        PrintWriter writer = new PrintWriter(out);
        new Program(new ParleyApplication(), Surroundings.ofProcess(), writer, writer)
                .run("--help");
        String help = out.toString();
        return help.substring(help.indexOf("Commands:"), help.indexOf("Begin with:"));
    }

    private static List<Path> documents() {
        try (Stream<Path> top = Files.list(Path.of("."));
                Stream<Path> below = Files.walk(Path.of("docs"))) {
            return Stream.concat(top, below)
                    .filter(file -> file.toString().endsWith(".md"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folderOf(Path document) {
        Path folder = document.getParent();
        return folder == null ? Path.of(".") : folder;
    }

    private static String read(Path document) {
        try {
            return Files.readString(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
