package parley.image.operation.scene.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import parley.image.operation.scene.Setting;
import parley.image.operation.scene.words.SceneWish;
import parley.image.operation.scene.words.SceneWish.SkyThing;
import parley.image.operation.scene.words.SceneWish.Subject;

/// Says what is seen.
final class Description {
    private static final String[] NUMBERS = {
        "", "", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
        "twelve"
    };

    private Description() {}

    static String of(SceneWish wish, Direction direction) {
        List<String> parts = new ArrayList<>();
        String subjects =
                direction.subjects().stream()
                        .map(Description::subject)
                        .collect(Collectors.joining(", "));
        String place = direction.setting().phrase();
        parts.add(
                subjects.isEmpty()
                        ? upper(place)
                        : upper(subjects) + place(direction.setting()) + place);
        if (direction.setting().kind() == Setting.Kind.OUTDOORS) {
            parts.add(
                    direction.hour().phrase()
                            + (wish.season().isPresent() ? " " + direction.season().phrase() : "")
                            + ", under "
                            + direction.weather().phrase());
        }
        if (!wish.sky().isEmpty()) {
            parts.add(
                    "with "
                            + wish.sky().stream()
                                    .sorted()
                                    .map(Description::sky)
                                    .collect(Collectors.joining(", ")));
        }
        parts.add(
                "the light from the "
                        + (direction.sunX() < 0.5 ? "left" : "right")
                        + ", depth in layers of air"
                        + (direction.subjects().size() == 1 ? ", the subject off the middle" : ""));
        return String.join(", ", parts) + ".";
    }

    private static String place(Setting setting) {
        return switch (setting) {
            case SKY, SPACE, GARDEN, FOREST, STREET, VILLAGE, ROOM, DESERT, CANYON, MEADOW, FIELD ->
                    " in ";
            case STUDIO, WALL -> " before ";
            case HILLS, MOUNTAINS, COAST, LAKE, RIVER, CITY, HARBOUR -> " by ";
            case SEA, BEACH, ISLAND, SNOW, MOON, TABLE, WINDOW -> " on ";
            case UNDERWATER -> " in ";
        };
    }

    private static String subject(Subject subject) {
        String name = subject.thing().name();
        String colour =
                subject.colour().isPresent() ? "#%06x ".formatted(subject.colour().getAsInt()) : "";
        if (subject.count() == 1) {
            return ("aeiou".indexOf(name.charAt(0)) >= 0 && colour.isEmpty() ? "an " : "a ")
                    + colour
                    + name;
        }
        String many =
                subject.count() < NUMBERS.length
                        ? NUMBERS[subject.count()]
                        : Integer.toString(subject.count());
        return many + " times " + colour + name;
    }

    private static String sky(SkyThing thing) {
        return switch (thing) {
            case SUN -> "the sun";
            case MOON -> "a full moon";
            case CRESCENT -> "a crescent moon";
            case STARS -> "stars";
            case MILKY_WAY -> "the milky way";
            case AURORA -> "northern lights";
            case RAINBOW -> "a rainbow";
            case LIGHTNING -> "lightning";
        };
    }

    private static String upper(String text) {
        return text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1);
    }
}
