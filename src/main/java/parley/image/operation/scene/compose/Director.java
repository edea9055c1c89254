package parley.image.operation.scene.compose;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import parley.image.operation.scene.Season;
import parley.image.operation.scene.Setting;
import parley.image.operation.scene.paint.Hour;
import parley.image.operation.scene.paint.Noise;
import parley.image.operation.scene.paint.Sky;
import parley.image.operation.scene.paint.Weather;
import parley.image.operation.scene.thing.Thing.Habitat;
import parley.image.operation.scene.words.SceneWish;
import parley.image.operation.scene.words.SceneWish.SkyThing;
import parley.image.operation.scene.words.SceneWish.Subject;
import parley.image.operation.scene.words.SceneWish.Where;

/// Decides what a wish leaves open: where, when, and in which weather.
final class Director {
    /// What is nearer to the eye decides; the rest is seen from there.
    private static final List<Setting> NEAREST_FIRST =
            List.of(
                    Setting.WINDOW,
                    Setting.MOON,
                    Setting.UNDERWATER,
                    Setting.SPACE,
                    Setting.TABLE,
                    Setting.WALL,
                    Setting.ROOM,
                    Setting.STUDIO,
                    Setting.HARBOUR,
                    Setting.BEACH,
                    Setting.ISLAND,
                    Setting.COAST,
                    Setting.LAKE,
                    Setting.RIVER,
                    Setting.VILLAGE,
                    Setting.STREET,
                    Setting.FOREST,
                    Setting.GARDEN,
                    Setting.DESERT,
                    Setting.CANYON,
                    Setting.SNOW,
                    Setting.MEADOW,
                    Setting.FIELD,
                    Setting.CITY,
                    Setting.SEA,
                    Setting.HILLS,
                    Setting.MOUNTAINS,
                    Setting.SKY);

    private static final List<Setting> VIEWS =
            List.of(Setting.LAKE, Setting.HILLS, Setting.SEA, Setting.MOUNTAINS, Setting.COAST);

    private Director() {}

    static Direction direct(SceneWish wish, long seed) {
        Noise chance = new Noise(seed);
        List<Subject> subjects = Bearing.settled(wish.subjects());
        Setting setting =
                onATable(subjects)
                        ? Setting.TABLE
                        : wish.form() == SceneWish.Form.PORTRAIT && wish.settings().isEmpty()
                                ? Setting.STUDIO
                                : setting(wish, subjects, chance);
        if (setting == Setting.TABLE) {
            dropTable(subjects);
        }
        Hour hour = hour(wish, setting, chance);
        Weather weather = weather(wish, hour);
        Season season =
                wish.season()
                        .orElse(
                                weather == Weather.SNOWFALL || setting == Setting.SNOW
                                        ? Season.WINTER
                                        : Season.SUMMER);
        if (setting == Setting.FIELD
                && wish.season().filter(said -> said == Season.WINTER).isPresent()
                && wish.subjects().isEmpty()) {
            setting = Setting.SNOW;
        }
        double sunX = (chance.cell(3, 1) < 0.5 ? 0.2 : 0.64) + 0.16 * chance.cell(3, 2);
        return new Direction(
                setting,
                also(wish, setting),
                hour,
                weather,
                season,
                sunX,
                extras(wish, hour, weather),
                subjects);
    }

    private static Set<Setting> also(SceneWish wish, Setting setting) {
        Set<Setting> also = EnumSet.noneOf(Setting.class);
        also.addAll(wish.settings());
        also.remove(setting);
        return also;
    }

    private static boolean onATable(List<Subject> subjects) {
        return subjects.stream()
                .anyMatch(subject ->
                        subject.thing().place() == Habitat.TABLE
                                && subject.relation()
                                        .filter(relation -> relation.where() == Where.ON)
                                        .filter(relation ->
                                                subjects.get(relation.other())
                                                        .thing()
                                                        .name()
                                                        .equals("table"))
                                        .isPresent());
    }

    private static void dropTable(List<Subject> subjects) {
        for (int i = subjects.size() - 1; i >= 0; i--) {
            if (subjects.get(i).thing().name().equals("table")) {
                remove(subjects, i);
            }
        }
    }

    private static void remove(List<Subject> subjects, int gone) {
        subjects.remove(gone);
        subjects.replaceAll(subject ->
                new Subject(
                        subject.thing(),
                        subject.count(),
                        subject.colour(),
                        subject.size(),
                        subject.relation()
                                .filter(relation -> relation.other() != gone)
                                .map(relation ->
                                        new SceneWish.Relation(
                                                relation.where(),
                                                relation.other() > gone
                                                        ? relation.other() - 1
                                                        : relation.other()))));
    }

