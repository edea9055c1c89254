package parley.image.intent;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a verb is said of: a picture, or something else.
final class Objects {
    /// What something that can be done to pictures is said of.
    enum Thing {
        /// A picture, by a noun for pictures.
        PICTURE,
        /// It, this, or nothing at all.
        IT,
        /// Something that a picture of the conversation shows.
        SHOWN,
        /// Pictures in general.
        ANY,
        OTHER
    }

    static final String NOUN =
            "images?|pictures?|photos?|photographs?|pics?|paintings?|drawings?|illustrations?|artworks?|sketch(?:es)?|portraits?|logos?|posters?|wallpapers?|icons?|banners?|avatars?|stickers?|scenes?|snapshots?|shots?|selfies?|renders?|renderings?|canvas|frame|cartoons?|postcards?|screenshots?|scans?|thumbnails?|headshots?|"
                    + "bild(?:es|er|ern)?|fotos?|aufnahmen?|zeichnung(?:en)?|gemalde|grafik|"
                    + "dessins?|peintures?|tableau|imagenes|imagen|dibujos?|pinturas?|cuadro|toile|lienzo|leinwand|cadre|rahmen";
    private static final String DETERMINERS =
            "the|this|that|these|those|my|our|your|his|her|its|their|a|an|some|any|all|both|every|each|das|die|der|den|dem|des|dieses?|diese[rmn]?|mein\\w*|unser\\w*|ein|eine[rnms]?|le|la|les|cette|cet|ce|mon|ma|mes|notre|un|une|el|los|las|esta|este|esa|ese|mi|una";
    private static final Pattern PRONOUN =
            Pattern.compile(
                    "^(?:it|them|him|her|\uFFFC|es|dies|daraus|davon|ihn|sie|ca|cela|ceci|eso|esto|lo|the (?:result|last|first|second|third|fourth|fifth|previous|original|other|latest)(?: (?:one|version|result|try|attempt))?(?! (?!into|with|and|but|look|again|bigger|larger|brighter|darker|wider|from|without)[\\p{L}]{3,})|(?:this|that|the) (?:one|last|result|thing)|last one|everything|all of it|the whole thing|le|la|l'|en)(?![\\p{L}\\p{N}])");
    private static final Pattern THIS =
            Pattern.compile("^(?:this|that|these|those)(?![\\p{L}\\p{N}]) ?");

    private static final Pattern FIRST_NOUNS =
            Pattern.compile(
                    "^(?:(?<det>"
                            + DETERMINERS
                            + ") |(?<elided>l'|d'))?(?<words>(?:[\\p{L}\\p{N}\uFFFC'-]+ ?){0,5})");
    private static final Pattern PICTURE =
            Pattern.compile("(?<![\\p{L}])(?:" + NOUN + ")(?![\\p{L}])");
    private static final Pattern PLURAL =
            Pattern.compile(
                    "(?<![\\p{L}])(?:images|pictures|photos|photographs|pics|bilder|imagenes|fotos|drawings|paintings|backgrounds)(?![\\p{L}])");

    /// How what is no noun begins, and what may stand behind a bare verb.
    private static final Pattern ADVERB =
            Pattern.compile(
                    "^(?:to|by|on|at|with|using|from|for|in|into|as|like|a (?:bit|little|lot)|more|further|again|now|please|too|then|up|out|out of|down|\\d|x\\d|by|twice|double|left|right|top|bottom|both|all|slightly|"
                            + "some|even|much|mas|plus|moins|menos|noch|etwas|viel|grosser|heller|dunkler|until|so|and|bigger|larger|brighter|darker|wider|taller|sharper|warmer|cooler|transparent|square|black|white|golden|night|look|without|neu|frei|weg|also|instead|all|only|but|once|way|just|auf|um|mit|nach|zu|bitte|a|en|de|por|para|sur|vers|hoch|\\W|$)(?![\\p{L}]).*");

    private static final Pattern BREAK =
            Pattern.compile(
                    " (?:of|in|on|to|into|with|for|from|by|as|like|at|und|and|mit|von|zu|de|avec|con|para|pour)(?= |$)");

    private Objects() {}

    /// @param rest what stands behind the verb
    static Thing of(Utterance rest, Scene scene) {
        String text = rest.folded().replaceFirst("^[\\s:,-]+", "").strip();
        Matcher nouns = FIRST_NOUNS.matcher(text);
        if (text.isEmpty() || !nouns.find()) {
            return Thing.IT;
        }
        boolean determined = nouns.group("det") != null || nouns.group("elided") != null;
        String words = BREAK.split(" " + nouns.group("words"))[0];
        if (PICTURE.matcher(words).find()) {
            return !determined && PLURAL.matcher(words).find() ? Thing.ANY : Thing.PICTURE;
        }
        if (PRONOUN.matcher(text).find()) {
            return Thing.IT;
        }
        Matcher pointing = THIS.matcher(text);
        String behind = pointing.find() ? text.substring(pointing.end()) : text;
        boolean pointed = behind.length() < text.length();
        boolean adverb = ADVERB.matcher(behind).matches() || behind.isEmpty();
        if (adverb
                && (pointed
                        || !determined
                        || text.matches(
                                "^a (?:bit|little|lot|factor|4k|8k|\\d).*|^(?:la|le) .*"))) {
            return Thing.IT;
        }
        for (String word : words.split("[^\\p{L}\\p{N}]+")) {
            if (scene.isName(word)) {
                return Thing.SHOWN;
            }
        }
        return Thing.OTHER;
    }
}
