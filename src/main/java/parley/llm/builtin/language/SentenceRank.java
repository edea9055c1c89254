package parley.llm.builtin.language;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How central each sentence of a text is: TextRank (Mihalcea and Tarau, 2004). Sentences recommend
/// each other by the words they share; a sentence counts for much if those that recommend it do.
final class SentenceRank {
    // The paper's damping; the ranks stand still long before 25 rounds.
    private static final double DAMPING = 0.85;
    private static final int ROUNDS = 25;

    private SentenceRank() {}

    /// A weight for each sentence. Costs the square of their number.
    static double[] of(List<List<String>> stems) throws InterruptedException {
        double[][] similarity = similarities(numbered(stems));
        double[] sums =
                Arrays.stream(similarity).mapToDouble(row -> Arrays.stream(row).sum()).toArray();
        double[] rank = new double[stems.size()];
        Arrays.fill(rank, 1);
        for (int round = 0; round < ROUNDS; round++) {
            Interruption.check();
            rank = nextRound(similarity, sums, rank);
        }
        return rank;
    }

    /// How much two sentences share: common words over the logarithms of their lengths.
    static double similarity(int[] one, int[] other) {
        if (one.length < 2 || other.length < 2) {
            return 0;
        }
        return common(one, other) / (Math.log(one.length) + Math.log(other.length));
    }

    private static double[] nextRound(double[][] similarity, double[] sums, double[] rank) {
        double[] next = new double[rank.length];
        for (int to = 0; to < rank.length; to++) {
            double received = 0;
            for (int from = 0; from < rank.length; from++) {
                if (sums[from] > 0) {
                    received += similarity[from][to] / sums[from] * rank[from];
                }
            }
            next[to] = 1 - DAMPING + DAMPING * received;
        }
        return next;
    }

    private static double[][] similarities(List<int[]> sentences) throws InterruptedException {
        double[][] similarity = new double[sentences.size()][sentences.size()];
        for (int one = 0; one < similarity.length; one++) {
            Interruption.check();
            for (int other = 0; other < one; other++) {
                double value = similarity(sentences.get(one), sentences.get(other));
                similarity[one][other] = value;
                similarity[other][one] = value;
            }
        }
        return similarity;
    }

    /// Each sentence as the sorted numbers of its different stems.
    static List<int[]> numbered(List<List<String>> stems) {
        Map<String, Integer> numbers = new HashMap<>();
        return stems.stream()
                .map(sentence ->
                        sentence.stream()
                                .mapToInt(stem -> numberOf(numbers, stem))
                                .distinct()
                                .sorted()
                                .toArray())
                .toList();
    }

    private static int numberOf(Map<String, Integer> numbers, String stem) {
        return numbers.computeIfAbsent(stem, _ -> numbers.size());
    }

    private static int common(int[] one, int[] other) {
        int count = 0;
        int left = 0;
        int right = 0;
        while (left < one.length && right < other.length) {
            int order = Integer.compare(one[left], other[right]);
            if (order == 0) {
                count++;
            }
            left += order <= 0 ? 1 : 0;
            right += order >= 0 ? 1 : 0;
        }
        return count;
    }
}
