package parley.image.intent;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import parley.image.intent.IntentReader.Earlier;
import parley.image.intent.IntentReader.PictureState;
import parley.image.intent.IntentReader.Source;

/// Finds names of pictures where they stand: "the second one", "number 2", "the cat".
final class PictureNames {
    private static final String ONE =
            "(?:one|picture|image|photo|pic|version|drawing|painting|bild|foto|imagen|dessin|dibujo|result|variation|option|attempt)";
    private static final String ARTICLE = "(?:the|das|den|die|der|dem|le|la|les|el|los|las) ";
    private static final Pattern NUMBERED =
            Pattern.compile(
                    "^(?:(?:"
                            + ARTICLE
                            + ")?(?:first|1st|second|2nd|third|3rd|fourth|4th|fifth|5th|sixth|erste[ns]?|zweite[ns]?|dritte[ns]?|vierte[ns]?|premiere?|deuxieme|seconde?|troisieme|quatrieme|primer[oa]?|segund[oa]|tercer[oa]?|cuart[oa])(?: "
                            + ONE
                            + ")?|(?:"
                            + ONE
                            + "|number|no\\.?|nr\\.?|nummer|numero|#) ?#?(?:\\d{1,2}|one|two|three|four)|"
                            + ARTICLE
                            + "?(?:last|previous|latest|original|other|letzte|derniere?|ultim[oa])[ns]? "
                            + ONE
                            + ")(?![\\p{L}\\p{N}%])(?! (?:hour|time|step|thing|half|person|world|day|place|question|point|pencils?)(?![\\p{L}]))");
    private static final Pattern WORDS = Pattern.compile("^" + ARTICLE + "((?:[\\p{L}-]+ ?){1,4})");
    private static final Pattern ONE_BEHIND =
            Pattern.compile("^ (?:one|picture|image|photo|drawing|painting|bild)(?![\\p{L}])");
    private static final int MOST_WORDS = 3;

    private final Scene scene;
    private final PictureState state;
    private final References references;

    PictureNames(Scene scene, References references) {
        this.scene = scene;
        this.state = scene.state();
        this.references = references;
    }

    /// A name at the beginning of a text.
    ///
    /// @param end behind its last character
    /// @param numbered whether by its place, and not by what it shows
    record Named(String imageId, int end, boolean numbered) {}

    Optional<Named> leading(Utterance text) {
        Matcher numbered = text.matcher(NUMBERED);
        if (numbered.find()) {
            return known(text.part(0, numbered.end()))
                    .map(id -> new Named(id, numbered.end(), true));
        }
        OptionalInt end = shown(text);
        return end.isEmpty() || scene.bringsPicture()
                ? Optional.empty()
                : known(text.part(0, end.getAsInt()))
                        .map(id -> new Named(id, end.getAsInt(), false));
    }

    /// Where a name by place ends that no picture has.
    Optional<Integer> missing(Utterance text) {
        Matcher numbered = text.matcher(NUMBERED);
        return numbered.find() && known(text.part(0, numbered.end())).isEmpty()
                ? Optional.of(numbered.end())
                : Optional.empty();
    }

    private Optional<String> known(Utterance name) {
        return references
                .named(name)
                .flatMap(source ->
                        source instanceof Source.Known(String id)
                                ? Optional.of(id)
                                : Optional.empty());
    }

    /// Words that pictures were drawn by, behind an article.
    private OptionalInt shown(Utterance text) {
        Matcher words = text.matcher(WORDS);
        if (!words.find()) {
            return OptionalInt.empty();
        }
        int end = -1;
        int at = words.start(1);
        int count = 0;
        for (String word : words.group(1).split(" ")) {
            if (count++ >= MOST_WORDS || !scene.isName(word)) {
                break;
            }
            at += word.length();
            end = at++;
        }
        if (end < 0) {
            return OptionalInt.empty();
        }
        Matcher one = ONE_BEHIND.matcher(text.folded().substring(end));
        return OptionalInt.of(one.find() ? end + one.end() : end);
    }

    /// The pictures that "both" and "all of them" are: those that were sent or made together, else
    /// those that nothing was made of yet.
    List<String> together() {
        if (state.attached().size() > 1) {
            return state.attached();
        }
        if (state.earlier().isEmpty()) {
            return List.of();
        }
        String group = state.earlier().getLast().group();
        List<String> made =
                state.earlier().stream()
                        .filter(each -> !group.isEmpty() && each.group().equals(group))
                        .map(Earlier::imageId)
                        .toList();
        if (made.size() > 1) {
            return made;
        }
        Set<String> parents = new HashSet<>();
        state.earlier().forEach(each -> each.parent().ifPresent(parents::add));
        return state.earlier().stream()
                .map(Earlier::imageId)
                .filter(id -> !parents.contains(id))
                .toList();
    }
}
