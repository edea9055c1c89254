package parley.image.intent;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import parley.image.intent.IntentReader.LastStep;
import tools.jackson.databind.node.ObjectNode;

/// "More", "less", "not so strong": the number that says how much, a quarter more or less.
final class Strength {
    private static final double MORE = 1.25;
    private static final double LESS = 0.75;
    private static final double TOO_MUCH = 0.6;

    private static final Pattern TOO =
            Pattern.compile(
                    "^(?:(?:a bit |a little |it's |that's |that is |it is |this is |way |much |just |still )*too (?:strong|much|intense|extreme|heavy|wild|crazy|dramatic|bold|harsh|aggressive)|not (?:so|that|quite so|as) (?:strong|much|intense\\w*|extreme|heavy|wild|crazy|dramatic|bold|far)|tone (?:it|that) down|dial (?:it|that) (?:down|back)|weaker|gentler|milder|(?:das ist |es ist )?(?:viel |etwas )?zu (?:stark|viel|heftig|krass|extrem)|nicht (?:so|ganz so|zu) (?:stark|viel|sehr|heftig|krass|extrem)|schwacher|sanfter|(?:c'est )?(?:un peu |beaucoup )?trop(?: (?:fort|marque|intense))?|pas (?:si|aussi|trop) (?:fort|marque|intense)|moins fort|(?:es )?demasiado(?: (?:fuerte|intenso))?|no tan (?:fuerte|intenso)|(?:mas|menos) (?:suave|fuerte))(?: please| this time| bitte)?[.!]?$");
    private static final Pattern LESS_OF =
            Pattern.compile(
                    "^(?:(?:a (?:bit|little|touch) |slightly |much |some |even )*less(?: (?:strong|of (?:that|it)|intense|extreme|wild|crazy|strength))?|(?:a bit |slightly |etwas )?weniger(?: stark)?|(?:un peu )?moins|(?:un poco )?menos|turn it down)(?: please| bitte)?[.!]?$");
    private static final Pattern MORE_OF =
            Pattern.compile(
                    "^(?:(?:a (?:bit|little|touch) |slightly |much |some |even |give me |still )*(?:more|stronger)(?: (?:of (?:that|it|the same)|intense|extreme|wild|crazy|strength|please))?|(?:even )?wilder|crazier|crank it up|turn it up|push it(?: further)?|go further|(?:noch |etwas )?(?:mehr|starker)|(?:un peu )?plus(?: fort)?|(?:un poco )?mas(?: fuerte)?)(?: please| bitte)?[.!]?$");

    private Strength() {}

    static OptionalDouble factor(String folded) {
        String text = folded.strip();
        if (TOO.matcher(text).matches()) {
            return OptionalDouble.of(TOO_MUCH);
        }
        if (LESS_OF.matcher(text).matches()) {
            return OptionalDouble.of(LESS);
        }
        return MORE_OF.matcher(text).matches() ? OptionalDouble.of(MORE) : OptionalDouble.empty();
    }

    /// The last wish with its number changed; empty where it has none.
    static Optional<ObjectNode> changed(LastStep last, double factor) {
        ObjectNode wish = last.wish().deepCopy();
        return switch (last.feature()) {
            case RELIGHT -> Optional.of(scaled(wish, "strength", 100, factor));
            case STYLE_TRANSFER -> Optional.of(scaled(wish, "style_strength", 100, factor));
            case REIMAGINE -> Optional.of(imagined(wish, factor));
            case UPSCALE ->
                    wish.path("sharpen").asInt(0) > 0
                            ? Optional.of(scaled(wish, "sharpen", 50, factor))
                            : factor > 1
                                    ? Optional.of(scaled(wish, "scale_factor", 2, 2))
                                    : Optional.empty();
            case IMAGE_EXPAND -> grown(wish, factor);
            case IMAGE_GENERATION, REMOVE_BACKGROUND -> Optional.empty();
        };
    }

    /// Whether a changed wish means the same as before: what is not said has its usual value.
    static boolean isSame(LastStep last, ObjectNode changed) {
        return switch (last.feature()) {
            case RELIGHT ->
                    last.wish().path("strength").asInt(100) == changed.path("strength").asInt(100);
            case STYLE_TRANSFER ->
                    last.wish().path("style_strength").asInt(100)
                            == changed.path("style_strength").asInt(100);
            case REIMAGINE ->
                    last.wish()
                            .path("imagination")
                            .asString("vivid")
                            .equals(changed.path("imagination").asString("vivid"));
            case UPSCALE, IMAGE_EXPAND, IMAGE_GENERATION, REMOVE_BACKGROUND ->
                    changed.equals(last.wish());
        };
    }

    /// What is said where there is no more, or no less.
    static String atItsEnd(double factor) {
        return factor > 1
                ? "It is as strong as it can be already."
                : "It is as weak as it can be already.";
    }

    private static ObjectNode scaled(ObjectNode wish, String field, int usual, double factor) {
        int most = field.equals("scale_factor") ? 16 : 100;
        int now = wish.path(field).asInt(usual);
        return wish.put(field, (int) Math.min(most, Math.round(now * factor)));
    }

    private static ObjectNode imagined(ObjectNode wish, double factor) {
        String now = wish.path("imagination").asString("vivid");
        String next =
                factor > 1
                        ? now.equals("subtle") ? "vivid" : "wild"
                        : now.equals("wild") ? "vivid" : "subtle";
        return wish.put("imagination", next);
    }

    private static Optional<ObjectNode> grown(ObjectNode wish, double factor) {
        boolean any = false;
        for (String side : new String[] {"left", "right", "top", "bottom"}) {
            int now = wish.path(side).asInt(0);
            if (now > 0) {
                any = true;
                wish.put(side, (int) Math.min(2048, Math.round(now * factor)));
            }
        }
        return any ? Optional.of(wish) : Optional.empty();
    }
}
