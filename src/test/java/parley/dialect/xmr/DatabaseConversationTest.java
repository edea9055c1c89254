package parley.dialect.xmr;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parley.dialect.WireAnswer;
import parley.dialect.WireClient;
import parley.testing.TestServer;
import tools.jackson.databind.JsonNode;

/// A database with several tables is registered and asked.
final class DatabaseConversationTest {
    private final TestServer server = TestServer.start("chart.dpi=40");
    private final WireClient client =
            new WireClient(server.url(), Optional.of(server.ownerToken()));
    private long conversation;

    @BeforeEach
    void register() throws IOException, SQLException, InterruptedException {
        Path folder = Files.createDirectories(server.home().resolve("data-sources"));
        try (Connection connection =
                        DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("shop.db"));
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE customers (name TEXT, city TEXT)");
            statement.execute("CREATE TABLE orders (placed TEXT, amount REAL)");
            statement.execute("INSERT INTO customers VALUES ('Ann', 'Rome'), ('Bob', 'Bonn')");
            statement.execute("INSERT INTO orders VALUES ('2025-01-01', 5.5), ('2025-01-02', 6)");
        }
        WireAnswer made =
                client.post(
                        "/api/data-sources",
                        """
                        {"name": "Shop", "type": "sqlite", "connectionString": "sqlite:///shop.db"}\
                        """);
        assertThat(made.status()).as(made.text()).isEqualTo(200);
        conversation =
                client.post(
                                "/api/conversations",
                                "{\"dataSourceId\": %d}".formatted(made.json().path("id").asLong()))
                        .json()
                        .path("id")
                        .asLong();
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    private JsonNode ask(String question) throws InterruptedException {
        WireAnswer answer =
                client.post(
                        "/api/chat",
                        "{\"conversationId\":%d,\"role\":\"user\",\"content\":\"%s\"}"
                                .formatted(conversation, question));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    @Test
    void theTableThatAQuestionNamesIsAsked() throws InterruptedException {
        assertThat(ask("how many customers").path("content").asString())
                .contains("2")
                .contains("In the table “customers”");
        assertThat(ask("total amount").path("sqlResults").toString()).contains("11.5");
    }

    @Test
    void whereSeveralTablesFitTheyAreOffered() throws InterruptedException {
        JsonNode offered = ask("how many rows");
        JsonNode chosen = ask("2");

        assertThat(offered.path("sqlQuery").isNull()).isTrue();
        assertThat(offered.path("content").asString())
                .contains("1. ")
                .contains("“customers”")
                .contains("2. ")
                .contains("“orders”");
        assertThat(chosen.path("sqlQuery").asString()).contains("\"orders\"");
    }

    @Test
    void aSourceIsDescribedAndItsPasswordIsNeverShownAgain() throws InterruptedException {
        JsonNode described = client.get("/api/data-sources/1").json();
        assertThat(described.path("tables").path(0).path("name").asString()).isEqualTo("customers");
        assertThat(described.path("suggestions").size()).isPositive();
        String secret = "postgresql://reader:very-secret@127.0.0.1:1/shop";
        WireAnswer made =
                client.post(
                        "/api/data-sources",
                        "{\"name\":\"P\",\"type\":\"postgresql\",\"connectionString\":\"%s\"}"
                                .formatted(secret));
        assertThat(made.json().path("connectionString").asString()).isEqualTo(secret);
        assertThat(made.json().path("reachable").asBoolean()).isFalse();
        assertThat(made.json().path("reason").asString()).isNotBlank();

        String listed = client.get("/api/data-sources").text();

        assertThat(listed).contains("reader:***@").doesNotContain("very-secret");
    }

    @Test
    void theServersOwnDatabaseIsNoSource() throws IOException, InterruptedException {
        Files.createSymbolicLink(
                server.home().resolve("data-sources/own.db"), server.home().resolve("parley.db"));

        WireAnswer own =
                client.post(
                        "/api/data-sources",
                        "{\"name\":\"O\",\"type\":\"sqlite\",\"connectionString\":\"sqlite:///own.db\"}");

        assertThat(own.status()).as(own.text()).isEqualTo(400);
    }
}
