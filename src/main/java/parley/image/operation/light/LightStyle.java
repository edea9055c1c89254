package parley.image.operation.light;

import java.util.Locale;
import java.util.Optional;

/// The ways of developing that requests name ([parley.image.ImageWish.Choices#LIGHT_STYLES]).
public enum LightStyle {
    STANDARD(0, 1, 1, 1, 0, 0),
    DARKER_BUT_REALISTIC(-0.7, 1.1, 0.95, 1, 0, 0),
    CLEAN(0.2, 0.93, 1.02, 0.8, 0, 0.03),
    SMOOTH(0.05, 0.95, 1, 0.35, 0, 0),
    BRIGHTER(0.55, 0.98, 1.02, 1, 0, 0.015),
    CONTRASTED_N_HDR(0, 1.06, 1.12, 1.2, 0.24, 0),
    JUST_COMPOSITION(0, 1, 1, 1, 0, 0);

    private final double exposure;
    private final double contrast;
    private final double saturation;
    private final double relief;
    private final double range;
    private final double lift;

    LightStyle(
            double exposure,
            double contrast,
            double saturation,
            double relief,
            double range,
            double lift) {
        this.exposure = exposure;
        this.contrast = contrast;
        this.saturation = saturation;
        this.relief = relief;
        this.range = range;
        this.lift = lift;
    }

    /// @throws IllegalArgumentException if no style has this name
    public static LightStyle named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    /// How much the shape of small things counts; 1 as seen.
    double relief() {
        return relief;
    }

    /// How far dark and light come together, and details apart: 0 to 1.
    double range() {
        return range;
    }

    /// How far black is lifted, in linear light.
    double lift() {
        return lift;
    }

    /// Whether the light keeps its colour and its air; otherwise only its shape is used.
    boolean isColoured() {
        return this != JUST_COMPOSITION;
    }

    LightPlan of(LightPlan plan) {
        Look look = plan.look();
        if (!isColoured()) {
            look =
                    new Look(
                            Optional.of(Tint.WHITE),
                            Optional.empty(),
                            Tint.WHITE,
                            look.ambience(),
                            Look.PLAIN.tone(),
                            new Look.Air(
                                    0, 0, look.air().spot(), look.air().rim(), Optional.empty()));
        }
        Look.Tone tone = look.tone();
        return plan.with(
                look.withTone(tone.exposed(exposure).contrasted(contrast).saturated(saturation)));
    }
}
