package parley.image.operation.light;

import java.util.Optional;
import parley.image.LightRig;
import parley.image.pixel.Picture;

/// A picture under a new light.
///
/// @param rig the light as it was used
public record Relit(Picture picture, LightRig rig) {

    /// The picture under the light of a plan. What is transparent stays so.
    ///
    /// @param strength 0, which gives the picture itself, to 1
    public static Relit by(
            LightPlan plan, Picture picture, Scene scene, LightStyle style, double strength) {
        return developed(plan, picture, scene, style, strength, Optional.empty(), true);
    }

    /// The picture in the light of another.
    ///
    /// @param shaded whether the light of the plan is to be added; else only its look is
    public static Relit like(
            Picture reference,
            LightPlan plan,
            boolean shaded,
            Picture picture,
            Scene scene,
            LightStyle style,
            double strength) {
        GivenLight given = GivenLight.of(scene, Scene.of(reference));
        return developed(plan, picture, scene, style, strength, Optional.of(given), shaded);
    }

    /// The picture where light falls as a map has it.
    ///
    /// @param shaded as in [#like]
    public static Relit under(
            Picture map,
            LightPlan plan,
            boolean shaded,
            Picture picture,
            Scene scene,
            LightStyle style,
            double strength) {
        GivenLight given = GivenLight.ofMap(scene, map);
        return developed(plan, picture, scene, style, strength, Optional.of(given), shaded);
    }

    private static Relit developed(
            LightPlan plan,
            Picture picture,
            Scene scene,
            LightStyle style,
            double strength,
            Optional<GivenLight> given,
            boolean shaded) {
        LightRig rig = shaded ? plan.rig() : given.map(GivenLight::rig).orElse(plan.rig());
        double part = strength * plan.emphasis();
        if (part <= 0) {
            return new Relit(picture, rig);
        }
        LightPlan styled = style.of(plan);
        Gains gains =
                shaded
                        ? new Shading(scene, styled, style.relief()).gains()
                        : given.orElseThrow().gains();
        if (shaded && given.isPresent()) {
            gains = gains.times(given.get().gains());
        }
        return new Relit(new Development(picture, scene, styled, style, part).under(gains), rig);
    }
}
