package parley.dialect;

import java.util.Locale;
import java.util.regex.Pattern;
import parley.http.Exchange;

/// Where the client of a request reaches this server: what makes a path an address that works on
/// pages of other origins too.
public final class Origin {
    private static final Pattern HOST =
            Pattern.compile("[a-z0-9._-]+(:\\d{1,5})?|\\[[0-9a-f:.]+](:\\d{1,5})?");

    private Origin() {}

    /// `http://host:port`, without a slash; empty where the request does not say. A proxy that
    /// speaks HTTPS to clients says so in `X-Forwarded-Proto`.
    public static String of(Exchange exchange) {
        String host = exchange.header("Host").orElse("").toLowerCase(Locale.ROOT);
        boolean encrypted =
                exchange.header("X-Forwarded-Proto").filter("https"::equalsIgnoreCase).isPresent();
        return HOST.matcher(host).matches() ? (encrypted ? "https://" : "http://") + host : "";
    }
}