    private static Setting setting(SceneWish wish, List<Subject> subjects, Noise chance) {
        Optional<Setting> named =
                NEAREST_FIRST.stream().filter(wish.settings()::contains).findFirst();
        boolean stands =
                subjects.stream()
                        .anyMatch(subject ->
                                subject.thing().place() == Habitat.LAND
                                        && subject.relation()
                                                .filter(relation ->
                                                        Bearing.carries(relation.where()))
                                                .isEmpty());
        boolean swims =
                subjects.stream().anyMatch(subject -> subject.thing().place() == Habitat.WATER);
        if (named.isPresent()) {
            Setting setting = named.get();
            if (setting == Setting.SEA && stands) {
                return Setting.COAST;
            }
            if (setting == Setting.MOUNTAINS && swims) {
                return Setting.LAKE;
            }
            if (setting == Setting.SKY && stands) {
                return subjects.getFirst().thing().home();
            }
            return setting == Setting.CITY && stands && !swims ? Setting.STREET : setting;
        }
        if (subjects.isEmpty()) {
            if (wish.weather().filter(weather -> weather == Weather.SNOWFALL).isPresent()) {
                return Setting.SNOW;
            }
            return VIEWS.get((chance.bits(2, 2) >>> 8) % VIEWS.size());
        }
        Setting home = roomFor(home(subjects), subjects);
        boolean shore =
                subjects.stream().anyMatch(subject -> subject.thing().home() == Setting.COAST);
        boolean outdoors = !wish.sky().isEmpty() || wish.weather().isPresent();
        if (shore) {
            return Setting.COAST;
        }
        if (swims && stands) {
            return home == Setting.SEA ? Setting.COAST : Setting.LAKE;
        }
        return outdoors && home.kind() == Setting.Kind.INDOORS ? Setting.MEADOW : home;
    }

    /// Where what carries others belongs, or else the first that belongs outdoors.
    private static Setting home(List<Subject> subjects) {
        Optional<Subject> bearer = Bearing.first(subjects);
        if (bearer.isPresent()) {
            return bearer.get().thing().home();
        }
        return subjects.stream()
                .map(subject -> subject.thing().home())
                .filter(home -> home.kind() == Setting.Kind.OUTDOORS && home != Setting.SKY)
                .findFirst()
                .orElse(subjects.getFirst().thing().home());
    }

    /// Furniture stands in a room, unless something is there that has no room in it.
    private static Setting roomFor(Setting home, List<Subject> subjects) {
        boolean furniture =
                subjects.stream()
                        .anyMatch(subject ->
                                subject.thing().home() == Setting.ROOM
                                        && subject.thing().metres() >= 0.9);
        boolean outdoors =
                subjects.stream()
                        .anyMatch(subject ->
                                subject.thing().metres() > 2.5
                                        || subject.thing().place() == Habitat.WATER);
        return furniture && !outdoors ? Setting.ROOM : home;
    }

    private static Hour hour(SceneWish wish, Setting setting, Noise chance) {
        boolean night =
                wish.sky().stream()
                        .anyMatch(thing ->
                                switch (thing) {
                                    case MOON, CRESCENT, STARS, MILKY_WAY, AURORA -> true;
                                    case SUN, RAINBOW, LIGHTNING -> false;
                                });
        if (wish.hour().isPresent()) {
            return wish.hour().get();
        }
        if (night) {
            return Hour.NIGHT;
        }
        boolean plain =
                setting.kind() != Setting.Kind.OUTDOORS
                        || wish.weather().isPresent()
                        || wish.sky().contains(SkyThing.RAINBOW);
        return plain || chance.cell(5, 5) < 0.62 ? Hour.DAY : Hour.GOLDEN;
    }

    private static Weather weather(SceneWish wish, Hour hour) {
        if (wish.weather().isPresent()) {
            return wish.weather().get();
        }
        if (wish.sky().contains(SkyThing.LIGHTNING)) {
            return Weather.STORM;
        }
        boolean stars =
                wish.sky().contains(SkyThing.STARS)
                        || wish.sky().contains(SkyThing.MILKY_WAY)
                        || wish.sky().contains(SkyThing.AURORA);
        return hour == Hour.NIGHT || stars ? Weather.CLEAR : Weather.FAIR;
    }

    private static Sky.Extras extras(SceneWish wish, Hour hour, Weather weather) {
        Set<SkyThing> sky = wish.sky();
        boolean hidden = weather.hidesTheSun();
        boolean moon =
                sky.contains(SkyThing.MOON)
                        || sky.contains(SkyThing.CRESCENT)
                        || (hour == Hour.NIGHT
                                && !hidden
                                && !sky.contains(SkyThing.AURORA)
                                && !sky.contains(SkyThing.MILKY_WAY));
        boolean sun =
                sky.contains(SkyThing.SUN)
                        || (!hidden
                                && (hour == Hour.SUNSET
                                        || hour == Hour.DAWN
                                        || hour == Hour.GOLDEN));
        return new Sky.Extras(
                sun && !hour.isDark(),
                moon,
                sky.contains(SkyThing.CRESCENT),
                sky.contains(SkyThing.STARS)
                        || sky.contains(SkyThing.MILKY_WAY)
                        || sky.contains(SkyThing.AURORA)
                        || (hour.stars() > 0.4 && !hidden),
                sky.contains(SkyThing.MILKY_WAY),
                sky.contains(SkyThing.AURORA),
                sky.contains(SkyThing.RAINBOW),
                sky.contains(SkyThing.LIGHTNING) || (weather == Weather.STORM && hour.isDark()),
                false);
    }
}
