package parley.storage.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;
import parley.error.AppException;

final class PostgresUrlTest {
    @Test
    void everyPartIsFoundAndDecoded() {
        PostgresUrl url =
                PostgresUrl.parse(
                        "postgresql://us%40er:p%3A%2F+%25@db.example.org:6543/my%20db?sslmode=verify-full&sslrootcert=%2Fetc%2Fca.pem");
        assertThat(url)
                .isEqualTo(
                        new PostgresUrl(
                                "db.example.org",
                                6543,
                                "my db",
                                "us@er",
                                Optional.of("p:/+%"),
                                Optional.of("verify-full"),
                                Optional.of("/etc/ca.pem")));
        PGSimpleDataSource source = url.dataSource();
        assertThat(source.getServerNames()).containsExactly("db.example.org");
        assertThat(source.getPortNumbers()).containsExactly(6543);
        assertThat(source.getDatabaseName()).isEqualTo("my db");
        assertThat(source.getUser()).isEqualTo("us@er");
        assertThat(source.getPassword()).isEqualTo("p:/+%");
        assertThat(source.getSslMode()).isEqualTo("verify-full");
        assertThat(source.getSslRootCert()).isEqualTo("/etc/ca.pem");
    }

    @Test
    void whatMayBeMissingHasItsDefault() {
        PostgresUrl url = PostgresUrl.parse("postgres://parley@[::1]/parley");
        assertThat(url)
                .isEqualTo(
                        new PostgresUrl(
                                "[::1]",
                                5432,
                                "parley",
                                "parley",
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()));
    }

    @Test
    void noPasswordIsEverShown() {
        PostgresUrl url = PostgresUrl.parse("postgresql://user:hunter2@host/db");
        assertThat(url.toString() + url.place()).doesNotContain("hunter2").doesNotContain("user");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "parley.db",
                "jdbc:postgresql://user:hunter2@host/db",
                "mysql://user:hunter2@host/db",
                "postgresql:user:hunter2@host/db",
                "postgresql://host/db",
                "postgresql://user:hunter2@/db",
                "postgresql://user:hunter2@host",
                "postgresql://user:hunter2@host/",
                "postgresql://user:hunter2@host/db/more",
                "postgresql://user:hunter2@host:0/db",
                "postgresql://user:hunter2@host:65536/db",
                "postgresql://user:hunter2@host:port/db",
                "postgresql://user:hunter2@one,two/db",
                "postgresql://user:hunter2 with space@host/db",
                "postgresql://user:hunter2%zz@host/db",
                "postgresql://user:hunter2@host/db?socketFactory=evil",
                "postgresql://user:hunter2@host/db?sslmode",
                "postgresql://user:hunter2@host/db?sslmode=maybe",
                "postgresql://user:hunter2@host/db?sslmode=require&loggerLevel=TRACE"
            })
    void whatIsWrongIsSaidWithoutThePassword(String text) {
        assertThatThrownBy(() -> PostgresUrl.parse(text))
                .isInstanceOf(AppException.class)
                .hasMessageStartingWith("database.url ")
                .hasNoCause()
                .hasMessageNotContaining("hunter2");
    }
}
