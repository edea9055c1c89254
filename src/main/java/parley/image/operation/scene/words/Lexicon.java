package parley.image.operation.scene.words;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import parley.image.operation.scene.Season;
import parley.image.operation.scene.Setting;
import parley.image.operation.scene.paint.Hour;
import parley.image.operation.scene.paint.Weather;
import parley.image.operation.scene.thing.Things;
import parley.image.operation.scene.words.SceneWish.Form;
import parley.image.operation.scene.words.SceneWish.Part;
import parley.image.operation.scene.words.SceneWish.Pattern;
import parley.image.operation.scene.words.SceneWish.SkyThing;
import parley.image.operation.scene.words.SceneWish.Style;
import parley.image.operation.scene.words.SceneWish.Where;

/// The words that mean something, in one to three words each.
final class Lexicon {
    private static final Map<String, Meaning> WORDS = new HashMap<>();
    private static final Map<String, String> IRREGULAR =
            Map.ofEntries(
                    Map.entry("mice", "mouse"),
                    Map.entry("geese", "goose"),
                    Map.entry("leaves", "leaf"),
                    Map.entry("wolves", "wolf"),
                    Map.entry("women", "woman"),
                    Map.entry("men", "man"),
                    Map.entry("children", "child"),
                    Map.entry("people", "person"),
                    Map.entry("loaves", "bread"),
                    Map.entry("knives", "knife"),
                    Map.entry("shelves", "shelf"),
                    Map.entry("oxen", "cow"),
                    Map.entry("skies", "sky"),
                    Map.entry("scarves", "scarf"));

    static {
        settings();
        skies();
        looks();
        amounts();
        ColourNames.ALL.forEach((name, rgb) -> WORDS.put(name, new Meaning.OfColour(rgb)));
        Things.all()
                .forEach(thing ->
                        thing.words().forEach(word -> WORDS.put(word, new Meaning.OfThing(thing))));
        places();
        Things.all().stream()
                .filter(thing -> thing.name().equals("house"))
                .forEach(house -> put(house, Meaning.OfTop::new, "roof|rooftop|housetop"));
    }

    private Lexicon() {}

    /// A word, or several with spaces between, as it was read.
    ///
    /// @param plural whether it was in the plural
    record Entry(Meaning meaning, boolean plural) {}

    static Optional<Entry> find(String words) {
        return known(words)
                .map(meaning -> new Entry(meaning, false))
                .or(() -> singular(words).map(meaning -> new Entry(meaning, true)))
                .or(() ->
                        Optional.ofNullable(Translations.english(words)).flatMap(Lexicon::english));
    }

    private static Optional<Entry> english(String words) {
        return known(words)
                .map(meaning -> new Entry(meaning, false))
                .or(() -> singular(words).map(meaning -> new Entry(meaning, true)));
    }

    private static Optional<Meaning> known(String words) {
        @Nullable Meaning meaning = WORDS.get(words);
        return Optional.ofNullable(meaning);
    }

    private static Optional<Meaning> singular(String words) {
        int last = words.lastIndexOf(' ') + 1;
        String before = words.substring(0, last);
        String word = words.substring(last);
        String irregular = IRREGULAR.getOrDefault(word, "");
        if (!irregular.isEmpty()) {
            return known(before + irregular);
        }
        if (word.endsWith("ies")) {
            return known(before + word.substring(0, word.length() - 3) + "y")
                    .or(() -> known(before + word.substring(0, word.length() - 1)));
        }
        if (word.endsWith("es")) {
            return known(before + word.substring(0, word.length() - 1))
                    .or(() -> known(before + word.substring(0, word.length() - 2)));
        }
        return word.length() > 2 && word.endsWith("s")
                ? known(before + word.substring(0, word.length() - 1))
                : Optional.empty();
    }

    private static <T> void put(T value, Function<T, Meaning> meaning, String words) {
        for (String word : words.split("\\|")) {
            WORDS.put(word, meaning.apply(value));
        }
    }

