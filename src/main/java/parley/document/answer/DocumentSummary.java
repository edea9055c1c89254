package parley.document.answer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import parley.document.Passage;
import parley.document.StoredDocument;
import parley.document.search.TextWords;
import parley.llm.builtin.language.Interruption;
import parley.llm.builtin.language.NumberWords;
import parley.llm.builtin.language.Words;

/// Picks the sentences that say most of a document, in its order: LexRank (Erkan and Radev, 2004),
/// which ranks a sentence by how similar it is to others that rank high, begun from what stands
/// first in its section; then maximal marginal relevance (Carbonell and Goldstein, 1998), which
/// does not take what was said already.
final class DocumentSummary {
    private static final int MOST_RANKED = 400;
    private static final int FEWEST_STEMS = 4;
    private static final int MOST_STEMS = 45;
    private static final double RELEVANCE = 0.7;
    private static final double FIRST = 5;
    private static final double OPENING = 2.5;
    private static final double LEANS = 0.1;
    private static final int USUAL = 5;

    // What begins like this cannot be understood without the sentence before it.
    private static final Pattern LEANING =
            Pattern.compile(
                    "^(?i:it|its|they|them|their|he|she|his|her|this|that|these|those|such|both|two|some|others?|however|but|so"
                            + "|therefore|also|then|afterwards|each|neither|er|sie|es|dies\\w*|jedoch|aber|danach|dabei|damit"
                            + "|auch|il|elle|ils|elles|cela|ceci|ce|cette|ces|mais|ensuite|esto|esta|estos|ese|ella|ellos"
                            + "|pero|luego|también)\\b");
    // Where writers sum up themselves.
    private static final Pattern SUMS_UP =
            Pattern.compile(
                    "(?i)\\b(?:abstract|(?:executive |management )?summary|conclusions?|key"
                            + " (?:points|findings)|at a glance"
                            + "|zusammenfassung|fazit|überblick|résumé|conclusion|resumen|conclusiones|riassunto|resumo)\\b");
    private static final int SHORT_PAGES = 2;
    private static final int LONG_PAGES = 30;

    private DocumentSummary() {}

    /// How many sentences a summary has if nobody says so.
    static int usualLength(int pages) {
        if (pages <= SHORT_PAGES) {
            return USUAL - 2;
        }
        return pages >= LONG_PAGES ? USUAL + 2 : USUAL;
    }

    /// @param length how many sentences
    static List<Unit> of(StoredDocument document, List<Passage> passages, OptionalInt length)
            throws InterruptedException {
        int count = length.orElse(usualLength(document.facts().pages()));
        List<Sentence> sentences = candidates(document, passages);
        if (sentences.size() <= count) {
            return sentences.stream().map(Sentence::unit).toList();
        }
        double[] rank =
                SentenceGraph.rank(
                        sentences.stream().map(Sentence::stems).toList(), prior(sentences));
        return chosen(sentences, rank, count).stream()
                .sorted(Comparator.comparingInt(Sentence::order))
                .map(Sentence::unit)
                .toList();
    }

    /// @param order among all sentences of the document
    /// @param opens whether a section begins with it
    private record Sentence(Unit unit, int order, boolean opens, Set<String> stems) {}

    private static List<Sentence> candidates(StoredDocument document, List<Passage> passages)
            throws InterruptedException {
        TextWords stems = TextWords.in(document.facts().language());
        List<Sentence> all = new ArrayList<>();
        Set<String> said = new HashSet<>();
        List<String> above = List.of("");
        int perPassage = Math.max(1, 6 * MOST_RANKED / Math.max(1, passages.size()));
        for (Passage passage : thinned(passages)) {
            Interruption.check();
            boolean opens = !passage.headings().equals(above);
            above = passage.headings();
            int taken = 0;
            for (Unit unit : Units.of(document, passage)) {
                if (taken < perPassage && isProse(unit) && said.add(unit.text())) {
                    Set<String> its = subjects(stems, unit.text());
                    if (its.size() >= FEWEST_STEMS && its.size() <= MOST_STEMS) {
                        all.add(new Sentence(unit, all.size(), opens && taken == 0, its));
                        taken++;
                    }
                }
            }
        }
        return central(all.isEmpty() ? anything(document, passages, stems) : all);
    }

