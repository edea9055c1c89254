package parley.bench;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import parley.bench.load.LoadPlan;
import parley.bench.load.LoadReport;
import parley.bench.load.Requests;
import parley.bench.target.ServerHome;
import parley.bench.target.ServerOptions;
import parley.bench.target.ServerProcess;
import parley.bench.target.UpstreamProcess;

/// How many turns a second are stored and answered, each answer after its commit.
final class TurnsBenchmark implements Benchmark {
    private static final int MOST_CLIENTS = 64;
    private static final List<Integer> CLIENTS = List.of(1, 16, MOST_CLIENTS);
    private static final String DISK = "forced writes of 4 kB";
    private static final String HTTP = "HTTP alone";
    private static final String FRESH = "conversations of one turn";
    private static final String GOING_ON = "conversations of 20 turns";

    // Like the names that the contract's front ends make up: a time in milliseconds.
    private static final long FIRST_CONVERSATION = 1_704_459_600_000L;
    private static final long CONVERSATIONS_PER_ROUND = 1_000_000;
    private static final int TURNS_PER_CONVERSATION = 20;

    private static final Aim AIM = Aim.atLeast(5000);

    @Override
    public String name() {
        return "turns";
    }

    @Override
    public String question() {
        return "Durable turns a second with the built-in engine, each answered after its commit";
    }

    @Override
    public Findings run(Workbench bench) throws InterruptedException {
        try (ServerHome home = bench.home();
                UpstreamProcess upstream = bench.upstream();
                ServerProcess server = bench.start(home, ServerOptions.DEFAULT).awaitReady()) {
            return new Measurement(bench, server.address(), upstream.address()).run();
        }
    }

    private static final class Measurement {
        private final Workbench bench;
        private final InetSocketAddress server;
        private final InetSocketAddress upstream;
        private final Requests plain =
                Requests.always(Calls.completion(Optional.empty(), Calls.SCRIPTED, false));
        private final Duration time;
        private final Rounds rounds = new Rounds();
        private final Findings findings = new Findings();

        Measurement(Workbench bench, InetSocketAddress server, InetSocketAddress upstream) {
            this.bench = bench;
            this.server = server;
            this.upstream = upstream;
            this.time = bench.scale().pick(Duration.ofMillis(700), Duration.ofSeconds(3));
        }

        Findings run() throws InterruptedException {
            bench.progress("warming up");
            bench.warmUp(upstream, plain);
            bench.warmUp(server, Requests.always(Calls.turn()));
            for (int round = 1; round <= Scale.ROUNDS; round++) {
                bench.progress("round %d of %d".formatted(round, Scale.ROUNDS));
                rounds.add(DISK, DiskProbe.writesPerSecond(bench.folder(), time));
                for (int clients : CLIENTS) {
                    load(HTTP, upstream, clients, plain);
                    load(FRESH, server, clients, Requests.always(Calls.turn()));
                    load(GOING_ON, server, clients, goingOn(round, clients));
                }
            }
            CLIENTS.forEach(this::rows);
            return findings;
        }

        /// Each client goes on in its conversation until that has its turns, then begins another.
        private static Requests goingOn(int round, int clients) {
            long first =
                    FIRST_CONVERSATION + (round * MOST_CLIENTS + clients) * CONVERSATIONS_PER_ROUND;
            return (client, number) -> {
                long finished = number / clients / TURNS_PER_CONVERSATION;
                return Calls.turnIn(first + finished * clients + client);
            };
        }

        private void load(String what, InetSocketAddress target, int clients, Requests requests)
                throws InterruptedException {
            String name = named(what, clients);
            LoadReport report =
                    findings.checked(
                            name, bench.load(LoadPlan.during(time, target, clients, requests)));
            rounds.add(name, report.perSecond());
            rounds.addMillis(name, report.whole());
        }

        private void rows(int clients) {
            for (String what : List.of(FRESH, GOING_ON)) {
                String name = named(what, clients);
                findings.group(name);
                findings.add(rate(name, clients));
                findings.add(time(name, clients, " p50"));
                findings.add(time(name, clients, " p99"));
            }
        }

        private Row rate(String name, int clients) {
            Row row = Row.of("turns stored and answered", "turns/s", rounds.samples(name));
            if (clients == 1) {
                return row.beside(DISK, rounds.samples(DISK));
            }
            Row beside = row.beside(HTTP, rounds.samples(named(HTTP, clients)));
            return clients == MOST_CLIENTS ? beside.aiming(AIM) : beside;
        }

        private Row time(String name, int clients, String percentile) {
            return Row.of("time of a turn," + percentile, "ms", rounds.samples(name + percentile))
                    .beside(HTTP, rounds.samples(named(HTTP, clients) + percentile));
        }

        private static String named(String what, int clients) {
            return "%d %s, %s".formatted(clients, clients == 1 ? "client" : "clients", what);
        }
    }
}
