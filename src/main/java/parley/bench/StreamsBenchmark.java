package parley.bench;

import java.util.List;
import parley.bench.load.Latencies;
import parley.bench.target.ServerHome;
import parley.bench.target.ServerOptions;
import parley.bench.target.ServerProcess;
import parley.bench.target.UpstreamProcess;

/// How many streams the server holds at once, and whether they keep their pace.
final class StreamsBenchmark implements Benchmark {
    private static final String BARE = "bare server";
    private static final double BYTES_PER_KILOBYTE = 1e3;
    private static final Aim ALL_OF_IT = Aim.atLeast(100);
    private static final Aim NONE = Aim.atMost(0);
    private static final Aim MEMORY_AIM = Aim.atMost(50);

    // As many tokens a second as two cores carry, whatever the number of streams.
    private static final List<StreamLevel> FULL =
            List.of(
                    new StreamLevel(500, 20, 300),
                    new StreamLevel(2_000, 5, 75),
                    new StreamLevel(8_000, 1, 25));
    private static final List<StreamLevel> QUICK =
            List.of(new StreamLevel(200, 20, 100), new StreamLevel(1_000, 5, 25));

    @Override
    public String name() {
        return "streams";
    }

    @Override
    public String question() {
        return "Streams held at the same time, each at a steady pace";
    }

    @Override
    public Findings run(Workbench bench) throws InterruptedException {
        Findings findings = new Findings();
        for (StreamLevel level : bench.scale().pick(QUICK, FULL)) {
            bench.progress(level.toString());
            rows(level, server(bench, level, findings), bare(bench, level, findings), findings);
        }
        return findings;
    }

    private static StreamMeasurement bare(Workbench bench, StreamLevel level, Findings findings)
            throws InterruptedException {
        try (UpstreamProcess upstream = bench.upstream()) {
            return StreamMeasurement.of(
                    level + ", " + BARE, bench, StreamTarget.of(upstream), level, findings);
        }
    }

    private static StreamMeasurement server(Workbench bench, StreamLevel level, Findings findings)
            throws InterruptedException {
        ServerOptions options = ServerOptions.DEFAULT.with("builtin.faults", "true");
        try (ServerHome home = bench.home();
                ServerProcess server = bench.start(home, options).awaitReady()) {
            return StreamMeasurement.of(
                    level.toString(), bench, StreamTarget.of(server), level, findings);
        }
    }

    private static void rows(
            StreamLevel level,
            StreamMeasurement server,
            StreamMeasurement bare,
            Findings findings) {
        findings.group(level.toString());
        findings.add(row("ended properly", "%", server.ended(), bare.ended()).aiming(ALL_OF_IT));
        findings.add(row("text that arrived", "%", server.text(), bare.text()).aiming(ALL_OF_IT));
        findings.add(row("events that arrived", "%", server.events(), bare.events()));
        findings.add(
                row(
                        "open at once, at most",
                        "streams",
                        server.report().streams().mostOpen(),
                        bare.report().streams().mostOpen()));
        slip(server.report().streams().slip(), bare.report().streams().slip(), findings);
        findings.add(
                row(
                                "waits of ten paces and more",
                                "events",
                                (double) server.report().streams().muchTooLate(),
                                (double) bare.report().streams().muchTooLate())
                        .aiming(NONE));
        findings.add(
                row(
                                "memory for each stream",
                                "kB",
                                server.bytesForEach() / BYTES_PER_KILOBYTE,
                                bare.bytesForEach() / BYTES_PER_KILOBYTE)
                        .aiming(MEMORY_AIM));
        findings.add(row("processors busy", "cores", server.cores(), bare.cores()));
    }

    private static void slip(Latencies server, Latencies bare, Findings findings) {
        for (int percent : List.of(50, 99, 100)) {
            String which = percent == 100 ? "most" : "p" + percent;
            findings.add(
                    row(
                            "later than the pace, " + which,
                            "ms",
                            server.millis(percent),
                            bare.millis(percent)));
        }
    }

    private static Row row(String what, String unit, double server, double bare) {
        return Row.of(what, unit, server).beside(BARE, Samples.of(bare));
    }
}
