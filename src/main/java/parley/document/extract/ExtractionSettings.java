package parley.document.extract;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import parley.document.extract.bound.Bounds;
import parley.settings.Setting;
import parley.settings.SettingValues;

/// What reading a document may cost, and what reads pictures of pages.
///
/// @param parallel how many documents are read at once; each in a process with that memory
/// @param tesseract whether Tesseract reads pages without text
/// @param tesseractCommand its name or path
/// @param tesseractLanguages as Tesseract names them: `eng+deu`; empty for its own default
public record ExtractionSettings(
        Bounds bounds,
        int parallel,
        Recognition tesseract,
        String tesseractCommand,
        String tesseractLanguages) {
    static final Setting<Integer> PAGES =
            Setting.number(
                    "documents.pages", 5_000, 1, 1_000_000, "How many pages a document may have.");
    static final Setting<Integer> CHARACTERS =
            Setting.number(
                    "documents.characters",
                    12_000_000,
                    1_000,
                    200_000_000,
                    "How many characters the text of a document may have.");
    static final Setting<Integer> MEMORY =
            Setting.number(
                    "documents.memory",
                    512,
                    64,
                    16_384,
                    "How many MB of memory the reading of one document may take. It is read in a"
                            + " process of its own, so that a file which unpacks to more harms"
                            + " nobody.");
    static final Setting<Duration> PATIENCE =
            Setting.seconds(
                    "documents.seconds",
                    60,
                    1,
                    3_600,
                    "How long the reading of one document may take.");
    static final Setting<Integer> PARALLEL =
            Setting.number(
                    "documents.parallel",
                    2,
                    1,
                    64,
                    "How many documents are read at the same time.");
    static final Setting<Recognition> TESSERACT =
            new Setting<>(
                    "documents.tesseract",
                    "auto, on or off",
                    "auto",
                    "Whether Tesseract reads pages that are only a picture: auto where it is"
                            + " installed; on refuses to start without it.",
                    false,
                    ExtractionSettings::parseRecognition);
    static final Setting<String> TESSERACT_COMMAND =
            Setting.text(
                    "documents.tesseract.command",
                    "tesseract",
                    "The name or path of the program Tesseract.");
    static final Setting<String> TESSERACT_LANGUAGES =
            Setting.text(
                    "documents.tesseract.languages",
                    "",
                    "The languages in which Tesseract reads, as it names them: eng+deu. Without any"
                            + " it chooses its own default, English.");

    public static final List<Setting<?>> ALL =
            List.of(
                    PAGES,
                    CHARACTERS,
                    MEMORY,
                    PATIENCE,
                    PARALLEL,
                    TESSERACT,
                    TESSERACT_COMMAND,
                    TESSERACT_LANGUAGES);

    /// Whether pictures of pages are read.
    public enum Recognition {
        /// Where the program is installed.
        AUTO,
        ON,
        OFF
    }

    public static ExtractionSettings from(SettingValues values) {
        return new ExtractionSettings(
                new Bounds(
                        values.get(PAGES),
                        values.get(CHARACTERS),
                        values.get(MEMORY),
                        values.get(PATIENCE)),
                values.get(PARALLEL),
                values.get(TESSERACT),
                values.get(TESSERACT_COMMAND),
                values.get(TESSERACT_LANGUAGES));
    }

    private static Recognition parseRecognition(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "auto" -> Recognition.AUTO;
            case "on", "true" -> Recognition.ON;
            case "off", "false" -> Recognition.OFF;
            default -> throw new IllegalArgumentException("auto, on or off");
        };
    }
}
