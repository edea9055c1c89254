package parley.image.intent;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import parley.image.ImageFeature;
import parley.image.intent.IntentReader.PictureState;
import parley.image.intent.IntentReader.Understood;
import parley.image.intent.learned.FoldedText;
import parley.image.intent.learned.IntentModel;
import parley.image.intent.learned.TextFeatures;

/// Guesses what a message wants that no rule reads: misspelt, in other words, in another language.
///
/// The model says which intent is likely. Then the rules read again: the message with its slips
/// mended, and else a plain sentence of that intent with the values that were found. So what is
/// done, to which picture, and what has to be asked is decided in one place.
final class Guessing {
    /// From here on it is done, and asked about.
    private record Band(double sure, double perhaps) {}

    private static final Band USUAL = new Band(0.9, 0.8);

    /// What comes with a picture is mostly about it.
    private static final Band WITH_PICTURE = new Band(0.8, 0.6);

    /// How sure the rules may be once slips are mended.
    private static final double AGREED_SHARE = 0.9;

    /// From here on a wish for a picture that is not there is asked about.
    private static final double WITHOUT_PICTURE = 0.97;

    private static final int LONGEST = 140;
    private static final int MOST_WORDS = 18;
    private static final int MOST_MENDED_OF_A_DRAWING = 5;

    private static final Pattern DETERMINER =
            Pattern.compile(
                    "(?<![\\p{L}\\p{N}])(?:an?|the|one|two|three|four|my|our|some|ein\\w{0,2}|zwei|drei|une?|deux|trois|des|una?|unos|unas|dos|tres|el|la|le|l')(?![\\p{L}\\p{N}])");
    private static final Pattern PICTURE =
            Pattern.compile(
                    "(?<![\\p{L}])(?:"
                            + Objects.NOUN
                            + "|backgrounds?|hintergrund|fond|arriere-plan|fondo)(?![\\p{L}])");

    private static final Pattern TOLD =
            Pattern.compile(
                    "(?<![\\p{L}])(?:saw|was|were|is|are|has|had|bought|found|took|gesehen|war|ist|est|etait|vu|es|era|visto)(?![\\p{L}])");
    private static final int SHORTEST_TELLING = 3;

    private final IntentModel model;
    private final Mending mending;

    Guessing(IntentModel model) {
        this.model = model;
        this.mending = new Mending(model.wanted(), model.known());
    }

    /// Empty where it is likely talk.
    Optional<Understood> read(Utterance text, PictureState state) {
        if (!isShort(text) || new Reading(state, text).isOrdinary(text)) {
            return Optional.empty();
        }
        double[] likely = model.probabilities(text.folded());
        ImageFeature feature = best(likely);
        double share = likely[IntentModel.classOf(feature)];
        boolean brought = !state.attached().isEmpty() || !text.links().isEmpty();
        Band band = brought ? WITH_PICTURE : USUAL;
        Optional<Understood> mended = mended(text, state, likely);
        if (mended.isPresent()) {
            return mended;
        }
        if (share < band.perhaps() || !isExplained(text, feature)) {
            return Optional.empty();
        }
        if (feature.needsPicture() && !state.hasPicture() && !brought) {
            boolean named = PICTURE.matcher(text.folded()).find();
            return named && share >= WITHOUT_PICTURE
                    ? plain(text, state, feature, share)
                    : Optional.empty();
        }
        if (share >= band.sure()) {
            return plain(text, state, feature, share);
        }
        return share >= band.perhaps() ? asked(text, feature, share) : Optional.empty();
    }

    private static boolean isShort(Utterance text) {
        return !text.isBlank()
                && text.folded().length() <= LONGEST
                && text.folded().indexOf('\n') < 0
                && text.words().size() <= MOST_WORDS;
    }

    /// Whether every word of a wish is one that such wishes are made of: "a bigger one", but not "a
    /// bigger boat". What is to be drawn may be anything; there it must be called a picture, and by
    /// the rest it is none of a kind that the rules refuse.
    private boolean isExplained(Utterance text, ImageFeature feature) {
        String mended = FoldedText.of(mending.mended(text.original(), MOST_WORDS));
        if (feature == ImageFeature.IMAGE_GENERATION) {
            return !mended.equals(text.folded())
                    || (PICTURE.matcher(mended).find()
                            && !Drawing.isOtherImage(mended)
                            && !TOLD.matcher(mended).find());
        }
        return TextFeatures.words(mended).stream()
                .allMatch(word ->
                        word.length() < SHORTEST_TELLING
                                || model.wanted().contains(word)
                                || PICTURE.matcher(word).matches());
    }

    private static ImageFeature best(double[] likely) {
        ImageFeature best = ImageFeature.IMAGE_GENERATION;
        for (ImageFeature each : ImageFeature.values()) {
            if (likely[IntentModel.classOf(each)] > likely[IntentModel.classOf(best)]) {
                best = each;
            }
        }
        return best;
    }

    /// What the rules read once slips are mended. Where they are sure, that is enough.
    private Optional<Understood> mended(Utterance text, PictureState state, double[] likely) {
        String mended = mending.mended(text.original(), MOST_WORDS);
        if (mended.equals(text.original())) {
            return Optional.empty();
        }
        Optional<Understood> found = ruled(mended, text, state, AGREED_SHARE);
        Optional<ImageFeature> feature = found.flatMap(Guessing::featureOf);
        if (feature.equals(Optional.of(ImageFeature.IMAGE_GENERATION))) {
            // What is to be seen stays in the words that were used.
            String verb = mending.mended(text.original(), MOST_MENDED_OF_A_DRAWING);
            found = ruled(verb, text, state, AGREED_SHARE);
        }
        double talk = likely[IntentModel.TALK];
        double share = feature.map(each -> likely[IntentModel.classOf(each)]).orElse(0.0);
        return found.filter(each -> each.confidence() >= AGREED_SHARE || share > talk);
    }

