package parley.http;

/// Answers one request, on a virtual thread of its own. An [parley.error.AppException] becomes an
/// answer in the dialect's own shape.
@FunctionalInterface
public interface Handler {
    void handle(Exchange exchange) throws InterruptedException;
}
