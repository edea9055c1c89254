package parley.bench;

import java.time.Duration;
import parley.bench.load.LoadPlan;
import parley.bench.load.Requests;
import parley.bench.target.BareProcess;
import parley.bench.target.ProcessFigures;
import parley.bench.target.ServerHome;
import parley.bench.target.ServerOptions;
import parley.bench.target.ServerProcess;

/// How much memory the server holds, from its first answer through work and back to rest.
final class MemoryBenchmark implements Benchmark {
    private static final String BARE = "bare Java program";
    private static final int CLIENTS = 16;
    private static final int TOKENS = 40;
    private static final Duration PACE = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Aim IDLE_AIM = Aim.atMost(143);
    private static final double BYTES_PER_MEGABYTE = 1e6;

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public String question() {
        return "Memory in RAM that the server holds";
    }

    @Override
    public Findings run(Workbench bench) throws InterruptedException {
        Findings findings = new Findings();
        ServerOptions options = ServerOptions.DEFAULT.with("builtin.faults", "true");
        try (BareProcess bare = bench.bare();
                ServerHome home = bench.home();
                ServerProcess server = bench.start(home, options).awaitReady()) {
            bench.call(server.address(), Calls.turn());
            settle(bench);
            Samples bareMegabytes = Samples.of(megabytes(bare.figures()));
            findings.add(
                    row("at rest, after the first answer", server)
                            .beside(BARE, bareMegabytes)
                            .aiming(IDLE_AIM));
            turns(bench, server, findings);
            streams(bench, server, findings);
        }
        return findings;
    }

    private static void turns(Workbench bench, ServerProcess server, Findings findings)
            throws InterruptedException {
        long turns = bench.scale().pick(2_000L, 10_000L);
        bench.progress("%,d turns".formatted(turns));
        LoadPlan plan =
                LoadPlan.times(turns, server.address(), CLIENTS, Requests.always(Calls.turn()));
        findings.checked("turns", bench.load(plan));
        settle(bench);
        findings.add(row("at rest, after %,d turns".formatted(turns), server));
    }

    private static void streams(Workbench bench, ServerProcess server, Findings findings)
            throws InterruptedException {
        int streams = bench.scale().pick(500, 2_000);
        bench.progress("%,d streams".formatted(streams));
        String question = Calls.tokensAtPace(TOKENS, PACE.toMillis());
        byte[] request = Calls.chat(server.ownerToken(), Calls.BUILT_IN, true, question);
        LoadPlan plan =
                LoadPlan.times(streams, server.address(), streams, Requests.always(request))
                        .paced(PACE, PATIENCE);
        String what = "with %,d open streams".formatted(streams);
        try (ResidentPeak peak = new ResidentPeak(server.figures())) {
            findings.checked(what, bench.load(plan));
            findings.add(Row.of(what, "MB", peak.mostBytes() / BYTES_PER_MEGABYTE));
        }
        settle(bench);
        findings.add(row("at rest, after the streams ended", server));
    }

    /// Lets the server give back what it does not need, if it ever will.
    private static void settle(Workbench bench) throws InterruptedException {
        Thread.sleep(bench.scale().pick(Duration.ofSeconds(1), Duration.ofSeconds(5)));
    }

    private static Row row(String what, ServerProcess server) {
        return Row.of(what, "MB", megabytes(server.figures()));
    }

    private static double megabytes(ProcessFigures figures) {
        return figures.residentBytes().orElse(0) / BYTES_PER_MEGABYTE;
    }
}
