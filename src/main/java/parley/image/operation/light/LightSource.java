package parley.image.operation.light;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import parley.image.LightRig;
import parley.image.operation.light.Look.Accent;
import parley.image.operation.light.Look.Air;
import parley.image.operation.light.Look.Sky;
import parley.image.operation.light.Look.Tone;

/// Times of day, weather and lamps that have a name, each with its light and its look. Temperatures
/// are those photographers' tables give; what a camera balanced for daylight sees of them is milder
/// than what a thermometer would say for candles, so that colours stay apart.
enum LightSource {
    DAYLIGHT(
            new LightRig(125, 42, 5600, 1, 0.45),
            plain(0.38),
            "daylight day sunlight sun sunny sunshine natural|tageslicht sonne sonnig sonnenlicht"
                    + " tag|jour soleil|dia_de_sol sol soleado"),
    SUNRISE(
            new LightRig(20, 12, 4100, 1.05, 0.3),
            look(0.34, 8000, tone(0, 1.04, 1.1, 0), clear())
                    .withAir(air(0.5, 0.12, 0, 0.25, sky(0xb9c9ef, 0xffc9a8, -0.1))),
            "sunrise dawn morning morning_light|sonnenaufgang morgen morgenlicht"
                    + " morgendämmerung|aube matin lever_de_soleil|amanecer alba"),
    GOLDEN_HOUR(
            new LightRig(165, 12, 3700, 1.1, 0.2),
            look(0.27, 8500, tone(0.05, 1.1, 1.1, 0), clear())
                    .withAir(air(0.42, 0, 0, 0.5, sky(0xc3cdea, 0xffc98a, -0.2))),
            "golden_hour golden goldenhour evening_sun|goldene_stunde abendsonne goldenes"
                    + "|heure_dorée doré|hora_dorada dorado"),
    SUNSET(
            new LightRig(175, 6, 3100, 1.05, 0.2),
            look(0.22, 10000, tone(-0.35, 1.14, 1.15, 0), clear())
                    .withAir(air(0.5, 0.04, 0, 0.5, sky(0x9f9fe0, 0xff9a58, -0.45))),
            "sunset evening dusk|sonnenuntergang abend abendlicht abendrot dämmerung"
                    + "|coucher_de_soleil crépuscule soir|atardecer puesta_de_sol"),
    NOON(
            new LightRig(90, 50, 5600, 1.1, 0.12),
            look(0.25, 7000, tone(0.1, 1.14, 1.05, 0), clear()),
            "noon midday|mittag mittagslicht|midi|mediodía"),
    OVERCAST(
            new LightRig(90, 65, 6900, 0.96, 1),
            look(0.75, 6900, tone(-0.05, 0.9, 0.84, 0), clear())
                    .withAir(air(0, 0, 0, 0, sky(0xe4e9f0, 0xf2f4f7, 0.1))),
            "overcast cloudy grey_day diffuse|bewölkt bedeckt wolkig trüb|nuageux couvert"
                    + "|nublado"),
    BLUE_HOUR(
            new LightRig(90, 55, 10500, 0.9, 0.85),
            look(0.6, 11000, tone(-0.8, 1.12, 0.98, 0.2), clear())
                    .withAir(air(0, 0, 0, 0.2, sky(0x6f8ff0, 0xa9b4f0, -0.5))),
            "blue_hour twilight nightfall|blaue_stunde|heure_bleue|hora_azul"),
    MOONLIGHT(
            new LightRig(130, 24, 10500, 1, 0.1),
            look(0.16, 16000, tone(-1.15, 1.28, 0.85, 0.65), clear())
                    .withAir(air(0.1, 0, 0.3, 0.9, sky(0x5f7fe8, 0x8fa8f4, -0.9))),
            "moonlight moon moonlit night nighttime midnight|mondlicht mond nacht nachts"
                    + "|clair_de_lune lune nuit|luz_de_luna luna noche"),
    CANDLE(
            new LightRig(235, 22, 2050, 1.05, 0.35),
            look(0.14, 2400, tone(-0.75, 1.12, 0.95, 0), air(0.3, 0, 0.75, 0.15)),
            "candle candlelight candlelit candles|kerze kerzenlicht kerzenschein|bougie chandelle"
                    + "|vela velas"),
    FIRE(
            new LightRig(268, 15, 2150, 1.15, 0.3),
            look(0.12, 2600, tone(-0.75, 1.18, 1.05, 0), air(0.45, 0, 0.6, 0.25)),
            "fire firelight fireplace campfire bonfire|feuer lagerfeuer kamin|feu cheminée"
                    + "|fuego hoguera"),
    NEON(
            new LightRig(165, 10, 6500, 1.35, 0.12),
            look(0.1, 9000, tone(-0.5, 1.14, 1.1, 0), air(0.25, 0, 0.1, 0.9)),
            "neon cyberpunk club disco|néon"),
    STUDIO(
            new LightRig(140, 42, 5600, 1.08, 0.7),
            look(0.34, 5800, tone(0.08, 1.06, 1.02, 0), air(0, 0, 0.22, 0.2)),
            "studio softbox studio_softbox beauty_light rembrandt portrait_light octabox"
                    + "|studiolicht|estudio"),
    RIM(
            new LightRig(60, -25, 6000, 1.1, 0.1),
            look(0.28, 7000, tone(-0.6, 1.1, 1, 0), air(0.25, 0, 0, 1)),
            "rim rim_light rimlight edge_light|gegenlicht streiflicht|contre_jour|contraluz"),
    SPOTLIGHT(
            new LightRig(100, 48, 5000, 1.2, 0.1),
            look(0.12, 6500, tone(-0.3, 1.15, 1, 0), air(0.15, 0, 1, 0.3)),
            "spotlight spot spotlit stage stage_light theatre|scheinwerfer bühne|projecteur scène"
                    + "|foco escenario"),
    WINDOW(
            new LightRig(175, 24, 6000, 1.08, 0.5),
            look(0.22, 6800, tone(-0.1, 1.06, 0.98, 0), air(0.15, 0, 0.42, 0.15)),
            "window window_light windowlight|fenster fensterlicht|fenêtre|ventana"),
    LAMP(
            new LightRig(120, 35, 2900, 1.05, 0.4),
            look(0.2, 3200, tone(-0.4, 1.06, 1, 0), air(0.2, 0, 0.5, 0.1)),
            "lamp lamplight tungsten incandescent bulb lantern streetlight|lampe laterne glühbirne"
                    + "|lampe lanterne|lámpara farol"),
    FLASH(
            new LightRig(90, 80, 5700, 1.15, 0.1),
            look(0.2, 6500, tone(0.15, 1.14, 1.02, 0), air(0, 0, 0.35, 0)),
            "flash camera_flash|blitz blitzlicht"),
    FOG(
            new LightRig(90, 60, 7000, 0.98, 1),
            look(0.75, 7000, tone(0, 0.88, 0.8, 0), air(0.12, 0.45, 0, 0)),
            "fog foggy mist misty haze hazy|nebel neblig dunst|brouillard brume|niebla neblina"),
    STORM(
            new LightRig(110, 50, 7800, 0.9, 0.7),
            look(0.5, 8200, tone(-0.7, 1.2, 0.75, 0.15), clear())
                    .withAir(air(0, 0.04, 0.1, 0.2, sky(0x8b97a8, 0xb6bfcb, -0.6))),
            "storm stormy thunderstorm rain rainy|gewitter sturm regen|orage pluie"
                    + "|tormenta lluvia");

