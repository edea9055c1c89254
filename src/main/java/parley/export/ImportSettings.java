package parley.export;

import java.util.List;
import parley.settings.Setting;
import parley.settings.SettingValues;

/// What an import may take of the server.
///
/// @param conversationBytes the longest single conversation, in bytes of its JSON
/// @param unpackedBytes the most that a compressed file may hold
public record ImportSettings(long conversationBytes, long unpackedBytes) {
    static final Setting<Integer> CONVERSATION =
            Setting.number(
                    "import.conversation.megabytes",
                    128,
                    1,
                    2000,
                    "The longest conversation that is imported, in megabytes of its JSON, pictures"
                            + " included. It is held in memory while it is imported.");

    static final Setting<Integer> UNPACKED =
            Setting.number(
                    "import.unpacked.gigabytes",
                    8,
                    1,
                    1000,
                    "The most that a compressed file which is imported may hold, in gigabytes.");

    public static final List<Setting<?>> ALL = List.of(CONVERSATION, UNPACKED);

    public static ImportSettings from(SettingValues values) {
        return new ImportSettings(
                values.get(CONVERSATION) * 1_000_000L, values.get(UNPACKED) * 1_000_000_000L);
    }
}