    private static void settings() {
        setting(Setting.SEA, "sea|ocean|open sea|open water|wave|waves|water");
        setting(
                Setting.COAST,
                "coast|coastline|cliff|cliffs|shore|rocky coast|seashore|headland|fjord");
        setting(Setting.BEACH, "beach|seaside|sandy beach|tropical beach|sand beach");
        setting(Setting.ISLAND, "island|desert island|tropical island|atoll");
        setting(Setting.HARBOUR, "harbour|harbor|port|pier|dock|marina|jetty");
        setting(Setting.LAKE, "lake|pond|mountain lake|alpine lake|lagoon|lakeside");
        setting(Setting.RIVER, "river|stream|creek|brook|riverbank");
        setting(
                Setting.MOUNTAINS,
                "mountain|alps|peak|summit|mountain range|mountain landscape|highlands|valley|glacier");
        setting(Setting.HILLS, "hill|rolling hills|hillside|countryside|landscape|vineyard");
        setting(
                Setting.MEADOW,
                "meadow|pasture|grassland|prairie|flower field|field of flowers|savanna|savannah|steppe|lawn|grass");
        setting(
                Setting.FIELD,
                "field|farmland|wheat field|cornfield|wheat|crop|plain|plains|lavender field");
        setting(
                Setting.FOREST,
                "forest|wood|woods|woodland|jungle|grove|rainforest|forest path|clearing");
        setting(Setting.DESERT, "desert|dune|sand dune|sahara|oasis");
        setting(Setting.CANYON, "canyon|gorge|badlands|mesa|butte");
        setting(
                Setting.SNOW,
                "tundra|arctic|antarctica|snowy landscape|winter landscape|snowfield|north pole|ice field|snowy field");
        setting(
                Setting.CITY,
                "city|skyline|city skyline|town|downtown|metropolis|cityscape|urban skyline|new york|tokyo|paris|london");
        setting(Setting.STREET, "street|alley|avenue|boulevard|city street|lane|sidewalk|pavement");
        setting(Setting.VILLAGE, "village|hamlet|mountain village|small town");
        setting(Setting.GARDEN, "garden|park|orchard|backyard");
        setting(Setting.SKY, "sky|heaven|cloudscape|air");
        setting(Setting.SPACE, "space|outer space|galaxy|nebula|universe|cosmos|deep space");
        setting(
                Setting.UNDERWATER,
                "underwater|under water|coral reef|reef|seabed|ocean floor|deep sea|aquarium|under the sea");
        setting(Setting.TABLE, "still life|tabletop|kitchen table|countertop|wooden table");
        setting(
                Setting.ROOM,
                "room|living room|interior|indoors|bedroom|kitchen|office|studio apartment|floor");
        setting(Setting.WINDOW, "windowsill|window sill|by the window");
        setting(Setting.WALL, "wall|brick wall|stone wall");
        setting(Setting.STUDIO, "studio|backdrop|plain background|white background|isolated");
    }

    private static void setting(Setting setting, String words) {
        put(setting, Meaning.OfSetting::new, words);
    }

    /// Words that are a setting even where a thing is called the same.
    private static void places() {
        setting(
                Setting.MOON,
                "moon surface|lunar surface|lunar landscape|on the moon|surface of the moon|mars|on mars");
    }