    @SuppressWarnings("ImmutableEnumChecker") // A record of numbers.
    private final LightRig rig;

    @SuppressWarnings("ImmutableEnumChecker") // A record of numbers.
    private final Look look;

    private final String words;

    LightSource(LightRig rig, Look look, String words) {
        this.rig = rig;
        this.look = look;
        this.words = words;
    }

    LightRig rig() {
        return rig;
    }

    Look look() {
        return look;
    }

    /// What people call it, in lower case, in several languages.
    List<String> names() {
        return Arrays.stream(words.split("[| ]")).map(word -> word.replace('_', ' ')).toList();
    }

    /// Whether it says how the air is more than where light comes from.
    boolean isWeather() {
        return this == FOG || this == STORM;
    }

    private static Look plain(double ambience) {
        return look(ambience, 6800, tone(0, 1.02, 1, 0), clear());
    }

    private static Look look(double ambience, double shadowKelvin, Tone tone, Air air) {
        return new Look(
                Optional.empty(),
                Optional.<Accent>empty(),
                Tint.ofKelvin(shadowKelvin),
                ambience,
                tone,
                air);
    }

    private static Tone tone(double exposure, double contrast, double saturation, double night) {
        return new Tone(exposure, contrast, saturation, night);
    }

    private static Air air(double glow, double fog, double spot, double rim) {
        return new Air(glow, fog, spot, rim, Optional.empty());
    }

    private static Air air(double glow, double fog, double spot, double rim, Sky sky) {
        return new Air(glow, fog, spot, rim, Optional.of(sky));
    }

    private static Air clear() {
        return air(0, 0, 0, 0.1);
    }

    private static Sky sky(int zenith, int horizon, double stops) {
        return new Sky(Tint.ofColour(zenith), Tint.ofColour(horizon), stops);
    }
}
