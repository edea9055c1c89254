package parley.image.operation.scene.words;

import parley.image.operation.scene.Season;
import parley.image.operation.scene.Setting;
import parley.image.operation.scene.paint.Hour;
import parley.image.operation.scene.paint.Weather;
import parley.image.operation.scene.thing.Thing;

/// What a word stands for.
sealed interface Meaning {
    record OfThing(Thing thing) implements Meaning {}

    /// The top of a thing, which is only drawn for what is on it.
    record OfTop(Thing thing) implements Meaning {}

    record OfSetting(Setting setting) implements Meaning {}

    record OfHour(Hour hour) implements Meaning {}

    record OfWeather(Weather weather) implements Meaning {}

    record OfSeason(Season season) implements Meaning {}

    record OfSky(SceneWish.SkyThing thing) implements Meaning {}

    record OfColour(int rgb) implements Meaning {}

    record OfPart(SceneWish.Part part) implements Meaning {}

    record OfPattern(SceneWish.Pattern pattern) implements Meaning {}

    record OfForm(SceneWish.Form form) implements Meaning {}

    record OfStyle(SceneWish.Style style) implements Meaning {}

    record OfWhere(SceneWish.Where where) implements Meaning {}

    /// The next thing is on the last one.
    record Worn() implements Meaning {}

    /// The next thing is in the last one, if that is made to hold something.
    record Held() implements Meaning {}

    /// How many.
    record OfCount(int count) implements Meaning {}

    /// How large, 1 as usual.
    record OfSize(double size) implements Meaning {}

    /// How much lighter the next colour is, from -1 to 1.
    record OfTone(double lighter) implements Meaning {}

    /// A word that says nothing about the picture.
    record Nothing() implements Meaning {}
}
