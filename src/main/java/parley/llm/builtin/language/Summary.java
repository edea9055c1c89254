package parley.llm.builtin.language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/// Picks the sentences that say most of a text. Extractive: every word of a summary is the text's
/// own, in the text's order.
public final class Summary {
    /// The most sentences that are ranked against each other. A longer text is first thinned by how
    /// frequent its sentences' words are, so that any text takes bounded time.
    static final int MOST_RANKED = 300;

    /// The most characters read; what comes after is not summarised.
    static final int MOST_CHARACTERS = 1_500_000;

    private static final double OPENING_BONUS = 0.5;
    private static final double TOO_SIMILAR = 0.7;

    private Summary() {}

    /// The most telling sentences, in the text's order.
    ///
    /// @param count how many, at most
    public static List<String> of(String text, int count) throws InterruptedException {
        return pick(Sentences.of(Whitespace.head(text, MOST_CHARACTERS)), count);
    }

    /// The most telling of these sentences, in their order.
    public static List<String> pick(List<String> sentences, int count) throws InterruptedException {
        if (sentences.size() <= count) {
            return sentences;
        }
        return pickIndices(sentences, count).stream().map(sentences::get).toList();
    }

    /// Where the most telling of these sentences are, rising.
    public static List<Integer> pickIndices(List<String> sentences, int count)
            throws InterruptedException {
        List<List<String>> stems = new ArrayList<>(sentences.size());
        for (String sentence : sentences) {
            Interruption.check();
            stems.add(Words.contentStems(sentence));
        }
        List<Integer> candidates = candidates(stems);
        double[] rank = SentenceRank.of(candidates.stream().map(stems::get).toList());
        if (rank.length > 0 && candidates.getFirst() == 0) {
            rank[0] += OPENING_BONUS * Arrays.stream(rank).max().orElse(0);
        }
        return best(candidates, rank, stems, count);
    }

    private static List<Integer> best(
            List<Integer> candidates, double[] rank, List<List<String>> stems, int count) {
        List<Integer> byRank =
                IntStream.range(0, rank.length)
                        .boxed()
                        .sorted(Comparator.comparingDouble((Integer index) -> -rank[index]))
                        .map(candidates::get)
                        .toList();
        List<Integer> picked = new ArrayList<>();
        for (Integer candidate : byRank) {
            if (picked.size() < count && !repeats(stems, picked, candidate)) {
                picked.add(candidate);
            }
        }
        picked.sort(null);
        return picked;
    }

    private static boolean repeats(List<List<String>> stems, List<Integer> picked, int candidate) {
        Set<String> words = new HashSet<>(stems.get(candidate));
        return picked.stream().anyMatch(other -> overlap(words, stems.get(other)) > TOO_SIMILAR);
    }

    private static double overlap(Set<String> words, List<String> other) {
        Set<String> others = new HashSet<>(other);
        long common = words.stream().filter(others::contains).count();
        int larger = Math.max(words.size(), others.size());
        return larger == 0 ? 1 : (double) common / larger;
    }

    private static List<Integer> candidates(List<List<String>> stems) throws InterruptedException {
        if (stems.size() <= MOST_RANKED) {
            return IntStream.range(0, stems.size()).boxed().toList();
        }
        double[] weight = frequencyWeights(stems);
        return IntStream.range(0, stems.size())
                .boxed()
                .sorted(Comparator.comparingDouble((Integer index) -> -weight[index]))
                .limit(MOST_RANKED)
                .sorted()
                .toList();
    }

    private static double[] frequencyWeights(List<List<String>> stems) throws InterruptedException {
        Map<String, Integer> frequency = new HashMap<>();
        stems.forEach(sentence -> sentence.forEach(stem -> frequency.merge(stem, 1, Integer::sum)));
        Interruption.check();
        return stems.stream()
                .mapToDouble(sentence ->
                        sentence.stream().mapToInt(stem -> frequency.getOrDefault(stem, 0)).sum()
                                / (sentence.size() + 3.0))
                .toArray();
    }
}
