package parley.image.intent;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Words for light, for ways of painting, for backgrounds and for how far to go.
final class LookWords {
    /// Kinds of light, in words that a light rig is made of.
    static final String LIGHT =
            "golden[ -]hour|magic hour|blue hour|sun ?sets?|sun ?rise|dawn|dusk|twilight|night(?:time|fall)?|moon ?lit|moon ?light|midnight|noon|midday|"
                    + "day ?light|day ?time|sun ?light|sunny|overcast|foggy light|studio(?: ?light\\w*)?|soft ?box|neon(?: lights?)?|candle ?lit|candle ?light|fire ?light|back ?lit|"
                    + "back ?light\\w*|rim ?light\\w*|side ?lit|spot ?light|dramatic(?: light\\w*)?|(?:warm|cool|cold|soft|hard|harsh|bright|cinematic|moody|natural|ambient|evening|morning|afternoon)(?:er)? ?(?:light|lighting|sun|tones?|glow)|"
                    + "(?:in the )?(?:evening|morning)|volumetric light|god rays|low[ -]key|high[ -]key|chiaroscuro|rembrandt light\\w*|cinematic light\\w*|"
                    + "goldene[nr]? stunde|sonnenuntergang\\w*|sonnenaufgang\\w*|nachts?|abend(?:licht|s|sonne)?|morgenlicht|mondlicht|kerzenlicht|dammerung|gegenlicht|studiolicht|tageslicht|"
                    + "heure doree|heure bleue|coucher de soleil|lever (?:de|du) soleil|nuit|clair de lune|crepuscule|aube|lumiere \\w+|bougie\\w?|"
                    + "hora dorada|hora azul|atardecer|amanecer|noche|luz (?:de )?(?:la )?\\w+|puesta de sol|anochecer";

    static final Pattern LIGHT_WORD =
            Pattern.compile("(?<![\\p{L}\\p{N}])(?:" + LIGHT + ")(?![\\p{L}\\p{N}])");

    static final NamedWords<String> LIGHT_STYLES =
            new NamedWords<String>()
                    .add(
                            "brighter",
                            "brighter|brighten(?: it| this)?(?: up)?|bright|lighten(?: it)?(?: up)?|lighter|heller|aufhellen|plus clair\\w?|plus lumineu\\w+|eclairci\\w*|mas clar\\w+|mas brillante|mas luminos\\w|aclara\\w*")
                    .add(
                            "darker_but_realistic",
                            "darker|darken|dimmer|dim|dunkler|abdunkeln|plus sombre|assombri\\w*|mas oscur\\w+|oscurece\\w*")
                    .add(
                            "contrasted_n_hdr",
                            "(?:more |higher )?contrast(?:ed|y)?|hdr|punchier|kontrast\\w*|contraste\\w?")
                    .add("smooth", "smooth(?:er)?(?: light\\w*)?|softer(?: light\\w*)?")
                    .add("clean", "clean(?:er)?(?: light\\w*)?");

