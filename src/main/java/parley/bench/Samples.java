package parley.bench;

import java.util.ArrayList;
import java.util.List;

/// The same figure from several rounds.
///
/// @param rounds the figure of each round, in the order of the rounds
record Samples(List<Double> rounds) {
    Samples {
        rounds = List.copyOf(rounds);
        if (rounds.isEmpty()) {
            throw new IllegalArgumentException("A figure needs at least one round.");
        }
    }

    static Samples of(double... rounds) {
        List<Double> list = new ArrayList<>();
        for (double round : rounds) {
            list.add(round);
        }
        return new Samples(list);
    }

    /// The middle one; of an even number the mean of the two in the middle.
    double median() {
        List<Double> sorted = rounds.stream().sorted().toList();
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(half)
                : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }

    double least() {
        return rounds.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    }

    double most() {
        return rounds.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    }

    /// What these have more than the others, round by round: both saw the same machine.
    Samples minus(Samples others) {
        if (others.rounds.size() != rounds.size()) {
            throw new IllegalArgumentException("Only the same rounds can be compared.");
        }
        List<Double> differences = new ArrayList<>();
        for (int round = 0; round < rounds.size(); round++) {
            differences.add(rounds.get(round) - others.rounds.get(round));
        }
        return new Samples(differences);
    }

    Samples dividedBy(double divisor) {
        return new Samples(rounds.stream().map(round -> round / divisor).toList());
    }
}
