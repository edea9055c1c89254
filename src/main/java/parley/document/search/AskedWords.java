package parley.document.search;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import parley.llm.builtin.language.Words;

/// What a question asks for, before it is looked at in any document: its words without those that
/// only ask.
///
/// @param words what it is about, in lower case, in its order, each once
/// @param vague those of them that name a kind of answer (year, number) rather than a subject
/// @param phrases what must be found as it is written: in quotation marks, or a number or sign with
///   joints (`AB-1234`)
record AskedWords(List<String> words, Set<String> vague, List<String> phrases) {
    private static final int MOST_CHARACTERS = 4_000;
    private static final int MOST_WORDS = 40;
    private static final int MOST_PHRASES = 5;
    private static final int LONGEST_PHRASE = 200;

    private static final Pattern QUOTED =
            Pattern.compile("[\"“„«]([^\"“”„«»]{2," + LONGEST_PHRASE + "})[\"”“»]");
    private static final Pattern SIGN =
            Pattern.compile(
                    "(?<![\\p{L}\\p{N}])(?=[\\p{L}\\p{N}./_-]{0,30}\\d)[\\p{L}\\p{N}]{1,20}"
                            + "(?:[-/._][\\p{L}\\p{N}]{1,20}){1,6}");
    private static final Pattern ELIDED =
            Pattern.compile(
                    "^(?:[cdjlmnst]|qu|jusqu|lorsqu|dell|all|nell|sull|dall|un)'(?=\\p{L}{2})");
    private static final Pattern UNSPACED =
            Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]+");
    private static final Properties BUNDLED = bundled();
    private static final Map<String, Set<String>> LISTS = new ConcurrentHashMap<>();

    AskedWords {
        words = List.copyOf(words);
        vague = Set.copyOf(vague);
        phrases = List.copyOf(phrases);
    }

    /// @param languages of the documents; a question may be in another
    static AskedWords of(String question, Collection<TextLanguage> languages) {
        String text = head(PlainText.of(head(question)));
        Set<String> all =
                Words.of(UNSPACED.matcher(text).replaceAll(" ")).stream()
                        .map(word -> word.toLowerCase(Locale.ROOT).replace('’', '\''))
                        .flatMap(AskedWords::parts)
                        .collect(Collectors.toCollection(LinkedHashSet::new));
        all.addAll(pairs(text));
        TextLanguage language = StopWords.guess(all, languages);
        Set<String> asking = listed(language, "ask");
        List<String> content =
                all.stream()
                        .filter(word -> !language.stopWords().contains(word))
                        .filter(word -> !asking.contains(word))
                        .limit(MOST_WORDS)
                        .toList();
        Set<String> vague = listed(language, "vague");
        return new AskedWords(
                content,
                content.stream().filter(vague::contains).collect(Collectors.toUnmodifiableSet()),
                phrases(text));
    }

    /// In scripts without spaces the pairs that an index is made of.
    private static List<String> pairs(String text) {
        WordAnalyzer analyzer = new WordAnalyzer(TextLanguage.OTHER, true);
        return UNSPACED.matcher(text)
                .results()
                .flatMap(run -> analyzer.words(run.group()).stream())
                .toList();
    }

    /// Without what is joined to it: l'usine, a-t-elle, company's.
    private static Stream<String> parts(String word) {
        return Arrays.stream(word.split("-", -1))
                .map(part -> ELIDED.matcher(part).replaceFirst(""))
                .map(part -> part.endsWith("'s") ? part.substring(0, part.length() - 2) : part)
                .filter(part -> !part.isEmpty());
    }

    /// Whether a word may name a subject: it is no function word, asks for nothing, and is not a
    /// mere kind of answer.
    static boolean isSubject(String word, TextLanguage language) {
        String lower = word.toLowerCase(Locale.ROOT);
        return !language.stopWords().contains(lower)
                && !listed(language, "ask").contains(lower)
                && !listed(language, "vague").contains(lower);
    }

    private static String head(String text) {
        return text.substring(0, Math.min(text.length(), MOST_CHARACTERS));
    }

    private static List<String> phrases(String text) {
        return Stream.concat(
                        QUOTED.matcher(text).results().map(found -> found.group(1)),
                        SIGN.matcher(text).results().map(MatchResult::group))
                .distinct()
                .limit(MOST_PHRASES)
                .toList();
    }

    private static Set<String> listed(TextLanguage language, String list) {
        return LISTS.computeIfAbsent(
                language.code() + "." + list,
                key ->
                        Arrays.stream(BUNDLED.getProperty(key, "").split("\\s+", -1))
                                .collect(Collectors.toUnmodifiableSet()));
    }

    private static Properties bundled() {
        String name = "/document/question-words.properties";
        try (InputStream stream = AskedWords.class.getResourceAsStream(name)) {
            Properties properties = new Properties();
            properties.load(
                    new InputStreamReader(
                            Objects.requireNonNull(stream, name), StandardCharsets.UTF_8));
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
