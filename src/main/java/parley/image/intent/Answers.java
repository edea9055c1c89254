package parley.image.intent;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import parley.image.ImageFeature;
import parley.image.intent.IntentReader.Asked;
import parley.image.intent.IntentReader.PictureState;
import parley.image.intent.IntentReader.Understood;

/// Reads the answer to a question that was put.
final class Answers {
    private static final Pattern NO =
            Pattern.compile(
                    "^(?:no|nope|nah|never ?mind|forget it|cancel|stop|don't|leave it|nothing|none|no thanks?|no thank you|nein|egal|non|laisse\\w*|olvidalo|nada)(?: thanks| thank you)?[.!, ]*$");
    private static final Pattern YES =
            Pattern.compile(
                    "^(?:yes|yep|yeah|yup|sure|ok|okay|please|please do|do it|go ahead|of course|why not|fine|right|correct|ja|gerne|klar|oui|d'accord|si|claro|vale)(?:,? (?:please|do it|go ahead|bitte|merci))?[.! ]*$");
    private static final Pattern PLACE =
            Pattern.compile(
                    "^(?:(?:the |number |no\\.? |option |choice )*(?<n>\\d|first|second|third|fourth|last|one|two|three|four|erste\\w*|zweite\\w*|dritte\\w*|premiere?|deuxieme|primer[oa]?|segund[oa]))(?: (?:one|option|choice|please))*[.! ]*$");
    private static final int LONGEST_SUBJECT = 400;

    private Answers() {}

    /// Empty where the message is no answer to it.
    static Optional<Understood> read(Utterance text, PictureState state, Asked asked) {
        String folded = text.folded().strip();
        if (NO.matcher(folded).matches()) {
            return Optional.of(new Understood.Talk(0.9));
        }
        PictureState then = before(state, asked);
        Optional<String> choice = choice(folded, asked.choices());
        if (choice.isPresent()) {
            return NO.matcher(Utterance.fold(choice.get())).matches()
                    ? Optional.of(new Understood.Talk(0.9))
                    : chosen(choice.get(), then, asked);
        }
        if (!state.attached().isEmpty() || !text.links().isEmpty()) {
            return read(asked.message() + links(text), then);
        }
        return whole(text, then, asked);
    }

    private static String links(Utterance text) {
        return text.links().isEmpty() ? "" : " " + String.join(" ", text.links());
    }

    /// The pictures that came with the first message are those that are meant, unless there are new
    /// ones.
    private static PictureState before(PictureState state, Asked asked) {
        return new PictureState(
                state.attached().isEmpty() ? asked.attached() : state.attached(),
                state.earlier(),
                state.active(),
                state.last(),
                Optional.empty(),
                state.sizes());
    }

    private static Optional<String> choice(String folded, List<String> choices) {
        for (String each : choices) {
            if (Utterance.fold(each).equals(folded.replaceAll("[.! ]+$", ""))) {
                return Optional.of(each);
            }
        }
        if (YES.matcher(folded).matches() && !choices.isEmpty()) {
            return Optional.of(choices.getFirst());
        }
        Matcher place = PLACE.matcher(folded);
        if (!place.matches() || choices.isEmpty()) {
            return Optional.empty();
        }
        int at =
                switch (place.group("n").replaceFirst("^(erste|zweite|dritte).*", "$1")) {
                    case "1",
                            "first",
                            "one",
                            "erste",
                            "premier",
                            "premiere",
                            "primer",
                            "primero",
                            "primera" ->
                            0;
                    case "2", "second", "two", "zweite", "deuxieme", "segundo", "segunda" -> 1;
                    case "3", "third", "three", "dritte" -> 2;
                    case "4", "fourth", "four" -> 3;
                    case "last" -> choices.size() - 1;
                    case String _ -> -1;
                };
        return at >= 0 && at < choices.size() ? Optional.of(choices.get(at)) : Optional.empty();
    }

    private static Optional<Understood> chosen(String choice, PictureState then, Asked asked) {
        String text =
                switch (asked.intent()) {
                    case STYLE_TRANSFER -> "turn it into a " + choice;
                    case RELIGHT -> "relight it: " + choice.toLowerCase(java.util.Locale.ROOT);
                    case REMOVE_BACKGROUND ->
                            choice.startsWith("Remove") ? choice : "make the background " + choice;
                    case IMAGE_EXPAND ->
                            choice.equals("On all sides")
                                    ? "expand it on all sides"
                                    : "make it " + choice.replaceFirst("^To ", "");
                    case UPSCALE ->
                            choice.equals("Brighten it")
                                            || choice.startsWith("Remove")
                                            || choice.startsWith("Make a")
                                    ? choice
                                    : "upscale it";
                    case REIMAGINE, IMAGE_GENERATION -> choice;
                };
        return read(text, then);
    }

    /// The answer's own words where the question left something open.
    private static Optional<Understood> whole(Utterance text, PictureState then, Asked asked) {
        String said = text.original().strip();
        if (asked.intent() == ImageFeature.IMAGE_GENERATION) {
            Openings.Opened opened = Openings.open(text);
            boolean subject =
                    said.length() <= LONGEST_SUBJECT
                            && !Openings.isQuestion(opened.rest())
                            && !said.endsWith("?");
            return subject && !opened.rest().isBlank() ? drawn(said, then) : Optional.empty();
        }
        List<String> tries = new ArrayList<>();
        switch (asked.intent()) {
            case STYLE_TRANSFER -> tries.add("turn it into a " + said);
            case RELIGHT -> tries.add("relight it: " + said);
            case REMOVE_BACKGROUND -> {
                if (LookWords.background(text.folded()).isPresent() || text.words().size() <= 4) {
                    tries.add("change the background to " + said);
                }
            }
            case IMAGE_EXPAND -> tries.add("expand it " + said);
            case UPSCALE -> tries.add("upscale it " + said);
            case REIMAGINE, IMAGE_GENERATION -> {}
        }
        boolean fits = text.words().size() <= 8 && !said.endsWith("?");
        for (String each : fits ? tries : List.<String>of()) {
            Optional<Understood> found = read(each, then).filter(Understood.Plan.class::isInstance);
            boolean useful =
                    asked.intent() != ImageFeature.UPSCALE
                            || ScaleWords.factor(text.folded(), Optional.empty()).isPresent();
            boolean style =
                    asked.intent() != ImageFeature.STYLE_TRANSFER
                            || LookWords.PAINTED.in(text.folded());
            boolean light =
                    asked.intent() != ImageFeature.RELIGHT
                            || LookWords.hasLight(text.folded())
                            || LookWords.LIGHT_STYLES.in(text.folded())
                            || text.folded()
                                    .matches(
                                            ".*\\b(?:warm|cool|cold|soft|light|dark|bright|left|right|above|behind|sun)\\w*\\b.*");
            if (found.isPresent() && useful && style && light) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<Understood> drawn(String said, PictureState then) {
        return read(
                        "draw "
                                + said.replaceFirst(
                                        "(?i)^(?:draw|paint|a picture of|an image of|maybe|perhaps|how about) ",
                                        ""),
                        then)
                .filter(Understood.Plan.class::isInstance);
    }

    private static Optional<Understood> read(String message, PictureState state) {
        Utterance text = Utterance.of(message);
        return new Reading(state, text).read(text);
    }
}
