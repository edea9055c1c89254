package parley.bench;

import java.time.Duration;
import parley.bench.load.LoadPlan;
import parley.bench.load.LoadReport;
import parley.bench.load.Requests;

/// What was seen of many streams.
///
/// @param ended the share that came to its proper end, in percent
/// @param text the share of the text that arrived, in percent
/// @param events the share of the events that arrived, in percent; less than the text where several
///   tokens came as one event
/// @param bytesForEach the memory for each stream that was open when most were
/// @param cores how many processors were busy on average
record StreamMeasurement(
        LoadReport report,
        double ended,
        double text,
        double events,
        double bytesForEach,
        double cores) {
    private static final double PERCENT = 100;
    private static final double NANOS_PER_SECOND = 1e9;

    /// Opens the streams and reads them to their ends.
    ///
    /// @param what how it is called if something fails
    static StreamMeasurement of(
            String what, Workbench bench, StreamTarget target, StreamLevel level, Findings findings)
            throws InterruptedException {
        long wholeText = lone(bench, target, level.tokens());
        bench.load(plan(target, level.small()));
        long resident = target.figures().residentBytes().orElse(0);
        Duration cpu = target.figures().cpuTime();
        long begun = System.nanoTime();
        try (ResidentPeak peak = new ResidentPeak(target.figures())) {
            LoadReport report = findings.checked(what, bench.load(plan(target, level)));
            double seconds = (System.nanoTime() - begun) / NANOS_PER_SECOND;
            Duration spent = target.figures().cpuTime().minus(cpu);
            long expectedEvents = level.tokens() + (long) target.extraEvents();
            return new StreamMeasurement(
                    report,
                    share(report.answered(), level.streams()),
                    share(report.streams().dataBytes(), wholeText * level.streams()),
                    share(report.streams().events(), expectedEvents * level.streams()),
                    Math.max(0, peak.mostBytes() - resident)
                            / Math.max(1.0, report.streams().mostOpen()),
                    spent.toNanos() / NANOS_PER_SECOND / seconds);
        }
    }

    /// How much text one whole stream has, in bytes.
    private static long lone(Workbench bench, StreamTarget target, int tokens)
            throws InterruptedException {
        byte[] request = target.request().bytes(tokens, 0);
        LoadPlan plan = LoadPlan.times(1, target.address(), 1, Requests.always(request));
        return bench.load(plan).streams().dataBytes();
    }

    private static LoadPlan plan(StreamTarget target, StreamLevel level) {
        byte[] request = target.request().bytes(level.tokens(), level.pace().toMillis());
        return LoadPlan.times(
                        level.streams(),
                        target.address(),
                        level.streams(),
                        Requests.always(request))
                .paced(level.pace(), level.patience());
    }

    private static double share(long part, long whole) {
        return whole == 0 ? 0 : PERCENT * part / whole;
    }
}
