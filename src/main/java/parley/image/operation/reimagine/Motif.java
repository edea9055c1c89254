package parley.image.operation.reimagine;

import java.util.Arrays;
import java.util.List;

/// What words may wish a variation to be like, beside times of day.
enum Motif {
    WINTER("winter snow snowy snowfall frost icy|schnee verschneit eis|hiver neige|invierno nieve"),
    AUTUMN("autumn fall autumnal leaves|herbst herbstlich|automne|otoño"),
    SPRING("spring blossom blossoms cherry|frühling blüten|printemps|primavera"),
    SUMMER("summer tropical beach|sommer|été|verano"),
    RAIN(
            "rain rainy raining drizzle wet storm stormy|regen regnerisch sturm|pluie orage|lluvia"
                    + " tormenta"),
    STARS("stars starry galaxy milky|sterne sternenhimmel|étoiles|estrellas"),
    WATERCOLOUR("watercolor watercolour aquarelle wash|aquarell|acuarela"),
    OIL(
            "oil painting painted painterly impressionist impressionism vangogh brush|ölgemälde gemälde"
                    + " gemalt|peinture huile|óleo pintura"),
    CYBERPUNK("cyberpunk synthwave vaporwave retrowave futuristic neon scifi|néon"),
    VINTAGE(
            "vintage retro film analog analogue polaroid seventies 70s nostalgic old|nostalgisch alt"
                    + "|ancien|antiguo"),
    SEPIA("sepia"),
    PASTEL("pastel soft delicate|pastell zart|doux|suave"),
    NOIR("noir monochrome b&w bw greyscale grayscale|schwarzweiß schwarzweiss|blanco-negro"),
    DREAMY(
            "dreamy dream ethereal fairytale magical fantasy surreal|traumhaft märchenhaft"
                    + "|rêve féerique|sueño mágico"),
    CINEMATIC("cinematic movie blockbuster dramatic|filmisch kino|cinéma|cine"),
    VIVID_COLOURS("colorful colourful vibrant pop popart|bunt|coloré|colorido"),
    MIRROR(
            "mirror mirrored symmetry symmetrical symmetric kaleidoscope|spiegel gespiegelt|miroir"
                    + "|espejo");

    private final String words;

    Motif(String words) {
        this.words = words;
    }

    List<String> names() {
        return Arrays.stream(words.split("[| ]")).toList();
    }

    /// The palette that it makes of one that was chosen by chance.
    Mood of(Mood mood) {
        return switch (this) {
            case WINTER -> palette(230, 0, 70, 255, 225, 0.05, 0.5, 0.98, 0.05).in("overcast");
            case AUTUMN -> palette(60, 35, 45, 35, 80, 0.05, 1.15, 1.06, 0).in("golden hour");
            case SPRING -> palette(0, 135, 60, 330, 110, 0.035, 1.05, 0.94, 0.05).in("soft sun");
            case SUMMER -> palette(85, 130, 70, 215, 90, 0.035, 1.3, 1.06, 0).in("noon");
            case RAIN -> palette(235, 150, 60, 245, 215, 0.035, 0.62, 0.98, 0).in("rain");
            case STARS -> palette(275, 60, 60, 275, 250, 0.06, 0.9, 1.12, 0).in("moonlight");
            case WATERCOLOUR -> mood.toned(0.95, 0.86, 0.14).in("soft daylight");
            case OIL, MIRROR -> mood;
            case CYBERPUNK ->
                    palette(335, 230, 50, 285, 340, 0.06, 1.2, 1.14, 0).in("neon magenta and cyan");
            case VINTAGE -> palette(70, 130, 80, 190, 80, 0.05, 0.72, 0.88, 0.09);
            case SEPIA -> palette(72, 0, 20, 62, 82, 0.07, 0.2, 1, 0.04);
            case PASTEL -> mood.toned(0.75, 0.74, 0.22).in("soft daylight");
            case NOIR -> palette(260, 0, 60, 260, 80, 0.004, 0, 1.32, 0).in("dramatic light");
            case DREAMY ->
                    palette(320, 250, 70, 290, 60, 0.055, 1.05, 0.88, 0.07).in("glowing sunrise");
            case CINEMATIC ->
                    palette(60, 165, 50, 212, 62, 0.055, 1.02, 1.14, 0).in("dramatic light");
            case VIVID_COLOURS -> mood.toned(1.45, 1.08, 0);
        };
    }

    private static Mood palette(
            double hue,
            double apart,
            double width,
            double shadowHue,
            double lightHue,
            double tint,
            double saturation,
            double contrast,
            double lift) {
        Mood.Tone tone = new Mood.Tone(saturation, contrast, lift);
        return Mood.of(hue, apart, width, shadowHue, lightHue, tint, tone);
    }
}