    /// Ways of painting by the names that wishes have.
    static final NamedWords<String> PAINTED =
            new NamedWords<String>()
                    .add("watercolour", "water ?colou?rs?|aquarell\\w*|acuarela\\w*")
                    .add(
                            "oil",
                            "oil(?:s| ?paint(?:ing|ed|s)?| on canvas)|oil|van ?gogh\\w*|monet|impressionis\\w+|expressionis\\w+|rembrandt|renoir|cezanne|gemalde|ol(?:gemalde|bild)|olgemalde|huile|oleo|painterly|brush ?strokes?")
                    .add("charcoal", "charcoal|kohle(?:zeichnung)?|fusain|carboncillo")
                    .add(
                            "pencil",
                            "pencil(?: ?(?:drawing|sketch|art))?|graphite|sketch(?:ed|y)?|line drawing|hand[ -]drawn|bleistift\\w*|skizze|crayon|croquis|lapiz|boceto|drawing|zeichnung|dessin")
                    .add(
                            "ink",
                            "inked|ink(?: ?(?:drawing|wash))?|manga|tusche\\w*|encre|tinta|pen and ink|woodcut|linocut")
                    .add("halftone", "half ?tone|newsprint|screen ?print|raster|trame")
                    .add("low_poly", "low[ -]?poly(?:gon)?|polygonal|facet(?:s|ed)")
                    .add("mosaic", "mosaics?|mosaik\\w*|mosaique|mosaico|stained[ -]glass|tiles")
                    .add("pointillism", "pointillis\\w+|stippl\\w+|seurat|puntillismo")
                    .add(
                            "pixel_art",
                            "pixel[ -]?art|8[ -]?bit|16[ -]?bit|pixelated|pixelate|retro game|pixelig|arte pixel")
                    .add(
                            "cartoon",
                            "cartoon\\w*|comics?(?: book)?|anime|ghibli|disney|pixar|caricatur\\w+|toon|karikatur|bande dessinee|bd|dibujos? animados?|historieta")
                    .add("sepia", "sepia")
                    .add("pop_art", "pop[ -]?art|warhol\\w*|lichtenstein")
                    .add(
                            "vintage",
                            "vintage|retro|old (?:photo\\w*|film|fashioned)|polaroid|analog film|faded film|nostalgic|altes? foto|vieille photo|foto antigua|antigu\\w+|1970s|70s|1920s");

    private static final Pattern HEX = Pattern.compile("#(?:[0-9a-f]{6}|[0-9a-f]{3})(?![0-9a-f])");
    private static final NamedWords<String> BACKGROUNDS =
            new NamedWords<String>()
                    .add("transparent", "transparen\\w+|durchsichtig\\w*|no background|png|alpha")
                    .add(
                            "blur",
                            "blur\\w*|bokeh|out of focus|defocus\\w*|unscharf\\w*|verschwommen\\w*|weichzeichn\\w*|flou\\w*|desenfoc\\w*|borros\\w*|difumin\\w*")
                    .add("white", "white|weiss?\\w*|weis\\w*|blanc\\w*|blanco")
                    .add("black", "black|schwarz\\w*|noire?|negro")
                    .add("grey", "gr[ae]y|grau\\w*|gris")
                    .add("red", "red|rot(?:er|en|em)?|rouge|rojo")
                    .add("green", "green(?: ?screen)?|grun\\w*|verte?|verde")
                    .add("blue", "blue|blau\\w*|bleue?|azul")
                    .add("yellow", "yellow|gelb\\w*|jaune|amarillo")
                    .add("orange", "orange|naranja")
                    .add("purple", "purple|violet|lila|violette?|morado")
                    .add("pink", "pink|rosa|rose")
                    .add("brown", "brown|braun\\w*|brun|marron")
                    .add("beige", "beige|cream")
                    .add("teal", "teal|turquoise")
                    .add("navy", "navy");

    static final NamedWords<String> IMAGINATION =
            new NamedWords<String>()
                    .add(
                            "wild",
                            "wild\\w*|crazy|crazier|insane|radical\\w*|completely|totally|go nuts|go all out|surprise me|surreal|verruckt\\w*|fou|folle|loco|loca|atrevid\\w+|as far as you (?:can|like)|unrecogni[sz]able|extreme\\w*")
                    .add(
                            "subtle",
                            "subtl\\w+|slight\\w*|a (?:little|bit|touch|tad)|gentl\\w+|minor|small changes?|close to the original|faithful\\w*|leicht\\w*|ein bisschen|etwas|dezent|un peu|subtil\\w*|leger\\w*|un poco|sutil\\w*|ligera\\w*|conservative\\w*|not too different")
                    .add(
                            "vivid",
                            "vivid\\w*|more (?:different|imaginative|creative)|imaginative\\w*|creative\\w*|bold\\w*");

    private LookWords() {}

    static boolean hasLight(String folded) {
        return LIGHT_WORD.matcher(folded).find();
    }

    /// What is to be behind: `transparent`, `blur`, a colour's name or `#rrggbb`.
    static Optional<Found<String>> background(String folded) {
        Matcher hex = HEX.matcher(folded);
        if (hex.find()) {
            return Optional.of(new Found<>(hex.group(), hex.start(), hex.end()));
        }
        return BACKGROUNDS.find(folded);
    }
}
