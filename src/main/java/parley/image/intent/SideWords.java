package parley.image.intent;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import parley.image.ImageWish.Sides;
import parley.image.pixel.Size;

/// Which way a picture is to grow, and how far: "200 px on the left", "20 % wider", "on all sides".
final class SideWords {
    /// The share of a side that is added where nothing is said.
    private static final double USUAL = 0.25;

    private static final Pattern LEFT = words("left|links|linken?|gauche|izquierd\\w+|left-hand");
    private static final Pattern RIGHT =
            words("right|rechts|rechten?|droite?|derech\\w+|right-hand");
    private static final Pattern TOP =
            words("top|above|up|upwards?|upper|sky|headroom|oben|haut|dessus|arriba|superior");
    private static final Pattern BOTTOM =
            words(
                    "bottom|below|down|downwards?|beneath|underneath|lower|foreground|unten|bas|dessous|abajo|inferior");
    private static final Pattern ACROSS =
            words(
                    "wide|wider|widen|widening|width|breiter|verbreiter\\w*|elargi\\w*|plus larges?|mas anch\\w+|sideways|horizontally|(?:both|left and right) sides|either side|each side|both sides|the sides|seiten|seitlich|lados");
    private static final Pattern ALONG =
            words(
                    "tall|taller|higher|height|hoher|vertically|plus haut\\w*|mas alt\\w+|top and bottom|longer");
    private static final Pattern AROUND =
            words(
                    "all (?:four )?sides|every side|all round|all around|around|every direction|all directions|all edges|everywhere|zoom(?:ed)? out|zoom out|pull back|step back|rundherum|allen seiten|rundum|tous les cotes|tout autour|todos los lados|alrededor|each direction|uncrop\\w*");
    private static final Pattern AMOUNT =
            Pattern.compile(
                    "(?<![\\d.])(\\d{1,4})\\s?(px|pixels?|pixel|pixeles|%|percent|prozent|pour ?cent|por ciento)");
    private static final Pattern SIDE_AMOUNT =
            Pattern.compile(
                    "(\\d{1,4})\\s?(px|pixels?|%|percent|prozent)?\\s(?:more )?(?:of \\w+ )?(?:on |to |at |from |am |auf |nach |in |a |en )?(?:the |der |die |la |el )?(left|right|top|bottom|above|below|links|rechts|oben|unten|gauche|droite|haut|bas|izquierda|derecha|arriba|abajo)"
                            + "|(left|right|top|bottom|links|rechts|oben|unten|gauche|droite|izquierda|derecha)(?: side)?(?: by)?:? (\\d{1,4})\\s?(px|pixels?|%|percent)?");
    private static final Pattern A_BIT =
            words("a bit|a little|slightly|a touch|a tad|some|etwas|ein bisschen|un peu|un poco");
    private static final Pattern MUCH =
            words("much|a lot|lots|far|way|viel|beaucoup|mucho|twice as|double");

    private SideWords() {}

    /// A text without the words for sides and for how far.
    static String without(String folded) {
        String text = folded;
        for (Pattern each :
                new Pattern[] {
                    LEFT, RIGHT, TOP, BOTTOM, ACROSS, ALONG, AROUND, AMOUNT, A_BIT, MUCH
                }) {
            text = each.matcher(text).replaceAll(" ");
        }
        return text;
    }

    private static Pattern words(String alternatives) {
        return Pattern.compile("(?<![\\p{L}\\p{N}])(?:" + alternatives + ")(?![\\p{L}\\p{N}])");
    }

    static boolean anySide(String folded) {
        return LEFT.matcher(folded).find()
                || RIGHT.matcher(folded).find()
                || TOP.matcher(folded).find()
                || BOTTOM.matcher(folded).find()
                || ACROSS.matcher(folded).find()
                || ALONG.matcher(folded).find()
                || AROUND.matcher(folded).find();
    }

