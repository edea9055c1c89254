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
            List<RelayDoor> doors = new RelayDoors(bench, server).all();
            for (RelayDoor door : doors) {
                bench.call(door.target(), door.whole().next(0, 0));
            }
            RelayRounds rounds = new RelayRounds(bench);
            rounds.run(direct, doors);
            doors.forEach(door -> rows(door, direct, rounds));
            return rounds.findings();
        }
    }

    private static ServerOptions options(UpstreamProcess upstream) {
        String url = "http://127.0.0.1:%d/v1".formatted(upstream.address().getPort());
        return ServerOptions.DEFAULT
                .with("openai.base.url", url)
                .with("openai.api.key", "bench")
                .with("model.default", Calls.RELAYED);
    }

    private static void rows(RelayDoor door, RelayDoor direct, RelayRounds rounds) {
        Findings findings = rounds.findings();
        for (int clients : RelayRounds.CLIENTS) {
            Added added = new Added(door, direct, rounds, clients);
            findings.group("%s, %s".formatted(door.name(), clients(clients)));
            added.rows(clients == 1).forEach(findings::add);
        }
        if (door.slow().isPresent()) {
            findings.group("%s, %s".formatted(door.name(), clients(RelayRounds.MANY)));
            findings.add(
                    Row.of("calls, of 20 ms at the provider", "calls/s", rounds.slow(door))
                            .beside(direct.name(), rounds.slow(direct))
                            .aiming(RATE_AIM));
        }
    }

    private static String clients(int count) {
        return count == 1 ? "1 client" : count + " clients";
    }

    /// Makes rows of what one door has more than the direct way.
    private record Added(RelayDoor door, RelayDoor direct, RelayRounds rounds, int clients) {
        /// @param alone whether nobody else asks meanwhile, which is what the aims are for
        List<Row> rows(boolean alone) {
            List<Row> rows = new ArrayList<>();
            Row call = row("a call, p99", RelayRounds.WHOLE + " p99");
            rows.add(row("a call, p50", RelayRounds.WHOLE + " p50"));
            rows.add(alone ? call.aiming(CALL_AIM) : call);
            if (door.streamed().isPresent()) {
                Row first = row("the first event, p99", RelayRounds.FIRST + " p99");
                rows.add(row("the first event, p50", RelayRounds.FIRST + " p50"));
                rows.add(alone ? first.aiming(FIRST_TOKEN_AIM) : first);
                rows.add(perToken());
            }
            return rows;
        }

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
