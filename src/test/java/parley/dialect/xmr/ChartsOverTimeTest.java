package parley.dialect.xmr;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import parley.dialect.WireClient;
import parley.testing.TestServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Charts by week and month of data that begins late, ends early, or has holes.
final class ChartsOverTimeTest {
    private static final LocalDate MONDAY = LocalDate.of(2024, 1, 1);

    private static TestServer server;
    private static WireClient client;

    @BeforeAll
    static void start() {
        server = TestServer.start("chart.dpi=40");
        client = new WireClient(server.url(), Optional.of(server.ownerToken()));
    }

    @AfterAll
    static void stop() {
        client.close();
        server.close();
    }

    /// A row for each day from a Monday on: its date, its team and 10 more or less.
    private static long conversation(int days, Predicate<LocalDate> there)
            throws InterruptedException {
        StringBuilder file = new StringBuilder("date,team,defects\n");
        for (int i = 0; i < days; i++) {
            LocalDate day = MONDAY.plusDays(i);
            if (there.test(day)) {
                String team = i % 2 == 0 && i < 60 ? "Red" : "Blue";
                file.append("%s,%s,%d\n".formatted(day, team, 9 + i * 7 % 3));
            }
        }
        return client.upload(
                        "/api/csv-upload",
                        "defects.csv",
                        file.toString().getBytes(StandardCharsets.UTF_8))
                .json()
                .path("conversation_id")
                .asLong();
    }

    /// Mondays and Tuesdays of sixteen weeks, without the fifth and the sixth.
    private static long holed() throws InterruptedException {
        return conversation(
                16 * 7,
                day -> {
                    boolean hole =
                            !day.isBefore(MONDAY.plusWeeks(4)) && day.isBefore(MONDAY.plusWeeks(6));
                    return day.getDayOfWeek().getValue() <= 2 && !hole;
                });
    }

    private static JsonNode ask(long conversation, String question) throws InterruptedException {
        String body =
                JsonMapper.shared()
                        .createObjectNode()
                        .put("conversationId", conversation)
                        .put("role", "user")
                        .put("content", question)
                        .toString();
        return client.post("/api/chat?verify=true", body).json();
    }

    private static JsonNode analysis(JsonNode answer) {
        return answer.path("chartData").path("analysis");
    }

    @Test
    void anUnfinishedWeekIsLeftOutAndSaidSo() throws InterruptedException {
        JsonNode answer = ask(conversation(31, _ -> true), "control chart of defects by week");

        assertThat(answer.path("chartData").path("data").size()).isEqualTo(4);
        assertThat(analysis(answer).path("excluded").asString()).isEqualTo("2024-01-29");
        assertThat(answer.path("content").asString()).contains("2024-01-29 is not over");
    }

    @Test
    void aFirstWeekThatIsOnlyPartlyInTheDataIsLeftOutAndProved() throws InterruptedException {
        long conversation = conversation(63, day -> day.isAfter(LocalDate.of(2024, 1, 3)));

        JsonNode answer = ask(conversation, "control chart of defects by week");

        assertThat(answer.path("chartData").path("data").size()).isEqualTo(8);
        assertThat(analysis(answer).path("excluded").asString()).isEqualTo("2024-01-01");
        assertThat(answer.path("content").asString())
                .contains("The week from 2024-01-01 is only partly in the data");
        assertThat(analysis(answer).path("verified").path("agrees").asBoolean())
                .as(analysis(answer).path("verified").toString())
                .isTrue();
    }

    @Test
    void anUnfinishedMonthIsNoAlarmWhereNoChartWasAskedFor() throws InterruptedException {
        JsonNode answer = ask(conversation(186, _ -> true), "total defects by month");

        assertThat(answer.path("sqlResults").size()).isEqualTo(7);
        assertThat(answer.path("chartData").path("data").size()).isEqualTo(6);
        assertThat(analysis(answer).path("excluded").asString()).isEqualTo("2024-07-01");
        assertThat(answer.path("content").asString())
                .contains(
                        "The month from 2024-07-01 is not over yet and was left out of the chart.");
        assertThat(answer.at("/chartData/insights/outOfControlPoints")).isEmpty();
    }

    @Test
    void aWeekWithoutRowsHasNoSumAndBreaksTheRange() throws InterruptedException {
        JsonNode answer = ask(holed(), "control chart of total defects by week");

        assertThat(answer.path("chartData").path("data").size()).isEqualTo(14);
        assertThat(answer.at("/chartData/data/4/movingRange").isNull()).isTrue();
        assertThat(answer.at("/chartData/statistics/validRanges").asInt()).isEqualTo(12);
        assertThat(analysis(answer).path("missing").asInt()).isEqualTo(2);
        assertThat(analysis(answer).path("gaps").toString())
                .isEqualTo("[{\"before\":4,\"missing\":2}]");
        assertThat(answer.path("content").asString())
                .contains("2 weeks have no rows: their values are missing");
        assertThat(analysis(answer).path("verified").path("agrees").asBoolean())
                .as(analysis(answer).path("verified").toString())
                .isTrue();
    }

    @Test
    void aWeekWithoutRowsHasANumberOfRows() throws InterruptedException {
        JsonNode answer = ask(holed(), "control chart of number of rows by week");

        assertThat(answer.path("chartData").path("data").size()).isEqualTo(16);
        assertThat(answer.at("/chartData/data/4/x").asString()).isEqualTo("2024-01-29");
        assertThat(answer.at("/chartData/data/4/y").asInt()).isZero();
        assertThat(analysis(answer).path("missing").asInt()).isZero();
        assertThat(answer.path("content").asString())
                .contains("2 weeks have no rows and are charted as 0.");
        assertThat(analysis(answer).path("verified").path("agrees").asBoolean())
                .as(analysis(answer).path("verified").toString())
                .isTrue();
    }

    @Test
    void whatIsCountedNoLongerGoesOnAsNought() throws InterruptedException {
        JsonNode answer =
                ask(conversation(140, _ -> true), "control chart of number of Red rows by week");

        assertThat(answer.path("chartData").path("data").size()).isEqualTo(20);
        assertThat(answer.at("/chartData/data/19/y").asInt()).isZero();
    }

    @Test
    void aWeekThatTheQuestionCutsThroughIsLeftOut() throws InterruptedException {
        JsonNode answer =
                ask(
                        conversation(140, _ -> true),
                        "control chart of total defects by week since 2024-02-01");

        assertThat(analysis(answer).path("excluded").asString()).isEqualTo("2024-01-29");
        assertThat(answer.path("content").asString())
                .contains("The week from 2024-01-29 is only partly asked for and was left out.");
        assertThat(answer.at("/chartData/data/0/x").asString()).isEqualTo("2024-02-05");
    }

    @Test
    void theBestWeeksAreNoSeries() throws InterruptedException {
        JsonNode answer = ask(conversation(140, _ -> true), "top 5 weeks by total defects");

        assertThat(answer.path("sqlResults").size()).isEqualTo(5);
        assertThat(answer.at("/chartData/type").asString()).isNotEqualTo("xmr");
    }

    @Test
    void aChartWithHolesIsDrawnAgainAsItWas() throws Exception {
        JsonNode answer = ask(holed(), "control chart of total defects by week");
        String filename = answer.at("/chartData/images/main_chart/filename").asString();
        byte[] before = client.bytes("/api/charts/" + filename);
        Files.delete(server.home().resolve("charts").resolve(filename));

        assertThat(client.bytes("/api/charts/" + filename)).isEqualTo(before);
    }
}
