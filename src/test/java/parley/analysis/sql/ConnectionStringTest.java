package parley.analysis.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.analysis.sql.ConnectionString.Encryption;
import parley.analysis.sql.ConnectionString.FileName;
import parley.analysis.sql.ConnectionString.Server;
import parley.error.AppException;

final class ConnectionStringTest {
    @Test
    void partsAreDecodedAndThePasswordIsNeverShown() {
        ConnectionString read =
                ConnectionString.parse(
                        "postgres://anna:se%40cret%2F@db.example.com:6543/shop?sslmode=verify-full");
        assertThat(read)
                .isEqualTo(
                        new Server(
                                Engine.POSTGRESQL,
                                "db.example.com",
                                6543,
                                "shop",
                                "anna",
                                Optional.of("se@cret/"),
                                Encryption.VERIFIED));
        assertThat(List.of(read.toString(), read.masked()))
                .containsOnly("postgresql://anna:***@db.example.com:6543/shop");
    }

    @Test
    void everyKindHasItsUsualPort() {
        assertThat(ConnectionString.parse("mariadb://u:p@[::1]/shop?ssl=true"))
                .isEqualTo(
                        new Server(
                                Engine.MYSQL,
                                "::1",
                                3306,
                                "shop",
                                "u",
                                Optional.of("p"),
                                Encryption.VERIFIED));
        assertThat(ConnectionString.parse("postgresql://u@h/shop").masked())
                .isEqualTo("postgresql://u@h:5432/shop");
        assertThat(ConnectionString.parse("sqlite:///sub/shop.db"))
                .isEqualTo(new FileName(Engine.SQLITE, "sub/shop.db"));
        assertThat(ConnectionString.parse("sqlite:shop.db").masked())
                .isEqualTo("sqlite:///shop.db");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "jdbc:postgresql://u:secret@h/d",
                "jdbc:h2:mem:x;INIT=RUNSCRIPT FROM 'http://x'",
                "postgresql://u:secret@h/d?socketFactory=x",
                "postgresql://u:secret@h/d?socket%46actory=x",
                "postgresql://u:secret@h/d?sslmode=require&options=-c",
                "postgresql://u:secret@h/d?sslmode=none",
                "postgresql://u:secret@h/d?ssl=true",
                "postgresql://u:secret@h/d%3FsocketFactory=x",
                "postgresql://u:secret@h%3FsocketFactory=x/d",
                "postgresql://u:secret@h%253F/d",
                "postgresql://u:secret@h/d%26x",
                "postgresql://u:secret@h/d;x",
                "postgresql://u:secret@h/d%23x",
                "postgresql://u:secret@h/d%0Ax",
                "postgresql://u:secret@h/..%2Fd",
                "postgresql://u:secret@h,other/d",
                "postgresql://u:secret@h:99999/d",
                "postgresql://u:secret@h:x/d",
                "postgresql://u:sec%00ret@h/d",
                "postgresql://u:secret@h/",
                "postgresql://h/d",
                "postgresql://u:secret@/d",
                "postgresql://u:secret%@h/d",
                "mysql://u:secret@h/d?allowLocalInfile=true",
                "mysql://u:secret@h/d?autoDeserialize=true",
                "mysql://u:secret@address=(host=h)/d",
                "mysql://u:secret@(h)/d",
                "mysql://u:secret@h/d?sslmode=require",
                "sqlite:/etc/passwd",
                "sqlite:////etc/passwd",
                "sqlite:///../parley.db",
                "sqlite:///a/%2e%2e/%2e%2e/parley.db",
                "sqlite:///x.db?enable_load_extension=true",
                "sqlite::resource:http://example.com/x.db",
                "sqlite::memory:",
                "sqlite:file:x.db",
                "duckdb:///x.db",
                "http://u:secret@h/d"
            })
    void anythingElseIsRefusedWithoutBeingRepeated(String text) {
        assertThatExceptionOfType(AppException.class)
                .isThrownBy(() -> ConnectionString.parse(text))
                .withMessageStartingWith("The connection string ")
                .satisfies(e -> assertThat(e.sentence()).doesNotContain("secret", "ret@"));
    }

    @Test
    void anUnknownParameterIsNamed() {
        assertThatExceptionOfType(AppException.class)
                .isThrownBy(() -> ConnectionString.parse("mysql://u:p@h/d?allowLocalInfile=true"))
                .withMessageContaining("“allowLocalInfile”")
                .withMessageContaining("ssl");
    }
}
