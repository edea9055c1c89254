package parley.image.operation.light;

import parley.image.pixel.PlanckianLocus;
import parley.image.pixel.Srgb;

/// The colour of a light, as what it makes of white: linear sRGB, where 1 leaves a channel as it
/// is.
public record Tint(float red, float green, float blue) {
    public static final Tint WHITE = new Tint(1, 1, 1);

    /// Of a glowing body, or of daylight; luminance 1.
    public static Tint ofKelvin(double kelvin) {
        float[] light = PlanckianLocus.light(kelvin);
        return new Tint(light[0], light[1], light[2]);
    }

    /// A coloured light whose channels are 1 in the mean: its luminance follows the eye, so that
    /// blue light is darker than yellow.
    ///
    /// @param rgb `0xRRGGBB`
    public static Tint ofColour(int rgb) {
        float red = Srgb.linear(rgb >> 16 & 0xff);
        float green = Srgb.linear(rgb >> 8 & 0xff);
        float blue = Srgb.linear(rgb & 0xff);
        float mean = Math.max(1e-3f, (red + green + blue) / 3);
        return new Tint(red / mean, green / mean, blue / mean);
    }

    float luminance() {
        return 0.2126f * red + 0.7152f * green + 0.0722f * blue;
    }

    Tint times(double factor) {
        return new Tint((float) (red * factor), (float) (green * factor), (float) (blue * factor));
    }

    /// @param part 0 is this one, 1 the other
    Tint towards(Tint other, double part) {
        return new Tint(
                (float) (red + part * (other.red - red)),
                (float) (green + part * (other.green - green)),
                (float) (blue + part * (other.blue - blue)));
    }

    float[] channels() {
        return new float[] {red, green, blue};
    }
}
