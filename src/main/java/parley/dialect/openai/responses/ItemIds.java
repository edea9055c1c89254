package parley.dialect.openai.responses;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import parley.dialect.AskedId;

/// Ids on the wire. Those of what is kept say what they name: `resp_<turn>`, `conv_<conversation>`,
/// and for an item `<kind>_<message>_<place in the message>`.
final class ItemIds {
    private static final String RESPONSE = "resp_";
    private static final String CONVERSATION = "conv_";
    private static final Pattern ITEM = Pattern.compile("(msg|rs|fc|fco|ig)_([0-9]+)_([0-9]{1,6})");

    private final String owner;

    private ItemIds(String owner) {
        this.owner = owner;
    }

    /// Ids of the items of a message that is kept.
    static ItemIds of(long messageId) {
        return new ItemIds(Long.toString(messageId));
    }

    /// Ids that name nothing afterwards.
    static ItemIds fleeting() {
        return new ItemIds(UUID.randomUUID().toString().replace("-", ""));
    }

    /// What kind of item an id names, as it begins.
    enum Kind {
        MSG,
        RS,
        FC,
        FCO,
        IG;

        String prefix() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// The place of an item that is kept.
    record Place(long messageId, int index) {}

    String item(Kind kind, int index) {
        return "%s_%s_%d".formatted(kind.prefix(), owner, index);
    }

    String response() {
        return RESPONSE + owner;
    }

    static String response(long turnId) {
        return RESPONSE + turnId;
    }

    static String conversation(long conversationId) {
        return CONVERSATION + conversationId;
    }

    /// The turn that a response's id names; empty if no id of ours is written so.
    static OptionalLong turn(String asked) {
        return asked.startsWith(RESPONSE)
                ? AskedId.parse(asked.substring(RESPONSE.length()))
                : OptionalLong.empty();
    }

    /// The conversation that an id names, with its prefix or without.
    static OptionalLong conversationOf(String asked) {
        return AskedId.parse(
                asked.startsWith(CONVERSATION) ? asked.substring(CONVERSATION.length()) : asked);
    }

    /// Where the item of this id is kept; empty if no id of ours is written so.
    static Optional<Place> place(String asked) {
        Matcher form = ITEM.matcher(asked);
        if (!form.matches()) {
            return Optional.empty();
        }
        OptionalLong message = AskedId.parse(form.group(2));
        return message.isPresent()
                ? Optional.of(new Place(message.getAsLong(), Integer.parseInt(form.group(3))))
                : Optional.empty();
    }
}
