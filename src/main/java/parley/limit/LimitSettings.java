package parley.limit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import parley.settings.Setting;
import parley.settings.SettingValues;

/// The tiers, and which of them an account has that was given none.
///
/// @param tiers by name, with `unlimited`
/// @param fallback a key of `tiers`
public record LimitSettings(Map<String, Tier> tiers, String fallback) {
    private static final TierSettings FREE =
            new TierSettings("free", 10, 200, 20_000, 200_000, 1, 2, 10);
    private static final TierSettings PRO =
            new TierSettings("pro", 60, 5_000, 200_000, 5_000_000, 20, 8, 200);

    private static final List<String> NAMES = List.of("free", "pro", "unlimited");

    static final Setting<String> DEFAULT =
            new Setting<>(
                    "tier.default",
                    String.join(", ", NAMES),
                    "unlimited",
                    "The tier of accounts that were given none. The owner's is unlimited unless it is given another.",
                    false,
                    LimitSettings::parseName);

    public static final List<Setting<?>> ALL =
            Stream.of(List.<Setting<?>>of(DEFAULT), FREE.all(), PRO.all())
                    .<Setting<?>>flatMap(List::stream)
                    .toList();

    public LimitSettings {
        tiers = Map.copyOf(tiers);
    }

    public static LimitSettings from(SettingValues values) {
        Map<String, Tier> tiers = new LinkedHashMap<>();
        tiers.put(Tier.UNLIMITED.name(), Tier.UNLIMITED);
        tiers.put("free", FREE.tier(values));
        tiers.put("pro", PRO.tier(values));
        return new LimitSettings(tiers, values.get(DEFAULT));
    }

    /// The tiers there are, the smallest first.
    public static List<String> names() {
        return NAMES;
    }

    private static String parseName(String text) {
        String name = text.strip();
        if (Set.copyOf(NAMES).contains(name)) {
            return name;
        }
        throw new IllegalArgumentException("one of " + String.join(", ", NAMES));
    }
}
