package parley.image.intake;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import parley.settings.Setting;
import parley.settings.SettingValues;

/// How large pictures may be that are sent, and where they may be fetched from.
///
/// @param mostBytes of a file
/// @param mostPixels of a picture
/// @param longestSide in pixels
/// @param patience how long reading one may take, the wait for its turn included
/// @param mostPixelsAtOnce of all pictures that are being read
/// @param ports that pictures are fetched from
public record IntakeSettings(
        long mostBytes,
        long mostPixels,
        int longestSide,
        Duration patience,
        long mostPixelsAtOnce,
        Set<Integer> ports) {
    private static final long MEGAPIXEL = 1_000_000;

    static final Setting<Integer> MEGABYTES =
            Setting.number(
                    "images.input.megabytes",
                    20,
                    1,
                    200,
                    "How many megabytes the file of a picture may have that is sent or fetched.");
    static final Setting<Integer> MEGAPIXELS =
            Setting.number(
                    "images.input.megapixels",
                    40,
                    1,
                    250,
                    "How many megapixels such a picture may have. While it is worked on, one"
                            + " megapixel takes some 30 MB of memory.");
    static final Setting<Integer> SIDE =
            Setting.number(
                    "images.input.side",
                    16_384,
                    64,
                    65_535,
                    "How wide and how high such a picture may be, in pixels.");
    static final Setting<Duration> SECONDS =
            Setting.seconds(
                    "images.input.seconds",
                    20,
                    1,
                    600,
                    "How long reading such a picture may take; then it is refused.");
    static final Setting<Integer> AT_ONCE =
            Setting.number(
                    "images.decoding.megapixels",
                    80,
                    1,
                    4000,
                    "How many megapixels of pictures are read at the same time; what is more waits.");
    static final Setting<List<String>> PORTS =
            new Setting<>(
                    "images.fetch.ports",
                    "list of ports, separated by commas",
                    "80,443,8080,8443",
                    "From which ports pictures are fetched that requests give an address of, and to"
                            + " which they may ask for webhooks.",
                    false,
                    IntakeSettings::parsePorts);

    public static final List<Setting<?>> ALL =
            List.of(MEGABYTES, MEGAPIXELS, SIDE, SECONDS, AT_ONCE, PORTS);

    public IntakeSettings {
        ports = Set.copyOf(ports);
    }

    public static IntakeSettings from(SettingValues values) {
        return new IntakeSettings(
                (long) values.get(MEGABYTES) << 20,
                values.get(MEGAPIXELS) * MEGAPIXEL,
                values.get(SIDE),
                values.get(SECONDS),
                values.get(AT_ONCE) * MEGAPIXEL,
                values.get(PORTS).stream().map(Integer::valueOf).collect(Collectors.toSet()));
    }

    private static List<String> parsePorts(String text) {
        List<String> ports = List.of(text.strip().split("\\s*,\\s*"));
        if (!ports.stream().allMatch(IntakeSettings::isPort)) {
            throw new IllegalArgumentException("ports from 1 to 65535, separated by commas");
        }
        return ports;
    }

    private static boolean isPort(String text) {
        return text.matches("[1-9]\\d{0,4}") && Integer.parseInt(text) <= 65_535;
    }
}
