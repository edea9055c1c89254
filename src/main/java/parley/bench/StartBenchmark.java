package parley.bench;

import java.time.Duration;
import parley.bench.target.BareProcess;
import parley.bench.target.ServerHome;
import parley.bench.target.ServerOptions;
import parley.bench.target.ServerProcess;

/// How long a user waits between the command and the first answer.
final class StartBenchmark implements Benchmark {
    private static final String BARE = "bare Java program";
    private static final String EMPTY = "empty home";
    private static final String EXISTING = "existing home";
    private static final String EMPTY_UNCACHED = "empty home, without the start-up cache";
    private static final String EXISTING_UNCACHED = "existing home, without the start-up cache";
    private static final Aim AIM = Aim.atMost(560);
    private static final double NANOS_PER_MILLI = 1e6;

    @Override
    public String name() {
        return "start";
    }

    @Override
    public String question() {
        return "From the start of the process to the first answered chat turn";
    }

    @Override
    public Findings run(Workbench bench) throws InterruptedException {
        ServerOptions cached = ServerOptions.DEFAULT;
        ServerOptions uncached = cached.withJavaOption("-XX:AOTMode=off");
        Rounds rounds = new Rounds();
        int count = bench.scale().pick(Scale.ROUNDS, 7);
        // One start that does not count: the launcher may have to build first.
        answer(bench, cached, new Rounds(), EMPTY, EXISTING);
        for (int round = 1; round <= count; round++) {
            bench.progress("round %d of %d".formatted(round, count));
            try (BareProcess bare = bench.bare()) {
                rounds.add(BARE, millis(bare.untilFirstLine()));
            }
            answer(bench, cached, rounds, EMPTY, EXISTING);
            answer(bench, uncached, rounds, EMPTY_UNCACHED, EXISTING_UNCACHED);
        }
        return findings(bench, rounds);
    }

    private static void answer(
            Workbench bench, ServerOptions options, Rounds rounds, String empty, String existing)
            throws InterruptedException {
        try (ServerHome home = bench.home()) {
            rounds.add(empty, millis(untilFirstAnswer(bench, home, options)));
            rounds.add(existing, millis(untilFirstAnswer(bench, home, options)));
        }
    }

    private static Duration untilFirstAnswer(
            Workbench bench, ServerHome home, ServerOptions options) throws InterruptedException {
        try (ServerProcess server = bench.start(home, options)) {
            return server.untilAnswered(Calls.turn());
        }
    }

    private static Findings findings(Workbench bench, Rounds rounds) {
        Findings findings = new Findings();
        Samples bare = rounds.samples(BARE);
        findings.add(row(rounds, EMPTY).beside(BARE, bare).aiming(AIM));
        findings.add(row(rounds, EXISTING).beside(BARE, bare).aiming(AIM));
        findings.add(row(rounds, EMPTY_UNCACHED).beside(EMPTY, rounds.samples(EMPTY)));
        findings.add(row(rounds, EXISTING_UNCACHED).beside(EXISTING, rounds.samples(EXISTING)));
        if (!bench.hasLauncher()) {
            findings.note(
                    "The launcher did not say where it is: the server was started without it.");
        }
        return findings;
    }

    private static Row row(Rounds rounds, String what) {
        return Row.of(what, "ms", rounds.samples(what));
    }

    private static double millis(Duration duration) {
        return duration.toNanos() / NANOS_PER_MILLI;
    }
}
