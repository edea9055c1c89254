package parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class XmrCommandTest {
    private static final int[] SOFTWARE = {
        5045, 4350, 4350, 3975, 4290, 4430, 4485, 4285, 3980, 3925, 3645, 3760, 3300, 3685, 3463,
        5200
    };

    @TempDir Path folder;
    private CommandRun command;

    @BeforeEach
    void start() {
        command = new CommandRun(new TestApplication(), folder);
    }

    @Test
    void theStatisticsAndSignalsOfAFileArePrinted() throws IOException {
        CommandRun.Result result =
                command.run("xmr", file(daily(SOFTWARE)), "--x", "date", "--y", "sales");

        assertThat(result.code()).isZero();
        assertThat(result.err()).isEmpty();
        assertThat(result.out())
                .contains("sales is not stable: 1 of 16 values is a signal by the wheeler rules")
                .containsPattern(
                        "2024-01-01 +2024-01-16 +16 +4135.5 +3188.7 +5082.3 +355.9 +1163.2")
                .containsPattern("16 +2024-01-16 +5200 +outside-limits, range");
    }

    @Test
    void withoutNamesTheColumnsAreGuessedAndSaid() {
        CommandRun.Result result = command.reading(daily(SOFTWARE)).run("xmr", "-");

        assertThat(result.code()).isZero();
        assertThat(result.err()).contains("Charted: sales over date");
        assertThat(result.out()).contains("4135.5");
    }

    @Test
    void jsonHoldsTheSame() {
        JsonNode report = json(daily(SOFTWARE), "--constants", "nist");

        assertThat(report.path("processStable").asBoolean()).isFalse();
        assertThat(report.path("constants").asString()).isEqualTo("nist");
        assertThat(report.at("/signals/0/index").asInt()).isEqualTo(15);
        assertThat(report.at("/phases/0/upper").asDouble())
                .isEqualTo(4135.5 + 3 / 1.128 * 355.93333333333334);
        assertThat(report.path("findings").isEmpty()).isFalse();
        assertThat(report.path("capability").asString()).contains("specification limits");
    }

    @Test
    void optionsReachTheChart() {
        JsonNode report =
                json(
                        daily(SOFTWARE),
                        "--rules=nhs",
                        "--centre=median",
                        "--dispersion=median",
                        "--lock=4",
                        "--split=2024-01-09",
                        "--split=13",
                        "--lsl=3000",
                        "--usl=6000");

        assertThat(report.path("profile").asString()).isEqualTo("nhs");
        assertThat(report.path("centre").asString()).isEqualTo("median");
        assertThat(report.path("dispersion").asString()).isEqualTo("median-range");
        assertThat(report.path("phases").valueStream().map(each -> each.path("from").asInt()))
                .containsExactly(0, 8, 12);
        assertThat(report.at("/phases/0/basis").asInt()).isEqualTo(4);
        assertThat(report.path("capability").asString()).startsWith("Cp ");
    }

    @Test
    void valuesArePutTogetherByWeekWithoutTheUnfinishedLast() {
        int[] days = new int[30];
        for (int i = 0; i < days.length; i++) {
            days[i] = 1 + i / 7;
        }

        JsonNode sums = json(daily(days), "--by", "week", "--aggregate", "sum");

        assertThat(sums.path("points").asInt()).isEqualTo(4);
        assertThat(sums.at("/phases/0/centre").asDouble()).isEqualTo(7 * 2.5);
        assertThat(sums.path("y").asString()).isEqualTo("sum of sales");
        assertThat(sums.path("notes").toString()).contains("from 2024-01-29, is not over");
    }

    @Test
    void aWeekThatHasTheDaysOfTheOneBeforeIsWhole() {
        StringBuilder file = new StringBuilder("date,defects\n");
        for (int week = 0; week < 16; week++) {
            if (week != 4 && week != 5) {
                LocalDate monday = LocalDate.of(2024, 1, 1).plusWeeks(week);
                file.append("%s,%d\n%s,3\n".formatted(monday, week % 3, monday.plusDays(1)));
            }
        }

        JsonNode sums = json(file.toString(), "--by", "week", "--aggregate", "sum");

        assertThat(sums.path("points").asInt()).isEqualTo(14);
        assertThat(sums.path("missing").asInt()).isEqualTo(2);
        assertThat(sums.path("validRanges").asInt()).isEqualTo(12);
        assertThat(sums.path("notes").toString()).doesNotContain("left out");
    }

    @Test
    void aFirstWeekThatIsOnlyPartlyThereIsLeftOut() {
        StringBuilder file = new StringBuilder("date,sales\n");
        for (int day = 4; day <= 28; day++) {
            file.append("2024-01-%02d,10\n".formatted(day));
        }

        JsonNode sums = json(file.toString(), "--by", "week", "--aggregate", "sum");

        assertThat(sums.path("points").asInt()).isEqualTo(3);
        assertThat(sums.path("notes").toString()).contains("from 2024-01-01, is only partly");
    }

    @Test
    void filesOfOtherLandsAreRead() throws IOException {
        Path german = folder.resolve("umsatz.csv");
        Files.write(
                german,
                "Tag;Umsatz (€)\r\n15.01.2024;\"1.200,50\"\r\n16.01.2024;1.100,25\r\n14.01.2024;\r\n"
                        .getBytes(Charset.forName("windows-1252")));

        CommandRun.Result result = command.run("xmr", german.toString(), "--json");

        JsonNode report = JsonMapper.shared().readTree(result.out());
        assertThat(report.path("y").asString()).isEqualTo("Umsatz (€)");
        assertThat(report.at("/phases/0/centre").asDouble()).isEqualTo(1150.375);
        assertThat(report.path("missing").asInt()).isEqualTo(1);
        assertThat(report.path("moved").asInt()).isEqualTo(1);
    }

    @Test
    void picturesAreDrawnInTheFormatOfTheirName() throws IOException {
        Path chart = folder.resolve("chart.svg");
        Path summary = folder.resolve("summary.png");

        CommandRun.Result result =
                command.run(
                        "xmr",
                        file(daily(SOFTWARE)),
                        "-o",
                        chart.toString(),
                        "--summary",
                        summary.toString());

        assertThat(result.code()).as(result.err()).isZero();
        assertThat(Files.readString(chart)).contains("<svg").contains("sales");
        assertThat(Files.readAllBytes(summary)).startsWith(0x89, 'P', 'N', 'G');
        assertThat(result.err()).contains("Wrote " + chart);
    }

    @Test
    void whatCannotBeDoneIsSaidInASentence() throws IOException {
        String file = file(daily(SOFTWARE));

        assertFails("There is no column cost; there are: date, sales", file, "--y", "cost");
        assertFails("--rules cannot be mine; it can be wheeler", file, "--rules", "mine");
        assertFails("locked on points 1 to 99", file, "--lock", "99");
        assertFails("No point is at 2030-01-01 or after it", file, "--split", "2030-01-01");
        assertFails("not at soon", file, "--split", "soon");
        assertFails("chart.gif is none of these", file, "-o", "chart.gif");
        assertFails("cannot be read", folder.resolve("none.csv").toString());
        assertFails("no rows below a header", file("date,sales\n"));
        assertFails("No column has numbers", file("a,b\nx,y\n"));
    }

    private void assertFails(String sentence, String... words) {
        List<String> all = new ArrayList<>(List.of("xmr"));
        all.addAll(List.of(words));
        CommandRun.Result result = command.run(all.toArray(String[]::new));
        assertThat(result.err()).contains(sentence);
        assertThat(result.code()).isEqualTo(1);
    }

    private JsonNode json(String csv, String... options) {
        List<String> words = new ArrayList<>(List.of("xmr", "-", "--json"));
        words.addAll(List.of(options));
        CommandRun.Result result = command.reading(csv).run(words.toArray(String[]::new));
        assertThat(result.code()).as(result.err()).isZero();
        return JsonMapper.shared().readTree(result.out());
    }

    private String file(String csv) throws IOException {
        Path file = Files.createTempFile(folder, "data", ".csv");
        Files.writeString(file, csv);
        return file.toString();
    }

    /// From the first of January 2024 on, which is a Monday.
    private static String daily(int[] values) {
        var csv = new StringBuilder("date,sales\n");
        for (int i = 0; i < values.length; i++) {
            csv.append(LocalDate.of(2024, 1, 1).plusDays(i))
                    .append(',')
                    .append(values[i])
                    .append('\n');
        }
        return csv.toString();
    }
}
