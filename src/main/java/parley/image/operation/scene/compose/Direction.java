package parley.image.operation.scene.compose;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import parley.image.operation.scene.Season;
import parley.image.operation.scene.Setting;
import parley.image.operation.scene.paint.Hour;
import parley.image.operation.scene.paint.Light;
import parley.image.operation.scene.paint.Sky;
import parley.image.operation.scene.paint.Weather;
import parley.image.operation.scene.words.SceneWish.Subject;

/// A wish with everything decided that it left open.
///
/// @param also what else is seen from there
/// @param subjects whose relations count in this list
record Direction(
        Setting setting,
        Set<Setting> also,
        Hour hour,
        Weather weather,
        Season season,
        double sunX,
        Sky.Extras sky,
        List<Subject> subjects) {
    Direction {
        also = Set.copyOf(also);
        subjects = List.copyOf(subjects);
    }

    Light light(OptionalInt skyColour) {
        Light light = Light.of(hour, weather, sunX, skyColour);
        return switch (setting.kind()) {
            case OUTDOORS -> light;
            case INDOORS -> setting == Setting.WINDOW ? light : light.indoors();
            case SPACE ->
                    new Light(
                            Hour.DAY,
                            Weather.CLEAR,
                            light.sky(),
                            sunX,
                            0.6,
                            0xffffff,
                            0xf4f4ff,
                            0x10142c,
                            0);
            case UNDERWATER ->
                    new Light(
                            hour,
                            Weather.CLEAR,
                            light.sky(),
                            sunX,
                            0.9,
                            0xdff6ff,
                            0xcfe9f2,
                            0x1a6f94,
                            0);
        };
    }
}
