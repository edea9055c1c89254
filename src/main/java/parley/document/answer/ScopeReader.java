package parley.document.answer;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import parley.llm.builtin.language.NumberWords;

/// Which pages, chapter or document somebody names.
final class ScopeReader {
    private static final String PAGE =
            "(?:pages?|pp?\\.|pg\\.?|seiten?|s\\.|páginas?|pagin[ae]|pagina's|страниц\\w*)";
    private static final Pattern PAGES =
            words(
                    "\\b"
                            + PAGE
                            + " ?(\\d{1,6})(?: ?(?:-|–|to|through|bis|à|a|al) ?(?:"
                            + PAGE
                            + " ?)?(\\d{1,6}))?\\b");
    private static final Pattern PAGES_ANYWHERE =
            Pattern.compile(
                    PAGES.pattern(),
                    Pattern.UNICODE_CHARACTER_CLASS
                            | Pattern.CASE_INSENSITIVE
                            | Pattern.UNICODE_CASE);
    private static final Pattern EDGE_PAGE =
            words(
                    "\\b(?:(first|erste[nr]?|première|primera|prima)"
                            + "|(last|letzte[nr]?|dernière|última|ultima))"
                            + " (?:page|seite|página|pagina)\\b");
    private static final Pattern SECTION =
            words(
                    "\\b(?:chapter|section|part|kapitels?|abschnitts?|teils?|chapitre|section|partie|capítulo"
                            + "|sección|capitolo|hoofdstuk|глав[аыеу])"
                            + " (?:(?:on|about|called|named|titled|über|namens|sur|sobre) )?(?:the"
                            + " )?[\"“„«']?(\\d{1,3}(?:\\.\\d{1,3}){0,3}|[^\"”“»'?!.,]{1,80})");
    private static final Pattern NAMED_BEFORE =
            words("\\bthe [\"“']?([\\w -]{2,60}?)[\"”']? (?:chapter|section|part)\\b");
    private static final Pattern ORDINAL_SECTION =
            words("\\b(\\w{4,8}) (?:chapter|section|part)\\b");
    private static final Pattern ORDINAL_DOCUMENT =
            words(
                    "\\b(?:the |das |dem |le |la |el |du )?(\\w{3,9})"
                            + " (?:document|pdf|file|report|paper|dokuments?|datei"
                            + "|fichier|documento|archivo|attachment)\\b|\\b(?:document|dokument|file|pdf|documento)"
                            + " (\\d{1,3})\\b");
    private static final Map<String, Integer> ORDINALS =
            Map.ofEntries(
                    Map.entry("first", 1),
                    Map.entry("second", 2),
                    Map.entry("third", 3),
                    Map.entry("fourth", 4),
                    Map.entry("fifth", 5),
                    Map.entry("last", 0),
                    Map.entry("latest", 0),
                    Map.entry("newest", 0),
                    Map.entry("erste", 1),
                    Map.entry("ersten", 1),
                    Map.entry("zweite", 2),
                    Map.entry("zweiten", 2),
                    Map.entry("zweites", 2),
                    Map.entry("erstes", 1),
                    Map.entry("dritte", 3),
                    Map.entry("dritten", 3),
                    Map.entry("letzte", 0),
                    Map.entry("letzten", 0),
                    Map.entry("premier", 1),
                    Map.entry("première", 1),
                    Map.entry("deuxième", 2),
                    Map.entry("troisième", 3),
                    Map.entry("dernier", 0),
                    Map.entry("primer", 1),
                    Map.entry("primero", 1),
                    Map.entry("primera", 1),
                    Map.entry("segunda", 2),
                    Map.entry("tercera", 3),
                    Map.entry("segundo", 2),
                    Map.entry("tercer", 3),
                    Map.entry("último", 0));

    /// A word that counts places.
    static final Pattern ORDINAL =
            Pattern.compile(
                    "\\b(?:" + String.join("|", new TreeSet<>(ORDINALS.keySet())) + ")\\b",
                    Pattern.UNICODE_CHARACTER_CLASS
                            | Pattern.CASE_INSENSITIVE
                            | Pattern.UNICODE_CASE);

    private ScopeReader() {}

    static boolean isOrdinal(String word) {
        return ORDINALS.containsKey(word);
    }

    /// The place that such a word names, from 1; 0 for the last.
    static OptionalInt ordinal(String word) {
        Integer place = ORDINALS.get(word);
        return place == null ? OptionalInt.empty() : OptionalInt.of(place);
    }

    /// @param plain on one line, in lower case
    static Optional<Scope.Pages> pages(String plain) {
        Matcher named = PAGES.matcher(plain);
        if (named.find()) {
            int first = Integer.parseInt(named.group(1));
            int last = named.group(2) == null ? first : Integer.parseInt(named.group(2));
            return first < 1 || last < first
                    ? Optional.of(new Scope.Pages(Math.max(1, first), Math.max(1, first)))
                    : Optional.of(new Scope.Pages(first, last));
        }
        Matcher edge = EDGE_PAGE.matcher(plain);
        if (edge.find()) {
            return Optional.of(
                    edge.group(1) == null ? new Scope.Pages(0, 0) : new Scope.Pages(1, 1));
        }
        return Optional.empty();
    }

    /// The number or the name of a chapter.
    static Optional<String> section(String plain) {
        Matcher ordinal = ORDINAL_SECTION.matcher(plain);
        if (ordinal.find() && ORDINALS.containsKey(ordinal.group(1))) {
            return Optional.of(String.valueOf(ORDINALS.get(ordinal.group(1))));
        }
        Matcher after = SECTION.matcher(plain);
        if (after.find()) {
            String name = after.group(1).strip();
            OptionalInt spelled = NumberWords.parse(name);
            return Optional.of(spelled.isPresent() ? String.valueOf(spelled.getAsInt()) : name);
        }
        Matcher before = NAMED_BEFORE.matcher(plain);
        return before.find() ? Optional.of(before.group(1).strip()) : Optional.empty();
    }

    /// A question without the pages it names: they tell where to look, not what for.
    static String withoutPages(String question) {
        return PAGES_ANYWHERE.matcher(question).replaceAll(" ");
    }

    /// The number of a document among those of the conversation, from 1; 0 for the last one.
    static OptionalInt document(String plain) {
        Matcher matcher = ORDINAL_DOCUMENT.matcher(plain);
        while (matcher.find()) {
            if (matcher.group(2) != null) {
                return OptionalInt.of(Integer.parseInt(matcher.group(2)));
            }
            Integer ordinal = ORDINALS.get(matcher.group(1));
            if (ordinal != null) {
                return OptionalInt.of(ordinal);
            }
        }
        return OptionalInt.empty();
    }

    private static Pattern words(String expression) {
        return Pattern.compile(expression, Pattern.UNICODE_CHARACTER_CLASS);
    }
}
