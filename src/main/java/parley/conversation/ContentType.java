package parley.conversation;

import java.util.Locale;

/// What a message's content is.
public enum ContentType {
    /// The text itself.
    TEXT,
    /// The address of an image.
    IMAGE;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
