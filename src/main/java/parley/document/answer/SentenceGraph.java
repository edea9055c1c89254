package parley.document.answer;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import parley.llm.builtin.language.Interruption;

/// Ranks sentences by a random walk among similar ones: LexRank (Erkan and Radev, 2004), with a
/// walk that begins anew where a prior says (Haveliwala, 2002).
final class SentenceGraph {
    // The paper's threshold; less damping than its 0.85, so that in short texts, where few
    // sentences share words, the prior
    // tells.
    private static final double DAMPING = 0.6;
    private static final double THRESHOLD = 0.1;
    private static final int ROUNDS = 30;

    private SentenceGraph() {}

    /// Costs the square of the number of sentences.
    ///
    /// @param prior how likely a walk begins at each, in any measure
    static double[] rank(List<Set<String>> sentences, double[] prior) throws InterruptedException {
        int size = sentences.size();
        double[][] similarity = new double[size][size];
        double[] sums = new double[size];
        for (int one = 0; one < size; one++) {
            Interruption.check();
            for (int other = 0; other < one; other++) {
                double value = cosine(sentences.get(one), sentences.get(other));
                if (value >= THRESHOLD) {
                    similarity[one][other] = value;
                    similarity[other][one] = value;
                    sums[one] += value;
                    sums[other] += value;
                }
            }
        }
        return walk(similarity, sums, prior);
    }

    /// The cosine of two sets of words.
    static double cosine(Set<String> one, Set<String> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return 0;
        }
        boolean oneIsSmaller = one.size() <= other.size();
        Set<String> smaller = oneIsSmaller ? one : other;
        Set<String> larger = oneIsSmaller ? other : one;
        int common = 0;
        for (String stem : smaller) {
            if (larger.contains(stem)) {
                common++;
            }
        }
        return common / Math.sqrt((double) one.size() * other.size());
    }

    private static double[] walk(double[][] similarity, double[] sums, double[] prior)
            throws InterruptedException {
        double total = Arrays.stream(prior).sum();
        double[] rank = Arrays.stream(prior).map(value -> value / total).toArray();
        for (int round = 0; round < ROUNDS; round++) {
            Interruption.check();
            double[] next = new double[rank.length];
            for (int to = 0; to < next.length; to++) {
                double received = 0;
                for (int from = 0; from < rank.length; from++) {
                    if (similarity[from][to] > 0) {
                        received += similarity[from][to] / sums[from] * rank[from];
                    }
                }
                next[to] = (1 - DAMPING) * prior[to] / total + DAMPING * received;
            }
            rank = next;
        }
        return rank;
    }
}
