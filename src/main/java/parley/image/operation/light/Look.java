package parley.image.operation.light;

import java.util.Optional;

/// What a lighting is beside its main light ([parley.image.LightRig]).
///
/// @param key the colour of the main light where it is none of a glowing body
/// @param accent a second light
/// @param shadow the colour of what the main light does not reach
/// @param ambience how much of the light comes from everywhere: 0 to 1
public record Look(
        Optional<Tint> key,
        Optional<Accent> accent,
        Tint shadow,
        double ambience,
        Tone tone,
        Air air) {
    /// Only the light itself.
    public static final Look PLAIN =
            new Look(
                    Optional.empty(),
                    Optional.empty(),
                    Tint.WHITE,
                    0.35,
                    new Tone(0, 1, 1, 0),
                    new Air(0, 0, 0, 0, Optional.empty()));

    /// A second light.
    ///
    /// @param azimuth as a rig's
    /// @param weight of the main light's strength
    public record Accent(double azimuth, double elevation, Tint tint, double weight) {}

    /// How the picture is developed.
    ///
    /// @param exposure in stops
    /// @param contrast 1 leaves it
    /// @param saturation 1 leaves it
    /// @param night how far eyes have lost colours to the dark: 0 to 1
    public record Tone(double exposure, double contrast, double saturation, double night) {
        Tone exposed(double stops) {
            return new Tone(exposure + stops, contrast, saturation, night);
        }

        Tone contrasted(double factor) {
            return new Tone(exposure, contrast * factor, saturation, night);
        }

        Tone saturated(double factor) {
            return new Tone(exposure, contrast, saturation * factor, night);
        }
    }

    /// What lies between the light and the camera; each 0 to 1.
    ///
    /// @param glow how far the light itself shines into the picture
    /// @param fog how thick it is
    /// @param spot how much the light is bounded: 1 is a cone in the dark
    /// @param rim how bright edges turned to the light are
    public record Air(double glow, double fog, double spot, double rim, Optional<Sky> sky) {
        Air with(Air other) {
            return new Air(
                    Math.max(glow, other.glow),
                    Math.max(fog, other.fog),
                    Math.max(spot, other.spot),
                    Math.max(rim, other.rim),
                    sky.isPresent() ? sky : other.sky);
        }
    }

    /// What becomes of the sky.
    ///
    /// @param stops how much brighter
    public record Sky(Tint zenith, Tint horizon, double stops) {}

    Look withTone(Tone newTone) {
        return new Look(key, accent, shadow, ambience, newTone, air);
    }

    Look withAir(Air newAir) {
        return new Look(key, accent, shadow, ambience, tone, newAir);
    }

    Look withKey(Tint newKey) {
        return new Look(Optional.of(newKey), accent, shadow, ambience, tone, air);
    }

    Look withAccent(Accent newAccent) {
        return new Look(key, Optional.of(newAccent), shadow, ambience, tone, air);
    }

    Look withAmbience(double newAmbience) {
        return new Look(key, accent, shadow, newAmbience, tone, air);
    }

    /// This one, in the weather or at the time of another.
    Look with(Look other) {
        Tone its = other.tone;
        return new Look(
                key.or(() -> other.key),
                accent.or(() -> other.accent),
                shadow,
                Math.min(ambience, other.ambience),
                new Tone(
                        Math.min(tone.exposure, its.exposure),
                        tone.contrast * its.contrast,
                        tone.saturation * its.saturation,
                        Math.max(tone.night, its.night)),
                air.with(other.air));
    }
}
