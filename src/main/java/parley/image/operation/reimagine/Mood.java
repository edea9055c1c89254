package parley.image.operation.reimagine;

/// A palette and the light it lives in: where hues gather, what colours shadows and lights, how
/// tones lie. Angles are degrees in the plane of Oklab; 30 is red, 70 orange, 110 yellow, 145
/// green, 200 cyan, 260 blue, 300 violet, 350 pink.
///
/// @param light words for the light; empty to leave it
/// @param hue where the first sector of hues is centred
/// @param apart how far from it the second one is; 0 for one sector
/// @param width of the sectors
/// @param harmony how far hues move into the sectors: 0 to 1
/// @param shadowHue what shadows are tinted with
/// @param lightHue what lights are tinted with
/// @param tint how strongly: chroma in Oklab
/// @param tone how tones lie
record Mood(
        String light,
        double hue,
        double apart,
        double width,
        double harmony,
        double shadowHue,
        double lightHue,
        double tint,
        Tone tone) {

    /// @param saturation 1 leaves it
    /// @param contrast 1 leaves it
    /// @param lift how far black is lifted: 0 to 1
    record Tone(double saturation, double contrast, double lift) {}

    /// Palettes of films and painters, in their light.
    private static final Mood[] KNOWN = {
        known("golden hour from the left", 65, 180, 40, 85, 0.05, new Tone(1.1, 1.06, 0)),
        known("neon pink and blue", 340, 260, 285, 345, 0.05, new Tone(1.15, 1.1, 0)),
        known("soft window light from the left", 40, 150, 160, 60, 0.04, new Tone(0.9, 0.94, 0.05)),
        known("blue hour", 260, 70, 265, 70, 0.06, new Tone(1, 1.08, 0.01)),
        known("sunset from the right", 30, 290, 295, 55, 0.055, new Tone(1.12, 1.08, 0)),
        known("dramatic light from the right", 60, 170, 215, 65, 0.05, new Tone(1.1, 1.12, 0)),
        known("sunrise", 15, 240, 320, 40, 0.05, new Tone(0.98, 0.92, 0.06)),
        known("neon teal and orange", 60, 140, 220, 60, 0.05, new Tone(1.1, 1.1, 0)),
        known("moonlight from the left", 250, 60, 265, 225, 0.05, new Tone(0.9, 1.08, 0)),
        known("neon purple and orange", 310, 110, 295, 65, 0.05, new Tone(1.12, 1.06, 0)),
        known("candle light", 70, 30, 45, 80, 0.05, new Tone(1.05, 1.06, 0))
    };

    private static Mood known(
            String light,
            double hue,
            double other,
            double shadowHue,
            double lightHue,
            double tint,
            Tone tone) {
        return new Mood(light, hue, other, 60, 0.35, shadowHue, lightHue, tint, tone);
    }

    /// A palette that takes all colours in, and leaves the light as it is.
    static Mood of(
            double hue,
            double apart,
            double width,
            double shadowHue,
            double lightHue,
            double tint,
            Tone tone) {
        return new Mood("", hue, apart, width, 0.9, shadowHue, lightHue, tint, tone);
    }

    /// One of the known palettes, turned a little.
    ///
    /// @param variation which of several that are made together; neighbours differ
    static Mood by(Chance chance, int variation) {
        int first = (int) (chance.at(1) * KNOWN.length);
        Mood mood = KNOWN[Math.floorMod(first + variation * 4, KNOWN.length)];
        double turn = chance.between(2, -10, 10);
        return new Mood(
                mood.light,
                mood.hue + turn,
                mood.apart,
                mood.width,
                mood.harmony,
                mood.shadowHue + turn,
                mood.lightHue + turn / 2,
                mood.tint,
                mood.tone);
    }

    /// The palette that goes with a light.
    ///
    /// @param kelvin its temperature
    static Mood litBy(double kelvin) {
        boolean warm = kelvin < 5000;
        return known(
                "",
                warm ? 65 : 255,
                190,
                warm ? 290 : 265,
                warm ? 70 : 225,
                0.03,
                new Tone(1.05, 1.04, 0));
    }

    /// This palette around another hue.
    Mood around(double newHue) {
        return new Mood("", newHue, 180, 50, 0.75, newHue, newHue, 0.075, tone);
    }

    Mood toned(double saturation, double contrast, double lift) {
        return new Mood(
                light,
                hue,
                apart,
                width,
                harmony,
                shadowHue,
                lightHue,
                tint,
                new Tone(
                        tone.saturation * saturation,
                        tone.contrast * contrast,
                        Math.max(tone.lift, lift)));
    }

    Mood in(String newLight) {
        return new Mood(newLight, hue, apart, width, harmony, shadowHue, lightHue, tint, tone);
    }
}
