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

/// Finds the sentences that speak of a subject: rare words of the question count most.
public final class Passages {
    // Half of what the question asks for must be there, by weight.
    private static final double LEAST_COVERAGE = 0.5;
    private static final double NEAR_THE_BEST = 0.8;

    private final List<String> sentences;
    private final List<Set<String>> stems;
    private final Map<String, Integer> frequency = new HashMap<>();

    /// @param sentences where to look
    public Passages(List<String> sentences) throws InterruptedException {
        this.sentences = List.copyOf(sentences);
        this.stems = new ArrayList<>(sentences.size());
        for (String sentence : sentences) {
            Interruption.check();
            Set<String> words = new HashSet<>(Words.contentStems(sentence));
            stems.add(words);
            words.forEach(word -> frequency.merge(word, 1, Integer::sum));
        }
    }

    /// The sentences that say most of the subject, in their order; none if none says enough.
    ///
    /// @param count how many, at most
    public List<String> about(String subject, int count) {
        Set<String> wanted = new HashSet<>(Words.contentStems(subject));
        double total = wanted.stream().mapToDouble(this::weight).sum();
        if (wanted.isEmpty()) {
            return List.of();
        }
        double[] scores =
                stems.stream().mapToDouble(words -> score(words, wanted) / total).toArray();
        double best = Arrays.stream(scores).max().orElse(0);
        double least = Math.max(LEAST_COVERAGE, NEAR_THE_BEST * best);
        return IntStream.range(0, scores.length)
                .boxed()
                .filter(index -> scores[index] >= least)
                .sorted(Comparator.comparingDouble((Integer index) -> -scores[index]))
                .limit(count)
                .sorted()
                .map(sentences::get)
                .toList();
    }

    private double score(Set<String> words, Set<String> wanted) {
        return wanted.stream().filter(words::contains).mapToDouble(this::weight).sum();
    }

    private double weight(String stem) {
        return Math.log(1 + (sentences.size() + 1.0) / (frequency.getOrDefault(stem, 0) + 0.5));
    }
}
