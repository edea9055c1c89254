package parley.reply;

import java.util.List;
import parley.settings.Setting;
import parley.settings.SettingValues;

/// What is kept of replies.
///
/// @param longestBytes the longest reply that is kept
public record ReplySettings(int longestBytes) {
    static final Setting<Integer> LONGEST =
            Setting.number(
                    "idempotency.reply.megabytes",
                    16,
                    1,
                    200,
                    "The longest reply that is kept under its Idempotency-Key for 24 hours where no"
                            + " conversation keeps it, in megabytes. A longer one is given and not"
                            + " kept: its key is then free.");

    public static final List<Setting<?>> ALL = List.of(LONGEST);

    public static ReplySettings from(SettingValues values) {
        return new ReplySettings(values.get(LONGEST) * 1_000_000);
    }
}
