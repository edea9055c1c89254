package parley.dialect.xmr;

import java.util.List;
import parley.conversation.MemoryPolicy;
import parley.settings.Setting;
import parley.settings.SettingValues;

/// How much of a conversation the model sees when it is asked through this contract.
///
/// @param pairs how many exchanges before the present question
/// @param enabled whether there is a memory at all
/// @param withAnswers whether the assistant's messages are part of it
public record XmrMemorySettings(int pairs, boolean enabled, boolean withAnswers) {
    static final Setting<Integer> PAIRS =
            Setting.number(
                    "max.conversation.messages",
                    5,
                    0,
                    10_000,
                    "How many earlier exchanges (a message and its answer) the model sees of a conversation in POST /api/chat. Other contracts show it as much as fits.");
    static final Setting<Boolean> ENABLED =
            Setting.flag(
                    "conversation.memory.enabled",
                    true,
                    "Whether the model sees earlier messages of a conversation in POST /api/chat.");
    static final Setting<Boolean> WITH_ANSWERS =
            Setting.flag(
                    "include.system.messages",
                    true,
                    "Whether the assistant's own messages are among the earlier messages the model sees in POST /api/chat.");
    public static final List<Setting<?>> ALL = List.of(PAIRS, ENABLED, WITH_ANSWERS);

    public static XmrMemorySettings from(SettingValues values) {
        return new XmrMemorySettings(
                values.get(PAIRS), values.get(ENABLED), values.get(WITH_ANSWERS));
    }

    MemoryPolicy policy() {
        return new MemoryPolicy.LastPairs(enabled ? pairs : 0, withAnswers);
    }
}
