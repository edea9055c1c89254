package parley.image.intent;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What is left of a text when everything is taken out that is said of pictures. A phrase without a
/// verb is only taken for a wish if nothing is left: "brighter", but not "brighter than the sun".
final class Residue {
    private static final String FILLERS =
            "please|pls|a|an|the|it|this|that|these|them|its|in|on|at|with|to|of|as|for|and|but|or|by|into|from|more|less|much|many|bit|little|slightly|slight|touch|lot|even|very|too|so|just|only|some|any|all|also|again|now|"
                    + "still|instead|like|look|looks|looking|style|styled|effect|filter|version|versions|variation|variations|variant|variants|alternatives?|alternative|different|similar|something|another|other|new|fresh|take|takes|one|ones|two|three|four|few|couple|several|"
                    + "light|lights|lighting|lit|coming|glow|background|backdrop|bg|no|without|removal|removed|off|gone|out|plain|pure|solid|transparent|size|sized|resolution|res|quality|definition|format|mode|shape|orientation|ratio|aspect|big|large|bigger|larger|sharper|crisper|higher|high|finer|twice|double|times|"
                    + "px|pixels?|percent|wide|wider|widescreen|tall|taller|broader|landscape|portrait|square|banner|left|right|top|bottom|above|below|behind|front|side|sides|up|down|outwards?|space|room|sky|canvas|margin|strength|strong|stronger|soft|softer|warm|warmer|cool|cooler|cold|colder|bright|brighter|dark|darker|"
                    + "contrast|hdr|moodier|sunnier|gloomier|colder|kalter|chaude?|froide?|calid[oa]|mood|moody|art|painting|painted|drawing|drawn|sketch|photo|me|us|i|you|make|made|get|give|have|do|be|set|show|bitte|das|die|der|den|ein\\w*|im|in|als|stil|bild|und|mit|etwas|noch|mehr|weniger|viel|un|une|le|la|les|du|de|des|en|dans|au|plus|moins|peu|fond|image|"
                    + "s'il|te|plait|svp|stp|el|los|una|al|con|mas|menos|poco|por|favor|estilo|fondo|imagen|format[eo]?|carre|version|reimagine\\w*|remix|want|need|would|could|can|use|try|turn|change|put|render|im|mach\\w*|drei|zwei|vier|davon|daraus|fais|haz|hazl[oa]|dos|tres|trois|deux|cuatro|quatre|variante[sn]?|variaciones|variacion|rends?|pon\\w*";
    private static final Pattern WORD =
            Pattern.compile(
                    "(?<![\\p{L}\\p{N}])(?:"
                            + FILLERS
                            + "|"
                            + Objects.NOUN
                            + "|"
                            + LookWords.LIGHT
                            + ")(?![\\p{L}\\p{N}])");
    private static final Pattern LETTERS = Pattern.compile("\\p{L}{2,}");

    private Residue() {}

    static boolean isEmpty(String folded) {
        StringBuilder text = new StringBuilder(folded);
        ShapeWords.find(text.toString()).ifPresent(found -> blank(text, found));
        ScaleWords.factor(text.toString(), java.util.Optional.empty())
                .ifPresent(found -> blank(text, found));
        LookWords.PAINTED.find(text.toString()).ifPresent(found -> blank(text, found));
        LookWords.background(text.toString()).ifPresent(found -> blank(text, found));
        LookWords.LIGHT_STYLES.find(text.toString()).ifPresent(found -> blank(text, found));
        LookWords.IMAGINATION.find(text.toString()).ifPresent(found -> blank(text, found));
        ExtraWords.engine(text.toString()).ifPresent(found -> blank(text, found));
        ExtraWords.seed(text.toString()).ifPresent(found -> blank(text, found));
        String left = SideWords.without(WORD.matcher(text).replaceAll(" "));
        Matcher letters = LETTERS.matcher(left);
        return !letters.find();
    }

    private static void blank(StringBuilder text, Found<?> found) {
        for (int i = found.start(); i < found.end(); i++) {
            text.setCharAt(i, ' ');
        }
    }
}
