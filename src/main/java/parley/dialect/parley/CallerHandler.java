package parley.dialect.parley;

import com.fasterxml.jackson.annotation.JsonProperty;
import parley.account.Account;
import parley.http.Exchange;
import parley.http.Handler;

/// Says who the caller is, and what server this is.
final class CallerHandler implements Handler {
    private final String version;

    CallerHandler(String version) {
        this.version = version;
    }

    /// The caller, to itself.
    record Caller(@JsonProperty("account_id") long accountId, String name, String version) {}

    @Override
    public void handle(Exchange exchange) {
        Account account = exchange.caller();
        exchange.respond(new Caller(account.id(), account.name(), version));
    }
}
