package parley.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import parley.bench.load.LoadPlan;
import parley.bench.load.LoadReport;
import parley.bench.load.Requests;

/// Calls the provider through every door in turn, round after round.
final class RelayRounds {
    static final String WHOLE = "whole";
    static final String STREAMED = "streamed";
    static final String FIRST = "first token";

    /// How many clients there are at a time.
    static final List<Integer> CLIENTS = List.of(1, 32, 256);

    /// How many clients there are where the provider takes its time.
    static final int MANY = 512;

    private static final String SLOW = "slow";

    private final Workbench bench;
    private final Duration time;
    private final Rounds rounds = new Rounds();
    private final Findings findings = new Findings();

    RelayRounds(Workbench bench) {
        this.bench = bench;
        this.time = bench.scale().pick(Duration.ofMillis(600), Duration.ofMillis(1500));
    }

    Findings findings() {
        return findings;
    }

    /// A figure of every round.
    ///
    /// @param figure the kind of call and the percentile: `whole p99`
    Samples samples(RelayDoor door, int clients, String figure) {
        return rounds.samples(name(door, clients, figure));
    }

    /// The calls a second of every round, with a provider that takes 20 ms.
    Samples slow(RelayDoor door) {
        return rounds.samples(name(door, MANY, SLOW));
    }

    void run(RelayDoor direct, List<RelayDoor> doors) throws InterruptedException {
        List<RelayDoor> all = new ArrayList<>(doors);
        all.addFirst(direct);
        bench.progress("warming up");
        for (RelayDoor door : all) {
            bench.warmUp(door.target(), door.whole());
            if (door.streamed().isPresent()) {
                bench.warmUp(door.target(), door.streamed().get());
            }
        }
        for (int round = 1; round <= Scale.ROUNDS; round++) {
            bench.progress("round %d of %d".formatted(round, Scale.ROUNDS));
            for (int clients : CLIENTS) {
                for (RelayDoor door : all) {
                    call(door, clients);
                }
            }
            for (RelayDoor door : all) {
                if (door.slow().isPresent()) {
                    String name = name(door, MANY, SLOW);
                    rounds.add(name, load(name, door, MANY, door.slow().get()).perSecond());
                }
            }
        }
    }

    private void call(RelayDoor door, int clients) throws InterruptedException {
        String whole = name(door, clients, WHOLE);
        rounds.addMicros(whole, load(whole, door, clients, door.whole()).whole());
        if (door.streamed().isEmpty()) {
            return;
        }
        String streamed = name(door, clients, STREAMED);
        LoadReport report = load(streamed, door, clients, door.streamed().get());
        rounds.addMicros(streamed, report.whole());
        rounds.addMicros(name(door, clients, FIRST), report.streams().first());
    }

    private LoadReport load(String name, RelayDoor door, int clients, Requests requests)
            throws InterruptedException {
        return findings.checked(
                name, bench.load(LoadPlan.during(time, door.target(), clients, requests)));
    }

    private static String name(RelayDoor door, int clients, String figure) {
        return "%s, %d clients, %s".formatted(door.name(), clients, figure);
    }
}
