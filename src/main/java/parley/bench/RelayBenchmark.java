package parley.bench;

import java.util.ArrayList;
import java.util.List;
import parley.bench.target.ServerHome;
import parley.bench.target.ServerOptions;
import parley.bench.target.ServerProcess;
import parley.bench.target.UpstreamProcess;

/// What the server adds to a call of a provider that answers at once.
final class RelayBenchmark implements Benchmark {
    private static final int TOKENS = 64;
    private static final Aim CALL_AIM = Aim.atMost(282);
    private static final Aim FIRST_TOKEN_AIM = Aim.atMost(332);
    private static final Aim RATE_AIM = Aim.atLeast(10_000);

    @Override
    public String name() {
        return "relay";
    }

    @Override
    public String question() {
        return "What a call to a provider costs more when it goes through the server";
    }

    @Override
    public Findings run(Workbench bench) throws InterruptedException {
        try (ServerHome home = bench.home();
                UpstreamProcess upstream = bench.upstream();
                ServerProcess server = bench.start(home, options(upstream)).awaitReady()) {
            RelayDoor direct = RelayDoor.direct(upstream);
            List<RelayDoor> doors = doors(bench, server);
            RelayRounds rounds = new RelayRounds(bench);
            rounds.run(direct, doors);
            doors.forEach(door -> rows(door, direct, rounds));
            return rounds.findings();
        }
    }

    private static ServerOptions options(UpstreamProcess upstream) {
        String url = "http://127.0.0.1:%d/v1".formatted(upstream.address().getPort());
        return ServerOptions.DEFAULT.with("openai.base.url", url).with("openai.api.key", "bench");
    }

    private static List<RelayDoor> doors(Workbench bench, ServerProcess server) {
        List<RelayDoor> doors = new ArrayList<>();
        RelayDoor stored = RelayDoor.stored(server);
        bench.call(stored.target(), stored.whole().next(0, 0));
        doors.add(stored);
        RelayDoor unstored = RelayDoor.unstored(server);
        if (unstored.isThere()) {
            doors.add(unstored);
        }
        return doors;
    }

    private static void rows(RelayDoor door, RelayDoor direct, RelayRounds rounds) {
        Findings findings = rounds.findings();
        Added one = new Added(door, direct, rounds, 1);
        findings.group(door.name() + ", 1 client");
        findings.add(one.row("a call, p50", RelayRounds.WHOLE + " p50"));
        findings.add(one.row("a call, p99", RelayRounds.WHOLE + " p99").aiming(CALL_AIM));
        findings.add(one.row("the first token, p50", RelayRounds.FIRST + " p50"));
        findings.add(
                one.row("the first token, p99", RelayRounds.FIRST + " p99")
                        .aiming(FIRST_TOKEN_AIM));
        findings.add(one.perToken());
        Added some = new Added(door, direct, rounds, RelayRounds.SOME);
        findings.group("%s, %d clients".formatted(door.name(), RelayRounds.SOME));
        findings.add(some.row("a call, p50", RelayRounds.WHOLE + " p50"));
        findings.add(some.row("a call, p99", RelayRounds.WHOLE + " p99"));
        findings.add(some.row("the first token, p50", RelayRounds.FIRST + " p50"));
        findings.add(some.row("the first token, p99", RelayRounds.FIRST + " p99"));
        findings.add(some.perToken());
        findings.group("%s, %d clients".formatted(door.name(), RelayRounds.MANY));
        findings.add(
                Row.of("calls, of 20 ms at the provider", "calls/s", rounds.slow(door))
                        .beside(direct.name(), rounds.slow(direct))
                        .aiming(RATE_AIM));
    }

    /// Makes rows of what one door has more than the direct way.
    private record Added(RelayDoor door, RelayDoor direct, RelayRounds rounds, int clients) {
        Row row(String to, String figure) {
            return row(
                    to,
                    rounds.samples(door, clients, figure),
                    rounds.samples(direct, clients, figure));
        }

        Row perToken() {
            String figure = RelayRounds.STREAMED + " p50";
            return row(
                    "each token, p50",
                    rounds.samples(door, clients, figure).dividedBy(TOKENS),
                    rounds.samples(direct, clients, figure).dividedBy(TOKENS));
        }

        private Row row(String to, Samples through, Samples alone) {
            return Row.of("added to " + to, "µs", through.minus(alone))
                    .beside(direct.name(), alone);
        }
    }
}
