package parley.conversation;

import java.time.Duration;
import java.util.List;
import parley.settings.Setting;
import parley.settings.SettingValues;

/// Limits of turns.
///
/// @param waitingPerConversation how many turns may wait for the one that runs
/// @param perAccount how many turns of one account may be under way
/// @param total how many turns may be under way in this server
/// @param flushInterval how often running answers are written to the store: with the time of a
///   commit the most that `kill -9` can cost
public record TurnSettings(
        int waitingPerConversation, int perAccount, int total, Duration flushInterval) {
    static final Setting<Integer> WAITING =
            Setting.number(
                    "turns.waiting.per.conversation",
                    8,
                    0,
                    1000,
                    "How many messages of one conversation may wait while an answer is written. More are refused with 429.");
    static final Setting<Integer> PER_ACCOUNT =
            Setting.number(
                    "turns.per.account",
                    10_000,
                    1,
                    1_000_000,
                    "How many answers may be under way for one account at the same time. More are refused with 429.");
    static final Setting<Integer> TOTAL =
            Setting.number(
                    "turns.total",
                    20_000,
                    1,
                    1_000_000,
                    "How many answers may be under way in this server at the same time. More are refused with 503.");
    static final Setting<Integer> FLUSH =
            Setting.number(
                    "turns.flush.milliseconds",
                    100,
                    10,
                    250,
                    "How often answers that are being written go to the database. A crash loses at most this much of the newest text, and what came while the disk was busy with it.");
    public static final List<Setting<?>> ALL = List.of(WAITING, PER_ACCOUNT, TOTAL, FLUSH);

    public static TurnSettings from(SettingValues values) {
        return new TurnSettings(
                values.get(WAITING),
                values.get(PER_ACCOUNT),
                values.get(TOTAL),
                Duration.ofMillis(values.get(FLUSH)));
    }
}
