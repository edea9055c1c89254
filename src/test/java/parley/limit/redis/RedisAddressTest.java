package parley.limit.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.settings.SettingValues;

class RedisAddressTest {
    @Test
    void everythingInAnAddressIsRead() {
        assertThat(RedisAddress.parse("rediss://ada:p%40ss%3A%2F+@cache.example:6380/3"))
                .isEqualTo(new RedisAddress(true, "cache.example", 6380, "ada", "p@ss:/+", 3));
        assertThat(RedisAddress.parse("redis://:secret@[::1]"))
                .isEqualTo(new RedisAddress(false, "::1", 6379, "", "secret", 0));
        assertThat(RedisAddress.parse("redis://secret@localhost/"))
                .isEqualTo(new RedisAddress(false, "localhost", 6379, "", "secret", 0));
    }

    @Test
    void anAddressIsShownWithoutUserAndPassword() {
        assertThat(RedisAddress.parse("redis://ada:secret@[::1]:7000/2"))
                .hasToString("redis://[::1]:7000/2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://ada:secret@localhost",
                "localhost:6379",
                "redis://ada:se#cret@localhost",
                "redis://ada:secret@localhost/first",
                "redis://ada:secret@localhost?timeout=1",
                "redis://ada:se cret@localhost",
                "redis://ada:secret@"
            })
    void aWrongAddressIsSaidWithoutIt(String text) {
        assertThatThrownBy(() -> RedisAddress.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("redis://user:password@host:port/database")
                .hasMessageNotContainingAny("cret", "ada");
    }

    @Test
    void withoutAnAddressNothingIsShared() {
        assertThat(RedisSettings.from(SettingValues.DEFAULTS).address()).isEmpty();
        assertThat(
                        RedisSettings.from(
                                        new SettingValues(
                                                Map.of("limits.redis.url", "redis://localhost")))
                                .address())
                .isPresent();
    }
}
