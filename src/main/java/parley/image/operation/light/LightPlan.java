package parley.image.operation.light;

import java.util.List;
import parley.image.LightRig;

/// How a picture is to be lit.
///
/// @param emphasis the part of the change that is wished for: 0 to 1
/// @param directed whether somebody said where the light comes from
/// @param unrendered words that say nothing that is known about light
public record LightPlan(
        LightRig rig, Look look, double emphasis, boolean directed, List<String> unrendered) {
    public LightPlan {
        unrendered = List.copyOf(unrendered);
    }

    /// This light instead, in the same look.
    public LightPlan with(LightRig newRig) {
        return new LightPlan(newRig, look, emphasis, true, unrendered);
    }

    public LightPlan with(Look newLook) {
        return new LightPlan(rig, newLook, emphasis, directed, unrendered);
    }

    /// The colour of the main light.
    Tint key() {
        return look.key().orElseGet(() -> Tint.ofKelvin(rig.kelvin()));
    }
}
