package parley.document.answer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import parley.document.Passage;
import parley.document.StoredDocument;
import parley.document.search.PlainText;
import parley.document.search.TextWords;
import parley.llm.builtin.language.FunctionWords;
import parley.llm.builtin.language.Interruption;
import parley.llm.builtin.language.NumberWords;
import parley.llm.builtin.language.Words;

/// Finds the terms a document turns on: TextRank for keywords (Mihalcea and Tarau, 2004). Words
/// that stand near each other recommend each other; neighbours that both rank high are one term.
final class KeyTerms {
    private static final int WINDOW = 3;
    private static final int MOST_WORDS = 60_000;
    private static final double DAMPING = 0.85;
    private static final int ROUNDS = 20;
    private static final int LONGEST_TERM = 3;
    private static final double IN_HEADING = 1.5;
    private static final int SHORTEST_WORD = 3;
    private static final int MOST_PAGES = 5;

    private final TextWords stems;
    private final Map<String, Map<String, Integer>> near = new HashMap<>();
    private final Set<String> titled = new HashSet<>();
    private final Map<String, Term> terms = new LinkedHashMap<>();

    private KeyTerms(TextWords stems) {
        this.stems = stems;
    }

    /// A term as it is written most often.
    ///
    /// @param pages where it stands, rising, at most five
    record Found(String term, List<Integer> pages) {}

    /// A sequence of stems, with how often it is written in which way.
    private static final class Term {
        private final List<String> stems;
        private final Map<String, Integer> forms = new HashMap<>();
        private final TreeSet<Integer> pages = new TreeSet<>();
        private int count;

        private Term(List<String> stems) {
            this.stems = stems;
        }

        private String written() {
            return forms.entrySet().stream()
                    .max(
                            Map.Entry.<String, Integer>comparingByValue()
                                    .thenComparing(Map.Entry.comparingByKey()))
                    .map(Map.Entry::getKey)
                    .orElse("");
        }
    }

    /// The best first.
    static List<Found> of(StoredDocument document, List<Passage> passages, int count)
            throws InterruptedException {
        KeyTerms keys = new KeyTerms(TextWords.in(document.facts().language()));
        int words = 0;
        int step = Math.max(1, passages.size() / 2_000);
        for (int index = 0; index < passages.size() && words < MOST_WORDS; index += step) {
            Interruption.check();
            passages.get(index)
                    .headings()
                    .forEach(title -> keys.titled.addAll(keys.stems.stems(title)));
            for (Unit unit : Units.of(document, passages.get(index))) {
                words += keys.read(unit);
            }
        }
        return keys.best(count);
    }

    private record Word(String written, String stem) {}

    private int read(Unit unit) {
        List<Word> run = new ArrayList<>();
        int count = 0;
        for (String written : Words.of(PlainText.of(unit.text()))) {
            count++;
            String lower = written.toLowerCase(Locale.ROOT);
            List<String> stem = stems.stems(written);
            boolean counts =
                    stem.size() == 1
                            && written.length() >= SHORTEST_WORD
                            && written.chars().anyMatch(Character::isLetter)
                            && stems.isSubject(written)
                            && !FunctionWords.isOne(lower)
                            && NumberWords.parse(lower).isEmpty();
            if (counts) {
                run.add(new Word(written, stem.getFirst()));
            } else {
                note(run, unit.passage().page());
                run.clear();
            }
        }
        note(run, unit.passage().page());
        return count;
    }

    private void note(List<Word> run, int page) {
        for (int start = 0; start < run.size(); start++) {
            for (int end = start + 1; end <= Math.min(run.size(), start + LONGEST_TERM); end++) {
                List<Word> words = run.subList(start, end);
                String key = String.join(" ", words.stream().map(Word::stem).toList());
                Term term =
                        terms.computeIfAbsent(
                                key, _ -> new Term(words.stream().map(Word::stem).toList()));
                term.count++;
                term.pages.add(page);
                term.forms.merge(
                        String.join(" ", words.stream().map(Word::written).toList()),
                        1,
                        Integer::sum);
            }
            for (int other = start + 1; other < Math.min(run.size(), start + WINDOW); other++) {
                link(run.get(start).stem(), run.get(other).stem());
            }
        }
    }

    private void link(String one, String other) {
        if (!one.equals(other)) {
            near.computeIfAbsent(one, _ -> new HashMap<>()).merge(other, 1, Integer::sum);
            near.computeIfAbsent(other, _ -> new HashMap<>()).merge(one, 1, Integer::sum);
        }
    }

    private List<Found> best(int count) throws InterruptedException {
        Map<String, Double> rank = rank();
        List<Term> ordered =
                terms.values().stream()
                        .filter(term -> term.count > 1 || terms.size() < count * 10)
                        .sorted(
                                Comparator.comparingDouble((Term term) -> -score(term, rank))
                                        .thenComparing(Term::written))
                        .toList();
        List<Found> best = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (Term term : ordered) {
            // One new word at least: "bridge" after "bridge deck" says nothing more.
            if (best.size() < count && !taken.containsAll(term.stems)) {
                taken.addAll(term.stems);
                best.add(
                        new Found(
                                lower(term.written()),
                                term.pages.stream().limit(MOST_PAGES).toList()));
            }
        }
        return best;
    }

    /// The mean rank of its words, for each time it is written; longer terms are rarer and say
    /// more.
    private double score(Term term, Map<String, Double> rank) {
        double sum = term.stems.stream().mapToDouble(stem -> rank.getOrDefault(stem, 0.2)).sum();
        double heading = titled.containsAll(term.stems) ? IN_HEADING : 1;
        return heading
                * sum
                / term.stems.size()
                * Math.log(1 + term.count)
                * Math.sqrt(term.stems.size());
    }

    private Map<String, Double> rank() throws InterruptedException {
        Map<String, Double> rank = new HashMap<>();
        Map<String, Integer> sums = new HashMap<>();
        near.forEach((stem, others) -> {
            rank.put(stem, 1.0);
            sums.put(stem, others.values().stream().mapToInt(Integer::intValue).sum());
        });
        for (int round = 0; round < ROUNDS; round++) {
            Interruption.check();
            Map<String, Double> before = Map.copyOf(rank);
            near.forEach((stem, others) -> {
                double received = 0;
                for (Map.Entry<String, Integer> other : others.entrySet()) {
                    received +=
                            before.getOrDefault(other.getKey(), 0.0)
                                    * other.getValue()
                                    / sums.getOrDefault(other.getKey(), 1);
                }
                rank.put(stem, 1 - DAMPING + DAMPING * received);
            });
        }
        return rank;
    }

    /// As inside a sentence, if it is not written like that by itself: names and abbreviations keep
    /// their capitals.
    private static String lower(String written) {
        boolean sentenceStart =
                Character.isUpperCase(written.codePointAt(0))
                        && written.substring(1)
                                .equals(written.substring(1).toLowerCase(Locale.ROOT))
                        && written.indexOf(' ') > 0;
        return sentenceStart
                ? written.substring(0, 1).toLowerCase(Locale.ROOT) + written.substring(1)
                : written;
    }
}