    /// The pixels beyond each edge; empty where no side is said.
    ///
    /// @param known the size of the picture; where it is not known, one of 1024 × 1024 is thought
    ///   of
    static Optional<Sides> sides(String folded, Optional<Size> known) {
        Size size = known.orElse(new Size(1024, 1024));
        Optional<Sides> each = eachSide(folded, size);
        if (each.isPresent()) {
            return each;
        }
        boolean across = ACROSS.matcher(folded).find();
        boolean along = ALONG.matcher(folded).find();
        boolean around = AROUND.matcher(folded).find();
        boolean left = LEFT.matcher(folded).find();
        boolean right = RIGHT.matcher(folded).find();
        boolean top = TOP.matcher(folded).find();
        boolean bottom = BOTTOM.matcher(folded).find();
        boolean oneWay = left || right || top || bottom;
        if (around && !oneWay) {
            return Optional.of(
                    new Sides(
                            amount(folded, size.width(), false),
                            amount(folded, size.width(), false),
                            amount(folded, size.height(), false),
                            amount(folded, size.height(), false)));
        }
        if (!oneWay && !across && !along) {
            return Optional.empty();
        }
        boolean bothAcross = across && !left && !right;
        boolean bothAlong = along && !top && !bottom;
        int wide = amount(folded, size.width(), bothAcross);
        int high = amount(folded, size.height(), bothAlong);
        return Optional.of(
                new Sides(
                        left || bothAcross ? wide : 0,
                        right || bothAcross ? wide : 0,
                        top || bothAlong ? high : 0,
                        bottom || bothAlong ? high : 0));
    }

    /// Amounts with the side each belongs to: "200 px on the left and 100 on the right".
    private static Optional<Sides> eachSide(String folded, Size size) {
        Matcher matcher = SIDE_AMOUNT.matcher(folded);
        int[] sides = new int[4];
        boolean found = false;
        while (matcher.find()) {
            boolean before = matcher.group(1) != null;
            String side = before ? matcher.group(3) : matcher.group(4);
            int place = place(side);
            int length = place < 2 ? size.width() : size.height();
            String unit = before ? matcher.group(2) : matcher.group(6);
            int number = Integer.parseInt(before ? matcher.group(1) : matcher.group(5));
            sides[place] = pixels(number, unit == null ? "px" : unit, length);
            found = true;
        }
        if (!found) {
            return Optional.empty();
        }
        // "200 px on the left and right": one amount for both.
        if (LEFT.matcher(folded).find() && RIGHT.matcher(folded).find()) {
            sides[0] = sides[0] == 0 ? sides[1] : sides[0];
            sides[1] = sides[1] == 0 ? sides[0] : sides[1];
        }
        if (folded.matches(".*\\b(?:top and bottom|bottom and top|oben und unten)\\b.*")) {
            sides[2] = sides[2] == 0 ? sides[3] : sides[2];
            sides[3] = sides[3] == 0 ? sides[2] : sides[3];
        }
        return Optional.of(new Sides(sides[0], sides[1], sides[2], sides[3]));
    }

    private static int place(String side) {
        return switch (side) {
            case "left", "links", "gauche", "izquierda" -> 0;
            case "right", "rechts", "droite", "derecha" -> 1;
            case "top", "above", "oben", "haut", "arriba" -> 2;
            case String _ -> 3;
        };
    }

    /// @param shared whether two sides have the amount between them
    private static int amount(String folded, int length, boolean shared) {
        Matcher said = AMOUNT.matcher(folded);
        if (said.find()) {
            int all = pixels(Integer.parseInt(said.group(1)), said.group(2), length);
            // "200 px on both sides" is that much on each.
            boolean each = folded.matches(".*\\b(?:both|each|either|every) (?:sides?|edges?)\\b.*");
            return shared && !each ? Math.max(1, all / 2) : all;
        }
        double share =
                A_BIT.matcher(folded).find()
                        ? USUAL / 2
                        : MUCH.matcher(folded).find() ? USUAL * 2 : USUAL;
        return clamp((int) Math.round(length * share));
    }

    private static int pixels(int number, String unit, int length) {
        boolean absolute =
                unit.startsWith("p")
                        && !unit.startsWith("perc")
                        && !unit.startsWith("proz")
                        && !unit.startsWith("pour")
                        && !unit.startsWith("por");
        return clamp(absolute ? number : (int) Math.round(length * number / 100.0));
    }

    private static int clamp(int pixels) {
        return Math.clamp(pixels, 0, Sides.MOST);
    }
}
