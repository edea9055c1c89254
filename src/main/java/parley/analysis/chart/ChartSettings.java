package parley.analysis.chart;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import parley.analysis.chart.ChartStyle.Format;
import parley.analysis.chart.ChartStyle.Quality;
import parley.analysis.chart.ChartStyle.Theme;
import parley.settings.Setting;
import parley.settings.SettingValues;

/// How charts look, and for how long they are kept.
///
/// @param directory where they are kept, as it was given: relative to the home, or absolute
/// @param cleanup whether old ones are deleted
/// @param baseUrl what a chart's address begins with; without a slash at the end
public record ChartSettings(
        String directory, ChartStyle style, boolean cleanup, Duration maxAge, String baseUrl) {
    static final Setting<String> DIRECTORY =
            new Setting<>(
                    "chart.output.directory",
                    "folder",
                    "charts",
                    "Where the pictures of charts are kept; relative to the home.",
                    false,
                    ChartSettings::parseDirectory);
    static final Setting<Format> FORMAT =
            new Setting<>(
                    "chart.image.format",
                    "png, jpg, jpeg or svg",
                    "png",
                    "The format of the pictures of charts.",
                    false,
                    ChartSettings::parseFormat);
    static final Setting<Integer> DPI =
            Setting.number(
                    "chart.dpi",
                    300,
                    30,
                    600,
                    "How many dots an inch of a chart has: it is 12 × 8 inches, at 300 dots"
                            + " 3600 × 2400 pixels, which take some 40 MB of memory while it is"
                            + " drawn; at 600 four times as much.");
    static final Setting<Quality> QUALITY =
            choice(
                    "chart.quality",
                    Quality.class,
                    Quality.HIGH,
                    "How much a JPEG keeps, and how long is looked for a smaller PNG, which loses"
                            + " nothing whatever is set.");
    static final Setting<Theme> THEME =
            choice("chart.theme", Theme.class, Theme.LIGHT, "What charts are drawn on.");
    static final Setting<Boolean> CLEANUP =
            Setting.flag("chart.cleanup.enabled", true, "Whether old pictures are deleted.");
    static final Setting<Integer> MAX_AGE =
            Setting.number(
                    "chart.max.age.days",
                    7,
                    1,
                    36_500,
                    "For how many days pictures are kept. A chart can be drawn again from its data.");
    static final Setting<String> BASE_URL =
            new Setting<>(
                    "chart.base.url",
                    "http or https address",
                    "http://localhost:8000/api/charts",
                    "What the addresses of pictures begin with, as clients see them.",
                    false,
                    ChartSettings::parseAddress);

    public static final List<Setting<?>> ALL =
            List.of(DIRECTORY, FORMAT, DPI, QUALITY, THEME, CLEANUP, MAX_AGE, BASE_URL);

    public static ChartSettings from(SettingValues values) {
        return new ChartSettings(
                values.get(DIRECTORY),
                new ChartStyle(
                        values.get(FORMAT),
                        values.get(DPI),
                        values.get(QUALITY),
                        values.get(THEME)),
                values.get(CLEANUP),
                Duration.ofDays(values.get(MAX_AGE)),
                values.get(BASE_URL));
    }

    private static String parseDirectory(String text) {
        String directory = text.strip();
        if (directory.isEmpty() || directory.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("a folder");
        }
        return directory;
    }

    private static Format parseFormat(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "png" -> Format.PNG;
            case "jpg", "jpeg" -> Format.JPEG;
            case "svg" -> Format.SVG;
            default -> throw new IllegalArgumentException("png, jpg, jpeg or svg");
        };
    }

    private static <E extends Enum<E>> Setting<E> choice(
            String name, Class<E> type, E fallback, String description) {
        String choices =
                Arrays.stream(type.getEnumConstants())
                        .map(ChartSettings::word)
                        .collect(Collectors.joining(", "));
        return new Setting<>(
                name,
                choices,
                word(fallback),
                description,
                false,
                text ->
                        Arrays.stream(type.getEnumConstants())
                                .filter(choice -> word(choice).equalsIgnoreCase(text.strip()))
                                .findFirst()
                                .orElseThrow(
                                        () -> new IllegalArgumentException("one of " + choices)));
    }

    private static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }

    private static String parseAddress(String text) {
        try {
            URI address = URI.create(text.strip());
            boolean isWeb =
                    "http".equals(address.getScheme()) || "https".equals(address.getScheme());
            if (isWeb && address.getHost() != null && address.getUserInfo() == null) {
                return address.toString().replaceFirst("/+$", "");
            }
        } catch (IllegalArgumentException e) {
            // Falls through to the one sentence.
        }
        throw new IllegalArgumentException("an http or https address without a user's name");
    }
}
