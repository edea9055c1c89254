package parley.http;

import io.netty.util.AsciiString;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The head of an answer while it is put together: what the handler set, and what every answer
/// says.
final class ResponseHead {
    private static final CharSequence REQUEST_ID = HttpHeaders.createOptimized("X-Request-Id");
    private static final CharSequence NOSNIFF =
            HttpHeaders.createOptimized("X-Content-Type-Options");
    private static final CharSequence NOSNIFF_VALUE = HttpHeaders.createOptimized("nosniff");
    private static final CharSequence REFERRER = HttpHeaders.createOptimized("Referrer-Policy");
    private static final CharSequence REFERRER_VALUE = HttpHeaders.createOptimized("no-referrer");
    private static final CharSequence NO_STORE = HttpHeaders.createOptimized("no-store");
    private static final CharSequence CSP = HttpHeaders.createOptimized("Content-Security-Policy");
    private static final CharSequence CSP_VALUE =
            HttpHeaders.createOptimized("default-src 'none'; frame-ancestors 'none'");
    private static final CharSequence RESOURCE_POLICY =
            HttpHeaders.createOptimized("Cross-Origin-Resource-Policy");
    private static final CharSequence EXPOSE =
            HttpHeaders.createOptimized("Access-Control-Expose-Headers");
    private static final CharSequence EXPOSED =
            HttpHeaders.createOptimized(
                    "X-Session-Id, X-Model-Used, X-Request-Id, X-Turn-Id, Retry-After,"
                            + " RateLimit-Policy, RateLimit, X-RateLimit-Limit, X-RateLimit-Remaining,"
                            + " X-RateLimit-Reset, x-ratelimit-limit-requests,"
                            + " x-ratelimit-remaining-requests, x-ratelimit-reset-requests,"
                            + " x-ratelimit-limit-tokens, x-ratelimit-remaining-tokens,"
                            + " x-ratelimit-reset-tokens, anthropic-ratelimit-requests-limit,"
                            + " anthropic-ratelimit-requests-remaining,"
                            + " anthropic-ratelimit-requests-reset, anthropic-ratelimit-tokens-limit,"
                            + " anthropic-ratelimit-tokens-remaining,"
                            + " anthropic-ratelimit-tokens-reset");

    private static final Pattern ABOUT_BODY =
            Pattern.compile("(?i)content-.*|cache-control|etag|last-modified");

    private record Header(CharSequence name, CharSequence value) {}

    private final List<Header> headers = new ArrayList<>(4);
    private final String requestId;
    private final String date;
    private CorsGrant grant = CorsGrant.NONE;

    ResponseHead(String requestId, String date) {
        this.requestId = requestId;
        this.date = date;
    }

    String requestId() {
        return requestId;
    }

    void grant(CorsGrant newGrant) {
        grant = newGrant;
    }

    /// Replaces a header of that name.
    void set(CharSequence name, CharSequence value) {
        headers.removeIf(header -> AsciiString.contentEqualsIgnoreCase(header.name(), name));
        headers.add(new Header(name, value));
    }

    /// Forgets what was set about the body, for another body; the rest stays true.
    void forgetBody() {
        headers.removeIf(header -> ABOUT_BODY.matcher(header.name()).matches());
    }

    /// Puts everything on the answer. Event loop only.
    void writeTo(HttpServerResponse response, int status) {
        response.setStatusCode(status);
        MultiMap out = response.headers();
        out.set(HttpHeaders.DATE, date)
                .set(REQUEST_ID, requestId)
                .set(NOSNIFF, NOSNIFF_VALUE)
                .set(REFERRER, REFERRER_VALUE)
                .set(HttpHeaders.CACHE_CONTROL, NO_STORE)
                .set(CSP, CSP_VALUE)
                .set(RESOURCE_POLICY, grant.resourcePolicy());
        writeGrant(out);
        for (Header header : headers) {
            if (AsciiString.contentEqualsIgnoreCase(HttpHeaders.VARY, header.name())) {
                out.add(header.name(), header.value());
            } else {
                out.set(header.name(), header.value());
            }
        }
    }

    private void writeGrant(MultiMap out) {
        if (grant.varies()) {
            out.set(HttpHeaders.VARY, HttpHeaders.ORIGIN);
        }
        if (grant.allowedOrigin().isEmpty()) {
            return;
        }
        out.set(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, grant.allowedOrigin().get());
        out.set(EXPOSE, EXPOSED);
        if (grant.credentials()) {
            out.set(HttpHeaders.ACCESS_CONTROL_ALLOW_CREDENTIALS, "true");
        }
    }
}
