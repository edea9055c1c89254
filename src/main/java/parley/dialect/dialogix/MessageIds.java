package parley.dialect.dialogix;

/// Ids of messages on this contract's wire.
final class MessageIds {
    private MessageIds() {}

    static String wire(long messageId) {
        return "msg-" + messageId;
    }
}
