package parley.image.intent;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import parley.image.intent.IntentReader.Earlier;
import parley.image.intent.IntentReader.PictureState;
import parley.image.intent.IntentReader.Source;

/// Which picture is meant: "it", "the second one", "the cat", "the original", the one before.
final class References {
    private static final String ONE =
            "(?:one|picture|image|photo|pic|version|drawing|painting|bild|foto|image|imagen|dessin|dibujo|result|variation|option|attempt|try)";
    private static final Map<String, Integer> ORDINALS =
            Map.ofEntries(
                    Map.entry("first", 1),
                    Map.entry("1st", 1),
                    Map.entry("second", 2),
                    Map.entry("2nd", 2),
                    Map.entry("third", 3),
                    Map.entry("3rd", 3),
                    Map.entry("fourth", 4),
                    Map.entry("4th", 4),
                    Map.entry("fifth", 5),
                    Map.entry("5th", 5),
                    Map.entry("sixth", 6),
                    Map.entry("erste", 1),
                    Map.entry("zweite", 2),
                    Map.entry("dritte", 3),
                    Map.entry("vierte", 4),
                    Map.entry("premier", 1),
                    Map.entry("premiere", 1),
                    Map.entry("deuxieme", 2),
                    Map.entry("second ", 2),
                    Map.entry("seconde", 2),
                    Map.entry("troisieme", 3),
                    Map.entry("quatrieme", 4),
                    Map.entry("primer", 1),
                    Map.entry("primera", 1),
                    Map.entry("primero", 1),
                    Map.entry("segunda", 2),
                    Map.entry("segundo", 2),
                    Map.entry("tercer", 3),
                    Map.entry("tercera", 3),
                    Map.entry("tercero", 3),
                    Map.entry("cuarta", 4),
                    Map.entry("one", 1),
                    Map.entry("two", 2),
                    Map.entry("three", 3),
                    Map.entry("four", 4));
    private static final Pattern ORDINAL =
            Pattern.compile(
                    "(?<![\\p{L}\\p{N}])(?:the |das |la |le |el |den |die |der )?(first|1st|second|2nd|third|3rd|fourth|4th|fifth|5th|sixth|erste|zweite|dritte|vierte|premiere?|deuxieme|seconde?|troisieme|quatrieme|primer[oa]?|segund[oa]|tercer[oa]?|cuarta)[ns]?(?: (?:of (?:the|them)|very))?(?: "
                            + ONE
                            + ")?(?![\\p{L}\\p{N}])(?! (?:hour|time|step|thing|half|person))");
    private static final Pattern NUMBER =
            Pattern.compile(
                    "(?:"
                            + ONE
                            + "|number|no\\.?|nr\\.?|nummer|numero|#)\\s?#?(\\d{1,2}|one|two|three|four)(?![\\p{L}\\p{N}:%])");
    private static final Pattern LAST =
            Pattern.compile(
                    "\\b(?:the |das |la |le |el )?(?:last|latest|newest|most recent|current|letzte|derniere?|ultim[oa])(?:s|n)? "
                            + ONE);
    private static final Pattern BEFORE_LAST =
            Pattern.compile(
                    "\\b(?:the )?(?:previous|earlier|prior|one before|vorherige|precedente?|anterior|last but one|second to last|penultimate)(?:s|n)?(?: "
                            + ONE
                            + ")?(?! step)");
    private static final Pattern ORIGINAL =
            Pattern.compile(
                    "\\b(?:the |das |l'|la |el )?original(?:e|es)?(?: "
                            + ONE
                            + "| photo| upload)?(?![\\p{L}])(?! (?:background|size|light|colou?rs?|style))");
    private static final Pattern OTHER =
            Pattern.compile(
                    "\\b(?:the )?other (?:one|picture|image|photo)|\\bdas andere|\\bl'autre|\\bla otra|\\bel otro");
    private static final Pattern DRAWN_FROM =
            Pattern.compile(
                    "(?<![\\p{L}\\p{N}])(?:the|that|this|my|das|die|der|den|dem|le|la|les|l'|el|los|on|of|from|to|for|von|du|del|with)(?: |(?<='))((?:[\\p{L}\\p{N}-]+ ?){1,4})");

    private final Scene scene;
    private final PictureState state;

    References(Scene scene) {
        this.scene = scene;
        this.state = scene.state();
    }

    /// The picture that is worked on: what the text names, else "it".
    Optional<Source> picture(Utterance text) {
        return named(text).or(this::it);
    }

    /// The picture that came with the message, else the last one of the conversation.
    Optional<Source> it() {
        if (!state.attached().isEmpty()) {
            return Optional.of(new Source.Known(state.attached().getFirst()));
        }
        if (!scene.links().isEmpty()) {
            return Optional.of(new Source.Named(scene.links().getFirst()));
        }
        return state.active().map(Source.Known::new);
    }

