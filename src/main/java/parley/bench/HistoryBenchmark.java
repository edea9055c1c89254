package parley.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Whether reading a page and adding a message take as long with much history as with little.
final class HistoryBenchmark implements Benchmark {
    private static final int LITTLE = 1_000;
    private static final String PAGE = "a page of 10 sessions";
    private static final String APPEND = "one more message";
    private static final String LONG = "one more message in a long conversation";
    private static final String P99 = " p99";
    private static final List<String> PERCENTILES = List.of(" p50", P99);
    private static final Aim PAGE_AIM = Aim.atMost(10);
    private static final Aim APPEND_AIM = Aim.atMost(5);

    @Override
    public String name() {
        return "history";
    }

    @Override
    public String question() {
        return "A page of the history, and one more message, with little and with much stored";
    }

    @Override
    public Findings run(Workbench bench) throws InterruptedException {
        List<StoredHistory> histories = new ArrayList<>();
        try {
            Measurement measurement = new Measurement(bench);
            for (int messages : amounts(bench.scale())) {
                bench.progress("storing %,d messages".formatted(messages));
                StoredHistory history = StoredHistory.open(bench, messages);
                histories.add(history);
                history.fill(measurement.findings);
            }
            return measurement.run(histories);
        } finally {
            histories.forEach(StoredHistory::close);
        }
    }

    private static List<Integer> amounts(Scale scale) {
        return switch (scale) {
            case QUICK -> List.of(LITTLE, 10_000);
            case FULL -> List.of(LITTLE, 100_000);
            case LARGE -> List.of(LITTLE, 100_000, 1_000_000);
        };
    }

    private static final class Measurement {
        private final Workbench bench;
        private final Duration time;
        private final int longConversation;
        private final Rounds rounds = new Rounds();
        private final Findings findings = new Findings();

        Measurement(Workbench bench) {
            this.bench = bench;
            this.time = bench.scale().pick(Duration.ofMillis(700), Duration.ofSeconds(3));
            this.longConversation = bench.scale().pick(2_000, 10_000);
        }

        Findings run(List<StoredHistory> histories) throws InterruptedException {
            for (StoredHistory history : histories) {
                history.readPages(time);
                history.append(time);
            }
            for (int round = 1; round <= Scale.ROUNDS; round++) {
                bench.progress("round %d of %d".formatted(round, Scale.ROUNDS));
                for (StoredHistory history : histories) {
                    String pages = with(PAGE, history);
                    rounds.addMillis(
                            pages, findings.checked(pages, history.readPages(time)).whole());
                    String appends = with(APPEND, history);
                    rounds.addMillis(
                            appends, findings.checked(appends, history.append(time)).whole());
                }
            }
            // Last: from now on the first page holds the long conversation.
            StoredHistory little = histories.getFirst();
            lengthened(little);
            histories.forEach(history -> rows(history, little));
            longRows(little);
            return findings;
        }

        private void lengthened(StoredHistory history) throws InterruptedException {
            bench.progress("a conversation of %,d messages".formatted(longConversation));
            long session = history.lengthen(longConversation);
            for (int round = 1; round <= Scale.ROUNDS; round++) {
                rounds.addMillis(
                        LONG, findings.checked(LONG, history.appendTo(session, time)).whole());
            }
        }

        private void rows(StoredHistory history, StoredHistory little) {
            findings.group("%,d stored messages".formatted(history.messages()));
            for (String percentile : PERCENTILES) {
                findings.add(row(PAGE, history, little, percentile, PAGE_AIM));
            }
            for (String percentile : PERCENTILES) {
                findings.add(row(APPEND, history, little, percentile, APPEND_AIM));
            }
        }

        private Row row(
                String what,
                StoredHistory history,
                StoredHistory little,
                String percentile,
                Aim aim) {
            String name = with(what, history) + percentile;
            Row row = Row.of(what + "," + percentile, "ms", rounds.samples(name));
            Row beside =
                    history == little
                            ? row
                            : row.beside(
                                    "with 1,000 stored",
                                    rounds.samples(with(what, little) + percentile));
            return percentile.equals(P99) ? beside.aiming(aim) : beside;
        }

        private void longRows(StoredHistory history) {
            findings.group("a conversation of %,d messages".formatted(longConversation));
            for (String percentile : PERCENTILES) {
                Row row =
                        Row.of(APPEND + "," + percentile, "ms", rounds.samples(LONG + percentile))
                                .beside(
                                        "in one of 20",
                                        rounds.samples(with(APPEND, history) + percentile));
                findings.add(percentile.equals(P99) ? row.aiming(APPEND_AIM) : row);
            }
        }

        private static String with(String what, StoredHistory history) {
            return "%s, %,d stored".formatted(what, history.messages());
        }
    }
}
