package parley.document.extract.bound;

/// Why a document is not read.
public enum Refusal {
    ENCRYPTED(
            "It is encrypted and opens with a password only; save a copy without one and upload"
                    + " that."),
    DAMAGED(
            "It is damaged: nothing in it can be read. Open it in the program that made it and save"
                    + " it again."),
    CUT_OFF("It is damaged: its end is missing, so it did not arrive whole. Upload it again."),
    EMPTY("It is empty: it holds neither text nor pictures."),
    NESTED("Its parts are nested too deeply to be read safely."),
    TOO_MANY_PAGES("It has more than the %,d pages that one document may have (documents.pages)."),
    TOO_MUCH_TEXT(
            "It holds more than the %,d characters that one document may have"
                    + " (documents.characters)."),
    TOO_MUCH_MEMORY(
            "Reading it needs more than the %,d MB of memory that one document gets"
                    + " (documents.memory): its contents unpack to far more than its size."),
    TOO_MUCH_TIME(
            "Reading it takes longer than the %,d s that one document gets (documents.seconds).");

    private final String reason;

    Refusal(String reason) {
        this.reason = reason;
    }

    /// The reason in words, with the bound that it went beyond.
    public String reason(Bounds bounds) {
        return switch (this) {
            case TOO_MANY_PAGES -> reason.formatted(bounds.pages());
            case TOO_MUCH_TEXT -> reason.formatted(bounds.characters());
            case TOO_MUCH_MEMORY -> reason.formatted(bounds.memoryMegabytes());
            case TOO_MUCH_TIME -> reason.formatted(bounds.patience().toSeconds());
            case ENCRYPTED, DAMAGED, CUT_OFF, EMPTY, NESTED -> reason;
        };
    }
}