    private static void skies() {
        put(
                Hour.DAWN,
                Meaning.OfHour::new,
                "dawn|sunrise|daybreak|early morning|first light|morning");
        put(
                Hour.DAY,
                Meaning.OfHour::new,
                "day|daytime|noon|midday|daylight|afternoon|sunny|sunny day|sunlight|sunlit|bright day");
        put(
                Hour.GOLDEN,
                Meaning.OfHour::new,
                "golden hour|golden light|late afternoon|evening light|warm light");
        put(Hour.SUNSET, Meaning.OfHour::new, "sunset|sundown|evening|setting sun|afterglow");
        put(Hour.DUSK, Meaning.OfHour::new, "dusk|twilight|blue hour|nightfall|gloaming");
        put(
                Hour.NIGHT,
                Meaning.OfHour::new,
                "night|midnight|nighttime|night sky|at night|moonlit|moonlight|nocturnal");
        put(Weather.CLEAR, Meaning.OfWeather::new, "clear|clear sky|cloudless|blue sky");
        put(
                Weather.FAIR,
                Meaning.OfWeather::new,
                "cloud|few clouds|fluffy clouds|white clouds|cumulus");
        put(
                Weather.CLOUDY,
                Meaning.OfWeather::new,
                "cloudy|overcast|dark clouds|heavy clouds|gloomy");
        put(
                Weather.RAIN,
                Meaning.OfWeather::new,
                "rain|rainy|raining|drizzle|rainstorm|downpour|wet");
        put(
                Weather.STORM,
                Meaning.OfWeather::new,
                "storm|stormy|thunderstorm|tempest|gale|hurricane|thunder|rough sea");
        put(
                Weather.SNOWFALL,
                Meaning.OfWeather::new,
                "snowing|snowfall|falling snow|blizzard|snowstorm|snowflake");
        put(Weather.FOG, Meaning.OfWeather::new, "fog|foggy|mist|misty|haze|hazy");
        put(Season.SPRING, Meaning.OfSeason::new, "spring|springtime");
        put(Season.SUMMER, Meaning.OfSeason::new, "summer|summertime");
        put(Season.AUTUMN, Meaning.OfSeason::new, "autumn|fall|autumnal|fall foliage");
        put(
                Season.WINTER,
                Meaning.OfSeason::new,
                "winter|wintry|snow|snowy|snow-covered|frost|frosty|icy|snow covered");
        put(SkyThing.SUN, Meaning.OfSky::new, "sun");
        put(SkyThing.MOON, Meaning.OfSky::new, "moon|full moon");
        put(SkyThing.CRESCENT, Meaning.OfSky::new, "crescent|crescent moon|half moon|new moon");
        put(
                SkyThing.STARS,
                Meaning.OfSky::new,
                "stars|starry|starry sky|starry night|starlight|constellation");
        put(SkyThing.MILKY_WAY, Meaning.OfSky::new, "milky way");
        put(
                SkyThing.AURORA,
                Meaning.OfSky::new,
                "aurora|northern lights|aurora borealis|polar lights");
        put(SkyThing.RAINBOW, Meaning.OfSky::new, "rainbow");
        put(SkyThing.LIGHTNING, Meaning.OfSky::new, "lightning|lightning bolt");
    }

    private static void looks() {
        put(
                Form.POSTER,
                Meaning.OfForm::new,
                "poster|flyer|banner|placard|advertisement|billboard|book cover|album cover|greeting card|card|invitation|sign");
        put(Form.PORTRAIT, Meaning.OfForm::new, "portrait|headshot|bust|close-up of a face|selfie");
        put(
                Form.ICON,
                Meaning.OfForm::new,
                "icon|logo|emblem|badge|pictogram|app icon|sticker|logotype");
        put(
                Form.PATTERN,
                Meaning.OfForm::new,
                "pattern|seamless pattern|texture|wallpaper|tileable|background pattern");
        put(
                Form.ABSTRACT,
                Meaning.OfForm::new,
                "abstract|abstract art|abstract composition|generative art");
        pattern(Pattern.STRIPES, "stripe|striped|stripes");
        pattern(Pattern.DOTS, "dot|dots|polka dot|polka dots|polka|dotted");
        pattern(Pattern.TILES, "tile|tiles|mosaic|azulejo");
        pattern(
                Pattern.CHECKS,
                "checker|checkered|checkerboard|chequered|plaid|gingham|chessboard");
        pattern(Pattern.MARBLE, "marble|marbled");
        pattern(Pattern.WOOD, "wood grain|wooden texture|wood texture");
        pattern(Pattern.GRADIENT, "gradient|ombre");
        pattern(Pattern.HEXAGONS, "hexagon|honeycomb|hexagonal");
        pattern(Pattern.MANDALA, "mandala|rosette|kaleidoscope");
        pattern(Pattern.TRUCHET, "truchet|maze|labyrinth");
        pattern(Pattern.VORONOI, "voronoi|cells|stained glass|cracks");
        pattern(Pattern.TERRAZZO, "terrazzo");
        pattern(Pattern.ARABESQUE, "arabesque|moroccan|ornament|damask|islamic pattern");
        pattern(Pattern.TRIANGLES, "triangle|triangles|geometric|memphis");
        pattern(Pattern.SPIRAL, "spiral|swirl|vortex");
        pattern(Pattern.CONFETTI, "confetti");
        pattern(Pattern.BRICKS, "brick|bricks");
        style(
                Style.FLAT,
                "flat|flat design|vector|vector art|flat illustration|paper cut|paper-cut|illustration");
        style(Style.MINIMAL, "minimal|minimalist|minimalistic|simple|minimalism");
        style(Style.WATERCOLOUR, "watercolour|watercolor|aquarelle|gouache");
        style(
                Style.OIL,
                "oil|oil painting|oil paint|impressionist|impressionism|van gogh|painting|painted|acrylic");
        style(
                Style.LINE_ART,
                "line art|lineart|line drawing|sketch|pencil|pencil drawing|ink drawing|ink|drawing|coloring page|engraving");
        style(Style.PIXEL_ART, "pixel art|pixel|8-bit|16-bit|pixelated|retro game");
        style(Style.LOW_POLY, "low poly|low-poly|lowpoly|polygonal|isometric|origami");
        style(Style.ART_DECO, "art deco|travel poster|retro poster");
        style(Style.VINTAGE, "vintage|retro|analog film|analog|film|faded|nostalgic");
        style(Style.SEPIA, "sepia|daguerreotype");
        style(Style.MONOCHROME, "black and white|monochrome|noir|grayscale|greyscale|film noir");
        style(
                Style.PHOTO,
                "photo|photograph|photorealistic|realistic|photographic|photography|hyperrealistic|cinematic|3d render|3d|render|4k photo|photo-realistic");
        style(Style.CARTOON, "cartoon|anime|comic|comic book|manga|children's book");
        put(Part.SKY, Meaning.OfPart::new, "the sky");
        put(Part.TABLE, Meaning.OfPart::new, "tablecloth");
        put(Part.BACKGROUND, Meaning.OfPart::new, "background|colour background");
        put(Part.HAIR, Meaning.OfPart::new, "hair|haired|curls|braid|ponytail|beard");
        put(Part.EYES, Meaning.OfPart::new, "eye|eyes|eyed");
        put(
                Part.CLOTHES,
                Meaning.OfPart::new,
                "dress|shirt|coat|jacket|sweater|jumper|suit|clothes|t-shirt|cloak|cape|scarf|hoodie");
        put(
                Part.TEXT,
                Meaning.OfPart::new,
                "text|title|lettering|letters|word|words|caption|headline|slogan|inscription");
        put(Part.GROUND, Meaning.OfPart::new, "ground|soil|earth ground|sand");
    }

