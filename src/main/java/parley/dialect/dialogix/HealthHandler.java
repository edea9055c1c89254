package parley.dialect.dialogix;

import java.time.InstantSource;
import parley.dialect.Timestamps;
import parley.http.Exchange;
import parley.http.Handler;

/// Says that the server is there.
final class HealthHandler implements Handler {
    private final InstantSource clock;
    private final String version;

    HealthHandler(InstantSource clock, String version) {
        this.clock = clock;
        this.version = version;
    }

    /// @param status always `ok`: who cannot answer does not
    record Health(String status, String timestamp, String version) {}

    @Override
    public void handle(Exchange exchange) {
        exchange.respond(new Health("ok", Timestamps.iso(clock.instant()), version));
    }
}
