package parley.bench;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// All benchmarks, in the order they run in.
final class Benchmarks {
    private static final List<Benchmark> ALL =
            List.of(
                    new StartBenchmark(),
                    new MemoryBenchmark(),
                    new TurnsBenchmark(),
                    new RelayBenchmark(),
                    new StreamsBenchmark(),
                    new HistoryBenchmark(),
                    new LocalBenchmark(),
                    new ChartBenchmark(),
                    new XmrBenchmark(),
                    new DataBenchmark(),
                    new ImagesBenchmark(),
                    new DocumentsBenchmark(),
                    new PageBenchmark());

    private Benchmarks() {}

    /// The first of the names that none has.
    static Optional<String> unknown(List<String> names) {
        return names.stream()
                .filter(name -> ALL.stream().noneMatch(known -> known.name().equals(name)))
                .findFirst();
    }

    /// Those of these names; all of them if there are no names.
    static List<Benchmark> named(List<String> names) {
        return ALL.stream()
                .filter(benchmark -> names.isEmpty() || names.contains(benchmark.name()))
                .toList();
    }

    /// Their names, in words.
    static String names() {
        return ALL.stream().map(Benchmark::name).collect(Collectors.joining(", "));
    }
}