    /// A picture that the text names; empty where it says "it", or nothing.
    Optional<Source> named(Utterance text) {
        String folded = text.folded();
        Optional<Integer> place = place(folded);
        if (place.isPresent()) {
            return ordinal(place.get());
        }
        if (ORIGINAL.matcher(folded).find()) {
            return original();
        }
        if (BEFORE_LAST.matcher(folded).find()) {
            return previous();
        }
        if (LAST.matcher(folded).find() && !state.earlier().isEmpty()) {
            return known(state.earlier().getLast());
        }
        if (OTHER.matcher(folded).find()) {
            return previous();
        }
        return state.attached().isEmpty() && scene.links().isEmpty()
                ? byWords(folded)
                : Optional.empty();
    }

    private static Optional<Integer> place(String folded) {
        Matcher ordinal = ORDINAL.matcher(folded);
        if (ordinal.find()) {
            return Optional.ofNullable(ORDINALS.get(ordinal.group(1)));
        }
        Matcher number = NUMBER.matcher(folded);
        if (number.find()) {
            String said = number.group(1);
            return Optional.of(
                    ORDINALS.containsKey(said) ? ORDINALS.get(said) : Integer.parseInt(said));
        }
        return Optional.empty();
    }

    /// Of the pictures that came with the message, else of those made together last, else of all.
    private Optional<Source> ordinal(int place) {
        if (state.attached().size() >= 2 && place <= state.attached().size()) {
            return Optional.of(new Source.Known(state.attached().get(place - 1)));
        }
        List<Earlier> together = lastTogether();
        List<Earlier> among =
                together.size() >= 2 && place <= together.size() ? together : state.earlier();
        return place >= 1 && place <= among.size() ? known(among.get(place - 1)) : Optional.empty();
    }

    private List<Earlier> lastTogether() {
        if (state.earlier().isEmpty()) {
            return List.of();
        }
        String group = state.earlier().getLast().group();
        return state.earlier().stream()
                .filter(each -> !group.isEmpty() && each.group().equals(group))
                .toList();
    }

    /// What the active picture was made of in the end.
    Optional<Source> original() {
        Optional<Earlier> at = state.active().flatMap(state::earlier);
        Set<String> seen = new HashSet<>();
        while (at.isPresent() && seen.add(at.get().imageId())) {
            Optional<Earlier> parent = at.get().parent().flatMap(state::earlier);
            if (parent.isEmpty()) {
                return at.get().parent().<Source>map(Source.Known::new).or(knownOf(at));
            }
            at = parent;
        }
        return it();
    }

    private static java.util.function.Supplier<Optional<? extends Source>> knownOf(
            Optional<Earlier> picture) {
        return () -> picture.flatMap(References::known);
    }

    /// What the active picture was made of; of one that is an earlier step done otherwise, what
    /// that had made; of one made of nothing, the one before it.
    Optional<Source> before() {
        Optional<Earlier> active = state.active().flatMap(state::earlier);
        Optional<String> parent = active.flatMap(Earlier::parent);
        Optional<Earlier> until = active.flatMap(Earlier::before).flatMap(state::earlier);
        boolean otherwise =
                until.filter(each ->
                                each.parent().isPresent()
                                        && each.parent().equals(parent)
                                        && active.filter(now -> now.intent().equals(each.intent()))
                                                .isPresent())
                        .isPresent();
        if (otherwise) {
            return until.flatMap(References::known);
        }
        return parent.isPresent() ? parent.map(Source.Known::new) : previous();
    }

    private Optional<Source> previous() {
        int at = -1;
        for (int i = 0; i < state.earlier().size(); i++) {
            if (state.active().equals(Optional.of(state.earlier().get(i).imageId()))) {
                at = i;
            }
        }
        return at >= 1 ? known(state.earlier().get(at - 1)) : Optional.empty();
    }

    /// The newest picture whose words, or whose ancestors' words, the text has.
    private Optional<Source> byWords(String folded) {
        Set<String> said = new HashSet<>();
        Matcher phrases = DRAWN_FROM.matcher(folded);
        int from = 0;
        while (phrases.find(from)) {
            said.addAll(Scene.names(phrases.group(1)));
            from = phrases.start(1);
        }
        Optional<Earlier> best = Optional.empty();
        int most = 0;
        for (Earlier each : state.earlier()) {
            int shared = shared(said, words(each));
            if (shared > 0 && shared >= most) {
                most = shared;
                best = Optional.of(each);
            }
        }
        return best.flatMap(References::known);
    }

    private static int shared(Set<String> said, Set<String> words) {
        int shared = 0;
        for (String word : said) {
            shared += words.stream().anyMatch(name -> Scene.isSame(word, name)) ? 1 : 0;
        }
        return shared;
    }

    private Set<String> words(Earlier picture) {
        Set<String> words = new HashSet<>();
        Set<String> seen = new HashSet<>();
        Optional<Earlier> at = Optional.of(picture);
        while (at.isPresent() && seen.add(at.get().imageId())) {
            words.addAll(Scene.names(at.get().prompt()));
            at = at.get().parent().flatMap(state::earlier);
        }
        return words;
    }

    private static Optional<Source> known(Earlier picture) {
        return Optional.of(new Source.Known(picture.imageId()));
    }
}
