package parley.http;

import java.util.Optional;

/// What the browser is told about other sites' use of an answer.
///
/// @param allowedOrigin the value of `Access-Control-Allow-Origin`; empty to send no CORS headers
/// @param credentials whether the page may send cookies and the like
/// @param varies whether another origin would be told something else
/// @param resourcePolicy the value of `Cross-Origin-Resource-Policy`
record CorsGrant(
        Optional<String> allowedOrigin,
        boolean credentials,
        boolean varies,
        String resourcePolicy) {
    /// Before anything is known about the request.
    static final CorsGrant NONE = new CorsGrant(Optional.empty(), false, false, "same-origin");

    /// All sites may read the answer, without credentials.
    static final CorsGrant EVERYBODY =
            new CorsGrant(Optional.of("*"), false, false, "cross-origin");

    /// Only listed origins may read the answers; this request names none.
    static final CorsGrant LISTED_ONLY = new CorsGrant(Optional.empty(), false, true, "same-site");

    static CorsGrant to(String origin) {
        return new CorsGrant(Optional.of(origin), true, true, "same-site");
    }
}
