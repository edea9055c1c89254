package parley.bench;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import parley.analysis.FileQuestions;
import parley.analysis.chart.ChartStyle;
import parley.analysis.chart.Charts;

/// How long it takes from a file of a million rows to an answer and to a chart. Beside it, in the
/// same run, what it takes to do nothing with the file but split its lines at the commas.
final class DataBenchmark implements Benchmark {
    private static final int DAYS = 1000;
    private static final String QUESTION = "total sales by region";
    private static final String CHART = "control chart of sales by week";

    private static final String SPLIT = "the lines split at their commas";
    private static final String TABLE = "file to table: encoding, layout, types, rows";
    private static final String ROWS = "question to rows: " + QUESTION;
    private static final String LIMITS = "question to limits: " + CHART;
    private static final String PICTURE = "limits to picture, 3600 × 2400";
    private static final String ALL = "file to picture, all of it";

    @Override
    public String name() {
        return "data";
    }

    @Override
    public String question() {
        return "How long it takes from a file of a million rows to an answer and a chart";
    }

    @Override
    public Findings run(Workbench bench) throws InterruptedException {
        Findings findings = new Findings();
        Rounds rounds = new Rounds();
        try {
            Path file = Files.createTempFile("parley-bench-", ".csv");
            try {
                write(file, bench.scale().pick(100_000, 1_000_000));
                for (int round = 0; round < bench.scale().pick(2, 5); round++) {
                    bench.progress("file to chart, round " + (round + 1));
                    split(file, rounds);
                    chart(file, rounds);
                }
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        findings.add(
                Row.of(TABLE, "ms", rounds.samples(TABLE)).beside(SPLIT, rounds.samples(SPLIT)));
        for (String part : List.of(ROWS, LIMITS, PICTURE, ALL)) {
            findings.add(Row.of(part, "ms", rounds.samples(part)));
        }
        return findings;
    }

    /// The same rows each time.
    private static void write(Path file, int rows) throws IOException {
        Random random = new Random(1);
        String[] regions = {"North", "East", "South", "West"};
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("date,sales,region,units,customer\n");
            for (int row = 0; row < rows; row++) {
                LocalDate day = LocalDate.of(2022, 1, 1).plusDays((long) row * DAYS / rows);
                out.write(
                        "%s,%d.%02d,%s,%d,C%05d\n"
                                .formatted(
                                        day,
                                        50 + random.nextInt(100),
                                        random.nextInt(100),
                                        regions[random.nextInt(4)],
                                        1 + random.nextInt(9),
                                        random.nextInt(20_000)));
            }
        }
    }

    private static void split(Path file, Rounds rounds) throws IOException {
        long begun = System.nanoTime();
        long cells = 0;
        try (BufferedReader in = Files.newBufferedReader(file)) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                cells += line.split(",", -1).length;
            }
        }
        if (cells == 0) {
            throw new IllegalStateException("there were no cells");
        }
        rounds.add(SPLIT, millis(begun));
    }

    private static void chart(Path file, Rounds rounds) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        try (FileQuestions questions =
                FileQuestions.open(file, "bench.csv", InstantSource.system())) {
            rounds.add(TABLE, millis(begun));
            questions.suggestions();
            answer(questions, QUESTION, ROWS, rounds);
            FileQuestions.Answer weeks = answer(questions, CHART, LIMITS, rounds);
            FileQuestions.Drawing drawing = weeks.chart().orElseThrow();
            long drawn = System.nanoTime();
            Charts.main(drawing.chart(), drawing.text(), ChartStyle.DEFAULT);
            rounds.add(PICTURE, millis(drawn));
        }
        rounds.add(ALL, millis(begun));
    }

    private static FileQuestions.Answer answer(
            FileQuestions questions, String question, String name, Rounds rounds)
            throws InterruptedException {
        long begun = System.nanoTime();
        FileQuestions.Answer answer = questions.ask(question).orElseThrow();
        rounds.add(name, millis(begun));
        return answer;
    }

    private static double millis(long begun) {
        return (System.nanoTime() - begun) / 1e6;
    }
}