    private static Optional<Understood> ruled(
            String sentence, Utterance text, PictureState state, double share) {
        Utterance said = Utterance.of(withLinks(sentence, text.links()));
        return new Reading(state, said).read(said).map(found -> noSurer(found, share));
    }

    private static String withLinks(String sentence, List<String> links) {
        StringBuilder whole = new StringBuilder(sentence);
        for (String link : links) {
            int at = whole.indexOf(String.valueOf(Utterance.LINK));
            if (at >= 0) {
                whole.replace(at, at + 1, link);
            } else {
                whole.append(' ').append(link);
            }
        }
        return whole.toString();
    }

    private static Understood noSurer(Understood found, double share) {
        return switch (found) {
            case Understood.Talk talk -> talk;
            case Understood.Plan(var steps, double confidence, String said) ->
                    new Understood.Plan(steps, Math.min(confidence, share), said);
            case Understood.Show(var picture, double confidence, String said) ->
                    new Understood.Show(picture, Math.min(confidence, share), said);
            case Understood.Told(String sentence, double confidence) ->
                    new Understood.Told(sentence, Math.min(confidence, share));
            case Understood.Unclear(
                            var intent,
                            double confidence,
                            String question,
                            List<String> choices) ->
                    new Understood.Unclear(intent, Math.min(confidence, share), question, choices);
        };
    }

    private static Optional<ImageFeature> featureOf(Understood understood) {
        return switch (understood) {
            case Understood.Talk _ -> Optional.empty();
            case Understood.Show _ -> Optional.empty();
            case Understood.Told _ -> Optional.empty();
            case Understood.Plan plan ->
                    plan.steps().size() == 1
                            ? Optional.of(plan.steps().getFirst().feature())
                            : Optional.empty();
            case Understood.Unclear unclear -> Optional.of(unclear.intent());
        };
    }

    /// The same wish in words that the rules read.
    private Optional<Understood> plain(
            Utterance text, PictureState state, ImageFeature feature, double share) {
        String folded = FoldedText.of(mending.mended(text.original(), MOST_WORDS));
        return sentence(feature, folded, text)
                .flatMap(sentence -> ruled(sentence, text, state, share))
                .filter(found -> featureOf(found).equals(Optional.of(feature)));
    }

    private static Optional<String> sentence(ImageFeature feature, String folded, Utterance text) {
        return switch (feature) {
            case UPSCALE ->
                    Optional.of(
                            "upscale it"
                                    + ScaleWords.factor(folded, Optional.empty())
                                            .map(found -> " " + found.value() + "x")
                                            .orElse(""));
            case REMOVE_BACKGROUND ->
                    Optional.of(
                            LookWords.background(folded)
                                    .map(found -> "make the background " + found.value())
                                    .orElse("remove the background"));
            case RELIGHT -> Optional.of(light(folded));
            case STYLE_TRANSFER ->
                    Optional.of(
                            LookWords.PAINTED
                                    .find(folded)
                                    .map(found ->
                                            "turn it into "
                                                    + found.value().replace('_', ' ')
                                                    + " style")
                                    .orElse("change the style"));
            case REIMAGINE -> Optional.of("make a variation");
            case IMAGE_EXPAND ->
                    Optional.of(
                            SideWords.anySide(folded) || ShapeWords.find(folded).isPresent()
                                    ? "expand it " + folded
                                    : "expand it");
            case IMAGE_GENERATION -> drawing(text).map(thing -> "draw " + thing);
        };
    }

    private static String light(String folded) {
        Optional<Found<String>> style = LookWords.LIGHT_STYLES.find(folded);
        if (style.isPresent()) {
            return switch (style.get().value()) {
                case "brighter" -> "make it brighter";
                case "darker_but_realistic" -> "make it darker";
                case "contrasted_n_hdr" -> "more contrast";
                case "smooth" -> "softer light";
                case String _ -> "relight it";
            };
        }
        return LookWords.hasLight(folded) ? "relight it: " + folded : "relight it";
    }

    /// What is to be drawn: from the first article on.
    private static Optional<String> drawing(Utterance text) {
        Matcher first = text.matcher(DETERMINER);
        return first.find() ? Optional.of(text.from(first.start()).original()) : Optional.empty();
    }

    private static Optional<Understood> asked(Utterance text, ImageFeature feature, double share) {
        Optional<String> wish =
                switch (feature) {
                    case UPSCALE -> Optional.of("Make it larger");
                    case REMOVE_BACKGROUND -> Optional.of("Remove the background");
                    case REIMAGINE -> Optional.of("Make a variation");
                    case RELIGHT -> Optional.of("Brighter");
                    case STYLE_TRANSFER -> Optional.of("Watercolour");
                    case IMAGE_EXPAND -> Optional.of("On all sides");
                    case IMAGE_GENERATION -> drawing(text).map(thing -> "Draw " + thing);
                };
        String question =
                switch (feature) {
                    case UPSCALE -> "Shall I make the picture larger and sharper?";
                    case REMOVE_BACKGROUND -> "Shall I remove the picture's background?";
                    case REIMAGINE -> "Shall I make a variation of the picture?";
                    case RELIGHT -> "Shall I change the light in the picture, and how?";
                    case STYLE_TRANSFER -> "Shall I change the picture's style, and to which?";
                    case IMAGE_EXPAND -> "Shall I extend the picture, and which way?";
                    case IMAGE_GENERATION -> "Shall I draw that?";
                };
        return wish.map(
                yes -> new Understood.Unclear(feature, share, question, List.of(yes, "No")));
    }
}