    private static Set<String> subjects(TextWords words, String text) {
        Set<String> subjects = new HashSet<>();
        for (String word : Words.of(text)) {
            if (words.isSubject(word)
                    && NumberWords.parse(word.toLowerCase(Locale.ROOT)).isEmpty()) {
                subjects.addAll(words.stems(word));
            }
        }
        return subjects;
    }

    /// Of a book every so many passages: its summary is not better for reading all of a million
    /// sentences.
    private static List<Passage> thinned(List<Passage> passages) {
        int most = 4 * MOST_RANKED;
        if (passages.size() <= most) {
            return passages;
        }
        List<Passage> some = new ArrayList<>(most);
        for (int index = 0; index < most; index++) {
            some.add(passages.get((int) ((long) index * passages.size() / most)));
        }
        return some;
    }

    private static boolean isProse(Unit unit) {
        String text = unit.text();
        boolean begins =
                Character.isUpperCase(text.codePointAt(0))
                        || !Character.isLowerCase(text.codePointAt(0));
        return unit.head().isEmpty() && begins && !text.endsWith(":") && !text.endsWith("?");
    }

    /// Of a document of lists and tables.
    private static List<Sentence> anything(
            StoredDocument document, List<Passage> passages, TextWords stems) {
        List<Sentence> all = new ArrayList<>();
        for (Passage passage : thinned(passages)) {
            for (Unit unit : Units.of(document, passage)) {
                if (all.size() < MOST_RANKED) {
                    Set<String> its = new HashSet<>(stems.stems(unit.text()));
                    all.add(new Sentence(unit, all.size(), false, its));
                }
            }
        }
        return all;
    }

    /// Those whose words are the document's most frequent, so that any document takes bounded time.
    private static List<Sentence> central(List<Sentence> all) {
        if (all.size() <= MOST_RANKED) {
            return all;
        }
        Map<String, Long> frequency =
                all.stream()
                        .flatMap(sentence -> sentence.stems().stream())
                        .collect(Collectors.groupingBy(stem -> stem, Collectors.counting()));
        Comparator<Sentence> byFrequency =
                Comparator.comparingDouble(sentence ->
                        -sentence.stems().stream()
                                        .mapToLong(stem -> frequency.getOrDefault(stem, 0L))
                                        .sum()
                                / (sentence.stems().size() + 3.0));
        return all.stream()
                .sorted(byFrequency)
                .limit(MOST_RANKED)
                .sorted(Comparator.comparingInt(Sentence::order))
                .toList();
    }

    /// What stands first in a section is more likely to say what it is about.
    private static double[] prior(List<Sentence> sentences) {
        double[] prior = new double[sentences.size()];
        for (int index = 0; index < prior.length; index++) {
            Sentence sentence = sentences.get(index);
            List<String> headings = sentence.unit().passage().headings();
            boolean sumsUp = !headings.isEmpty() && SUMS_UP.matcher(headings.getLast()).find();
            boolean leans = LEANING.matcher(sentence.unit().text()).find();
            double place = sentence.order() == 0 ? FIRST : sentence.opens() ? OPENING : 1;
            prior[index] = (sumsUp ? Math.max(place, FIRST) : place) * (leans ? LEANS : 1);
        }
        return prior;
    }

    private static List<Sentence> chosen(List<Sentence> sentences, double[] rank, int count) {
        double most = Arrays.stream(rank).max().orElse(1);
        List<Sentence> chosen = new ArrayList<>();
        Set<Integer> left = new HashSet<>();
        for (int index = 0; index < sentences.size(); index++) {
            left.add(index);
        }
        while (chosen.size() < count && !left.isEmpty()) {
            Optional<Integer> best =
                    left.stream()
                            .max(
                                    Comparator.<Integer>comparingDouble(index ->
                                                    RELEVANCE * rank[index] / most
                                                            - (1 - RELEVANCE)
                                                                    * repeated(
                                                                            sentences.get(index),
                                                                            chosen))
                                            .thenComparing(Comparator.reverseOrder()));
            chosen.add(sentences.get(best.orElseThrow()));
            left.remove(best.orElseThrow());
        }
        return chosen;
    }

    private static double repeated(Sentence sentence, List<Sentence> chosen) {
        return chosen.stream()
                .mapToDouble(other -> SentenceGraph.cosine(sentence.stems(), other.stems()))
                .max()
                .orElse(0);
    }
}
