package parley.dialect;

import parley.http.Exchange;
import parley.http.RequestFields;

/// The way into another contract that shares a path with the one that owns it: whoever owns the
/// path looks at the body, and hands over what the other contract's clients send.
public interface CompletionDoor {
    /// Whether only a client of this contract sends such a body.
    boolean takes(RequestFields body);

    /// Answers in this contract's form, failures included.
    void answer(Exchange exchange) throws InterruptedException;
}