    private static void pattern(Pattern pattern, String words) {
        put(pattern, Meaning.OfPattern::new, words);
    }

    private static void style(Style style, String words) {
        put(style, Meaning.OfStyle::new, words);
    }

    private static void amounts() {
        String[] numbers = {
            "one|single|lone|lonely|solitary",
            "two|pair|pair of|couple of|couple|both",
            "three|few|several|some",
            "four|group of",
            "five",
            "six|herd of",
            "seven|many|lots of",
            "eight",
            "nine|flock of|school of|swarm of",
            "ten",
            "eleven",
            "twelve|dozen|a dozen|hundreds of|thousands of|countless"
        };
        for (int i = 0; i < numbers.length; i++) {
            put(i + 1, Meaning.OfCount::new, numbers[i]);
        }
        put(
                0.68,
                Meaning.OfSize::new,
                "small|little|tiny|mini|miniature|distant|far away|baby|short");
        put(
                1.4,
                Meaning.OfSize::new,
                "big|large|huge|giant|gigantic|tall|enormous|massive|great|close-up|closeup");
        put(-0.42, Meaning.OfTone::new, "dark|deep");
        put(0.42, Meaning.OfTone::new, "light|pale|pastel|soft");
        put(0.0, Meaning.OfTone::new, "bright|vivid|neon");
        where(Where.LEFT_OF, "left of|to the left of|on the left of|left side of");
        where(Where.RIGHT_OF, "right of|to the right of|on the right of|right side of");
        where(Where.ON, "on|on top of|atop|upon|onto|standing on|sitting on|riding");
        where(Where.UNDER, "under|beneath|below|underneath");
        where(Where.ABOVE, "above|over");
        where(Where.BEHIND, "behind");
        where(Where.IN_FRONT_OF, "in front of|before");
        where(Where.BESIDE, "beside|next to|near|by|close to|at|against|alongside|and");
        where(Where.IN, "in|inside|within|into");
        put(
                new Meaning.Held(),
                held -> held,
                "of|with|containing|filled with|full of|holding|holds");
        put(new Meaning.Worn(), worn -> worn, "wearing|wears");
        put(new Meaning.Nothing(), nothing -> nothing, Fillers.WORDS);
    }

    private static void where(Where where, String words) {
        put(where, Meaning.OfWhere::new, words);
    }
}
