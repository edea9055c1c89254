package parley.image.operation.light;

import java.util.Arrays;
import java.util.List;
import parley.image.LightRig;

/// What words say of a light beside where it comes from and what makes it.
enum LightManner {
    SOFT("soft softly gentle smooth diffused|weich weiches sanft sanftes|doux douce|suave"),
    HARD("hard harsh crisp sharp|hart hartes|dur dure|duro dura"),
    STRONG("strong intense powerful vivid|stark starkes kräftig|fort forte|fuerte intenso"),
    SUBTLE(
            "subtle subtly slight slightly faint weak bit little|leicht leichtes dezent schwach"
                    + "|léger subtil|sutil leve"),
    WARM(
            "warm warmer cozy cosy amber|warmes warme gemütlich|chaud chaude chaleureux"
                    + "|cálido cálida cálidos"),
    COOL("cool cooler cold icy|kühl kühles kalt kaltes|froid froide|frío fría fresco"),
    DRAMATIC(
            "dramatic dramatically moody cinematic chiaroscuro contrasty lowkey noir"
                    + "|dramatisch dramatisches stimmungsvoll|dramatique|dramático dramática"),
    BRIGHTER(
            "bright brighter lighter highkey airy|hell heller helles|clair lumineux|brillante claro"),
    DARKER("dark darker dim dimmer|dunkel dunkler dunkles|sombre|oscuro oscura"),
    COLOURFUL("colourful colorful saturated|bunt farbig|coloré|colorido"),
    MUTED("muted faded pale desaturated|blass matt|terne pâle|apagado"),
    FLAT("flat even|flach|plat|plano"),
    GLOWING(
            "glow glowing hazy dreamy radiant volumetric rays godrays|leuchtend traumhaft strahlen"
                    + "|rayons|rayos brillo");

    private final String words;

    LightManner(String words) {
        this.words = words;
    }

    List<String> names() {
        return Arrays.stream(words.split("[| ]")).toList();
    }

    LightRig of(LightRig rig) {
        return switch (this) {
            case SOFT -> softer(rig, Math.max(0.85, rig.softness()));
            case HARD -> softer(rig, 0.06);
            case FLAT -> softer(turned(rig, 80), 1);
            case STRONG -> brighter(rig, 1.25);
            case WARM -> warmer(rig, 95);
            case COOL -> warmer(rig, -75);
            case DRAMATIC -> softer(turned(rig, Math.min(rig.elevation(), 14)), 0.08);
            case SUBTLE, BRIGHTER, DARKER, COLOURFUL, MUTED, GLOWING -> rig;
        };
    }

    Look of(Look look) {
        Look.Tone tone = look.tone();
        Look.Air air = look.air();
        return switch (this) {
            case SOFT -> look.withTone(tone.contrasted(0.94));
            case HARD -> look.withTone(tone.contrasted(1.08)).withAmbience(look.ambience() * 0.7);
            case STRONG -> look.withTone(tone.contrasted(1.08));
            case DRAMATIC ->
                    look.withTone(tone.contrasted(1.16).exposed(-0.3).saturated(0.95))
                            .withAmbience(Math.min(look.ambience(), 0.1))
                            .withAir(air.with(new Look.Air(0, 0, 0.38, 0.35, air.sky())));
            case BRIGHTER -> look.withTone(tone.exposed(0.45));
            case DARKER -> look.withTone(tone.exposed(-0.6));
            case COLOURFUL -> look.withTone(tone.saturated(1.25));
            case MUTED -> look.withTone(tone.saturated(0.7));
            case FLAT -> look.withTone(tone.contrasted(0.88));
            case GLOWING -> look.withAir(air.with(new Look.Air(0.6, 0.1, 0, 0.3, air.sky())));
            case SUBTLE, WARM, COOL -> look;
        };
    }

    /// The part of the change that this leaves.
    double emphasis() {
        return this == SUBTLE ? 0.55 : 1;
    }

    private static LightRig softer(LightRig rig, double softness) {
        return new LightRig(
                rig.azimuth(), rig.elevation(), rig.kelvin(), rig.intensity(), softness);
    }

    private static LightRig turned(LightRig rig, double elevation) {
        return new LightRig(
                rig.azimuth(), elevation, rig.kelvin(), rig.intensity(), rig.softness());
    }

    private static LightRig brighter(LightRig rig, double factor) {
        return new LightRig(
                rig.azimuth(),
                rig.elevation(),
                rig.kelvin(),
                rig.intensity() * factor,
                rig.softness());
    }

    /// @param mired by which it becomes warmer: equal steps of a million through the temperature
    ///   look equal
    private static LightRig warmer(LightRig rig, double mired) {
        double kelvin = 1e6 / Math.max(60, 1e6 / rig.kelvin() + mired);
        return new LightRig(
                rig.azimuth(),
                rig.elevation(),
                Math.max(kelvin, Math.min(rig.kelvin(), 2000)),
                rig.intensity(),
                rig.softness());
    }
}
