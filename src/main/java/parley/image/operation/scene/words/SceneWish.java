package parley.image.operation.scene.words;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import parley.image.operation.scene.Season;
import parley.image.operation.scene.Setting;
import parley.image.operation.scene.paint.Hour;
import parley.image.operation.scene.paint.Weather;
import parley.image.operation.scene.thing.Thing;

/// What a prompt asks to see.
///
/// @param settings the places that were named, the first that was meant first
/// @param sky what is to be in the sky
/// @param subjects what stands, swims or flies in it
/// @param partColours colours of what is no subject: `sky`, `wall`, `hair`, …
/// @param palette colours that belong to nothing
/// @param texts what is to be read in it, as it was written
/// @param unknown the words that mean nothing here
public record SceneWish(
        Form form,
        List<Setting> settings,
        Optional<Hour> hour,
        Optional<Weather> weather,
        Optional<Season> season,
        Set<SkyThing> sky,
        List<Subject> subjects,
        Map<Part, Integer> partColours,
        List<Integer> palette,
        Optional<Pattern> pattern,
        List<String> texts,
        Optional<Style> style,
        List<String> unknown,
        int understood) {
    public SceneWish {
        settings = List.copyOf(settings);
        sky = Set.copyOf(sky);
        subjects = List.copyOf(subjects);
        partColours = Map.copyOf(partColours);
        palette = List.copyOf(palette);
        texts = List.copyOf(texts);
        unknown = List.copyOf(unknown);
    }

    /// What kind of picture it is.
    public enum Form {
        SCENE,
        PATTERN,
        POSTER,
        PORTRAIT,
        ICON,
        ABSTRACT
    }

    /// What is in the sky beside clouds.
    public enum SkyThing {
        SUN,
        MOON,
        CRESCENT,
        STARS,
        MILKY_WAY,
        AURORA,
        RAINBOW,
        LIGHTNING
    }

    /// What can have a colour of its own without being a subject.
    public enum Part {
        SKY,
        WATER,
        GROUND,
        MOUNTAIN,
        WALL,
        TABLE,
        BACKGROUND,
        HAIR,
        EYES,
        CLOTHES,
        TEXT
    }

    /// What a plane is filled with.
    public enum Pattern {
        STRIPES,
        DOTS,
        WAVES,
        TILES,
        CHECKS,
        MARBLE,
        WOOD,
        GRADIENT,
        HEXAGONS,
        MANDALA,
        TRUCHET,
        VORONOI,
        TERRAZZO,
        ARABESQUE,
        TRIANGLES,
        SPIRAL,
        CONFETTI,
        BRICKS
    }

    /// Ways of painting.
    public enum Style {
        FLAT,
        MINIMAL,
        WATERCOLOUR,
        OIL,
        LINE_ART,
        PIXEL_ART,
        LOW_POLY,
        ART_DECO,
        VINTAGE,
        SEPIA,
        MONOCHROME,
        PHOTO,
        CARTOON
    }

    /// Something that is to be seen.
    ///
    /// @param colour the colour that was asked for
    /// @param size 1 as usual
    /// @param relation where it is to another
    public record Subject(
            Thing thing, int count, OptionalInt colour, double size, Optional<Relation> relation) {}

    /// @param other the place of the other in the list of subjects
    public record Relation(Where where, int other) {}

    /// Where one thing is to another.
    public enum Where {
        LEFT_OF,
        RIGHT_OF,
        ON,
        UNDER,
        ABOVE,
        BEHIND,
        IN_FRONT_OF,
        BESIDE,
        IN
    }
}
