package parley.limit.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import parley.storage.TestPostgres;
import parley.testing.TestServer;

/// Two servers over one PostgreSQL and one Redis, as their clients meet them.
class SharedOverHttpTest {
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void aRedisThatIsKilledWhileRequestsRunFailsNone() throws Exception {
        String database = TestPostgres.emptyDatabase().url();
        try (TestRedis redis = TestRedis.start();
                TestServer first = server(database, redis, 60);
                TestServer second = server(database, redis, 60)) {
            String ada = first.newToken("ada");
            Queue<Integer> statuses = new ConcurrentLinkedQueue<>();
            AtomicBoolean enough = new AtomicBoolean();
            CountDownLatch some = new CountDownLatch(20);
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int i = 0; i < 4; i++) {
                    TestServer server = i % 2 == 0 ? first : second;
                    threads.execute(() -> {
                        while (!enough.get()) {
                            statuses.add(ask(server, ada));
                            some.countDown();
                        }
                    });
                }
                some.await();
                redis.kill();
                // Each server goes on to its own quota, and not beyond it.
                awaitStatus(first, ada, 429);
                awaitStatus(second, ada, 429);
                enough.set(true);
            }
            assertThat(statuses).containsOnly(200, 429);
            assertThat(statuses.stream().filter(status -> status == 200).count())
                    .isBetween(20L, 120L);
            assertThat(get(first, "/ready")).contains("degraded", "\"limits\":\"The shared");
            assertThat(get(first, "/metrics"))
                    .contains("parley_limits_shared 0", "parley_limits_outages_total 1");

            redis.restart();
            awaitReady(first);
            awaitReady(second);
            assertThat(get(first, "/metrics")).contains("parley_limits_shared 1");
            assertThat(ask(first, ada)).isEqualTo(429);
            assertThat(ask(second, ada)).isEqualTo(429);
        }
    }

    @Test
    void aRedisThatHangsFailsNone() throws Exception {
        String database = TestPostgres.emptyDatabase().url();
        try (TestRedis redis = TestRedis.start();
                TestServer first = server(database, redis, 4);
                TestServer second = server(database, redis, 4)) {
            String ada = first.newToken("ada");
            assertThat(ask(first, ada)).isEqualTo(200);
            redis.freeze();
            assertThat(ask(first, ada)).isEqualTo(200);
            assertThat(get(first, "/ready")).contains("degraded");
            redis.thaw();
            awaitReady(first);
            awaitReady(second);
            assertThat(ask(second, ada)).isEqualTo(200);
            assertThat(ask(first, ada)).isEqualTo(200);
            assertThat(ask(second, ada)).isEqualTo(429);
            assertThat(ask(first, ada)).isEqualTo(429);
        }
    }

    @Test
    void aStartWithoutRedisIsDegradedAndServes() throws Exception {
        try (TestRedis redis = TestRedis.absent();
                TestServer server = server(TestPostgres.emptyDatabase().url(), redis, 1)) {
            String ada = server.newToken("ada");
            assertThat(ask(server, ada)).isEqualTo(200);
            assertThat(ask(server, ada)).isEqualTo(429);
            assertThat(get(server, "/ready")).contains("degraded");
        }
    }

    private static TestServer server(String database, TestRedis redis, int requests) {
        return TestServer.start(
                "database.url=" + database,
                "limits.redis.url=" + redis.url(),
                "tier.default=free",
                "tier.free.requests.per.minute=0",
                "tier.free.tokens.per.minute=0",
                "tier.free.tokens.per.day=0",
                "tier.free.concurrent.turns=8",
                "tier.free.requests.per.day=" + requests);
    }

    private int ask(TestServer server, String token) {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(server.url() + "/v1/chat/completions"))
                        .timeout(LONGEST)
                        .header("Content-Type", "application/json")
                        .header("Authorization", "Bearer " + token)
                        .POST(
                                HttpRequest.BodyPublishers.ofString(
                                        "{\"messages\":[{\"role\":\"user\",\"content\":\"Hello\"}]}"))
                        .build();
        return send(request).statusCode();
    }

    private String get(TestServer server, String path) {
        return send(HttpRequest.newBuilder(URI.create(server.url() + path))
                        .timeout(LONGEST)
                        .build())
                .body();
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError("No answer", e);
        }
    }

    private void awaitStatus(TestServer server, String token, int status) {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (ask(server, token) != status) {
            assertThat(System.nanoTime()).isLessThan(end);
        }
    }

    private void awaitReady(TestServer server) {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (!get(server, "/ready").contains("\"limits\":\"ok\"")) {
            assertThat(System.nanoTime()).isLessThan(end);
        }
    }
}
