package parley.limit.redis;

import java.util.List;
import java.util.Optional;
import parley.settings.Setting;
import parley.settings.SettingValues;

/// Where several servers count limits together.
///
/// @param address empty where each server counts for itself
public record RedisSettings(Optional<RedisAddress> address) {
    static final Setting<Optional<RedisAddress>> URL =
            new Setting<>(
                    "limits.redis.url",
                    "secret",
                    "",
                    "The Redis or Valkey over which several servers count limits together:"
                            + " redis://user:password@host:port/database, or rediss:// with TLS. Empty:"
                            + " each server counts for itself.",
                    true,
                    RedisSettings::parse);

    public static final List<Setting<?>> ALL = List.of(URL);

    public static RedisSettings from(SettingValues values) {
        return new RedisSettings(values.get(URL));
    }

    private static Optional<RedisAddress> parse(String text) {
        return text.isBlank() ? Optional.empty() : Optional.of(RedisAddress.parse(text.strip()));
    }
}
