package parley.document.extract.bound;

/// A document that is not read.
public final class UnreadableException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Refusal refusal;

    public UnreadableException(Refusal refusal) {
        super(refusal.name());
        this.refusal = refusal;
    }

    public UnreadableException(Refusal refusal, Throwable cause) {
        super(refusal.name(), cause);
        this.refusal = refusal;
    }

    /// Why.
    public Refusal refusal() {
        return refusal;
    }
}
