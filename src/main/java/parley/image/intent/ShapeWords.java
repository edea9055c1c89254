package parley.image.intent;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How wide for its height: "16:9", "square", "portrait format", "for a story".
final class ShapeWords {
    private static final String NAMES =
            "square_1_1|classic_4_3|traditional_3_4|widescreen_16_9|social_story_9_16|"
                    + "smartphone_horizontal_20_9|smartphone_vertical_9_20|standard_3_2|portrait_2_3|"
                    + "horizontal_2_1|vertical_1_2|social_5_4|social_post_4_5|cinematic_21_9";
    private static final Pattern NAME = Pattern.compile("\\b(?:" + NAMES + ")\\b");
    private static final Pattern RATIO =
            Pattern.compile(
                    "(?:(?:in|as|at|to|with|auf|en|a)?\\s(?:an? )?)?(?<![\\d.:])(\\d{1,2})\\s?(?::|/|x| by | zu )\\s?(\\d{1,2})(?![\\d:]|\\s?(?:px|am|pm))(?:[ -](?:aspect ratio|ratio|format|aspect))?");
    private static final List<String> KNOWN =
            List.of(
                    "1:1", "4:3", "3:4", "16:9", "9:16", "20:9", "9:20", "3:2", "2:3", "2:1", "1:2",
                    "5:4", "4:5", "21:9", "9:21", "16:10", "10:16", "3:1", "1:3");
    private static final String IN =
            "(?:(?:in|as|for|im|als|fur|en|au|como|para|with) (?:an? |the |my |ein\\w* |das |un |une |format )*)?";
    private static final String FORM =
            "[ -]?(?:format|orientation|mode|shape|crop|version|aspect ratio|ratio)";
    private static final NamedWords<String> WORDS =
            new NamedWords<String>()
                    .add(
                            "smartphone_vertical_9_20",
                            IN
                                    + "(?:phone|smartphone|mobile|iphone|android|handy)[ -]?(?:wallpaper|background|lock ?screen|screen|hintergrund\\w*)|lock ?screen|fond d'ecran (?:de )?(?:telephone|portable)|fondo de pantalla (?:de(?:l)? )?(?:movil|telefono)")
                    .add(
                            "social_story_9_16",
                            "(?:in|as|for|into|im|als|fur|en|to) (?:an? |the |my )?(?:instagram |insta |facebook |social )?(?:story|stories|reels?|tiktok)(?: format)?|(?:instagram|insta|facebook|social) (?:story|stories|reels?)|(?:story|reel|tiktok)[ -](?:format|size)")
                    .add("social_post_4_5", IN + "(?:instagram|insta) (?:post|feed)")
                    .add(
                            "widescreen_16_9",
                            IN
                                    + "(?:wide ?screen|youtube thumbnail|youtube|desktop wallpaper|16 by 9|breitbild\\w*|ecran large|panoramica)(?:"
                                    + FORM
                                    + ")?")
                    .add(
                            "cinematic_21_9",
                            IN
                                    + "(?:cinematic (?:format|ratio|aspect ratio|crop|widescreen)|ultra ?wide|cinemascope|21 by 9)|kinoformat")
                    .add(
                            "horizontal_2_1",
                            IN
                                    + "(?:panorama|panoramic)(?:"
                                    + FORM
                                    + ")?|"
                                    + IN
                                    + "(?:web |twitter |linkedin |website |blog )?(?:banner|header)(?: format)?")
                    .add(
                            "standard_3_2",
                            "(?:in|as|to) landscape|landscape"
                                    + FORM
                                    + "|"
                                    + IN
                                    + "quer(?:format)?|(?:en )?(?:mode |format )paysage|format paysage|apaisad\\w+|(?:en )?horizontal"
                                    + "(?:"
                                    + FORM
                                    + ")?")
                    .add(
                            "portrait_2_3",
                            "(?:in|as|to) portrait|portrait"
                                    + FORM
                                    + "|"
                                    + IN
                                    + "hochformat|(?:en )?(?:mode |format )portrait|(?:en )?vertical(?:"
                                    + FORM
                                    + ")?|upright|hochkant")
                    .add(
                            "square_1_1",
                            IN
                                    + "(?:square(?! (?:in|of|where|full|one|root|meal|metre|meter|mile|feet|foot))|quadrat\\w*|carree?|cuadrad\\w+)(?:"
                                    + FORM
                                    + ")?");
    private static final Pattern MAKE_IT =
            Pattern.compile(
                    "^(?:make|turn|get) (?:it|this|that|the \\w+) (?:into )?(landscape|portrait)$");

    private ShapeWords() {}

    /// The name or ratio that requests use.
    static Optional<Found<String>> find(String folded) {
        Matcher name = NAME.matcher(folded);
        if (name.find()) {
            return Optional.of(new Found<>(name.group(), name.start(), name.end()));
        }
        Matcher ratio = RATIO.matcher(folded);
        while (ratio.find()) {
            String text = ratio.group(1) + ":" + ratio.group(2);
            if (KNOWN.contains(text)) {
                return Optional.of(
                        new Found<>(
                                parley.image.Shape.parse("aspect_ratio", text).wireName(),
                                ratio.start(),
                                ratio.end()));
            }
        }
        Matcher made = MAKE_IT.matcher(folded.strip());
        if (made.find()) {
            String shape = made.group(1).equals("portrait") ? "portrait_2_3" : "standard_3_2";
            return Optional.of(new Found<>(shape, made.start(1), made.end(1)));
        }
        return WORDS.find(folded);
    }
}
