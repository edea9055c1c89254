package parley.image.operation.scene.paint;

import java.util.OptionalInt;

/// The light of one picture: what it does to the colour of a thing near or far.
///
/// @param sky its colours from the zenith to the horizon
/// @param sunX where the sun stands, or the moon: 0 is the left edge, 1 the right
/// @param sunHeight above the horizon: 1 is the top of the picture
/// @param key the colour of the light
/// @param ambient what becomes of white in shade
/// @param air the colour that far things take on
/// @param haze how thick the air is: 0 to 1
@SuppressWarnings("ArrayRecordComponent") // Compared nowhere.
public record Light(
        Hour hour,
        Weather weather,
        int[] sky,
        double sunX,
        double sunHeight,
        int key,
        int ambient,
        int air,
        double haze) {

    /// @param skyColour what the sky was wished to be
    public static Light of(Hour hour, Weather weather, double sunX, OptionalInt skyColour) {
        int[] sky = weather.over(hour.sky());
        int air = Colours.mix(weather.over(new int[] {0, 0, 0, hour.air()})[3], hour.air(), 0.4);
        if (skyColour.isPresent()) {
            int wished = skyColour.getAsInt();
            sky =
                    new int[] {
                        Colours.darker(wished, 0.2),
                        wished,
                        Colours.lighter(wished, 0.12),
                        Colours.lighter(wished, 0.35)
                    };
            air = Colours.mix(air, Colours.lighter(wished, 0.2), 0.7);
        }
        double height = hour == Hour.NIGHT ? 0.68 : hour.sunHeight();
        return new Light(
                hour,
                weather,
                sky,
                sunX,
                height,
                weather.hidesTheSun() ? Colours.mix(hour.key(), sky[3], 0.6) : hour.key(),
                weather.overAmbient(hour.ambient()),
                air,
                weather.haze());
    }

    /// The colour of the sky.
    ///
    /// @param height 0 at the zenith, 1 at the horizon
    public int skyAt(double height) {
        double t = Math.clamp(height, 0, 1);
        return Colours.ramp(t * t * 0.35 + t * 0.65, sky);
    }

    /// A thing's colour as it is seen.
    ///
    /// @param depth 0 is close by, 1 on the horizon
    public int on(int colour, double depth) {
        int lit = Colours.times(colour, ambient);
        double veil = Math.pow(Math.clamp(depth, 0, 1), 1.25) * (0.72 + 0.26 * haze);
        return Colours.mix(lit, air, Math.min(0.97, veil + haze * depth * 0.5));
    }

    /// Whether lamps are lit.
    public boolean isDark() {
        return hour.isDark();
    }

    /// -1 where the light comes from the left of a place, 1 from the right.
    ///
    /// @param place 0 is the left edge of the picture
    public double side(double place) {
        double away = (sunX - place) * 2.2;
        return Math.clamp(away, -1, 1);
    }

    /// The same light without air and shade, for things close by and indoors.
    public Light indoors() {
        int warm = isDark() ? 0xffe2bd : 0xfff7ea;
        return new Light(
                hour, weather, sky, sunX, 0.6, isDark() ? 0xffd9a0 : 0xfff1d4, warm, air, 0);
    }
}
