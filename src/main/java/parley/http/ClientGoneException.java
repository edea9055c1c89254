package parley.http;

/// The client went away. Not an error: the answer is kept for when it comes back.
public final class ClientGoneException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ClientGoneException() {
        super("The client went away.", null, false, false);
    }
}
