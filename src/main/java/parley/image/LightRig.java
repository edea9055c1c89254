package parley.image;

/// One light on a scene.
///
/// @param azimuth where it comes from, in degrees: 0 is the right of the picture, 90 is above it,
///   180 the left, 270 below; -360 to 360 are taken and turned into 0 to 360
/// @param elevation how far in front of the picture's plane, in degrees: 0 grazes it, 90 comes from
///   the camera, negative from behind
/// @param kelvin its colour temperature, 1000 to 20000
/// @param intensity 0 to 3; 1 leaves a grey card as bright as it was
/// @param softness 0 a point, 1 an overcast sky
public record LightRig(
        double azimuth, double elevation, double kelvin, double intensity, double softness) {
    public LightRig {
        azimuth = ((azimuth % 360) + 360) % 360;
        elevation = Math.clamp(elevation, -90, 90);
        kelvin = Math.clamp(kelvin, 1000, 20_000);
        intensity = Math.clamp(intensity, 0, 3);
        softness = Math.clamp(softness, 0, 1);
    }
}
