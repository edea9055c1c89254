package parley.http;

import java.util.List;
import java.util.Set;
import parley.error.AppException;
import parley.error.ErrorCode;

/// Keeps foreign web pages out. Loopback is no wall: any page in a browser on this machine can send
/// requests to it.
final class OriginGate {
    private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS");

    private final Policy policy;

    /// Which origins may call.
    private sealed interface Policy {}

    /// Everybody, without credentials.
    private record Everybody() implements Policy {}

    /// Every port of this machine.
    private record ThisMachine() implements Policy {}

    private record Listed(Set<String> origins) implements Policy {}

    OriginGate(AccessSettings settings, boolean tokensRequired) {
        policy =
                settings.allowedOrigins()
                        .map(OriginGate::listed)
                        .orElse(tokensRequired ? new Everybody() : new ThisMachine());
    }

    private static Policy listed(List<String> origins) {
        return origins.contains("*") ? new Everybody() : new Listed(Set.copyOf(origins));
    }

    /// What the answer tells the browser.
    ///
    /// @param host what the request itself is addressed to
    /// @throws AppException 403 if a page sent it that may not
    CorsGrant check(RequestHead head, Authority host) {
        List<String> origins = head.all("Origin");
        if (origins.size() > 1) {
            throw new AppException(
                    ErrorCode.INVALID_REQUEST, "The request has more than one Origin header.");
        }
        if (origins.isEmpty()) {
            refuseCrossSiteWithoutOrigin(head);
            return policy instanceof Everybody ? CorsGrant.EVERYBODY : CorsGrant.LISTED_ONLY;
        }
        return grant(origins.getFirst(), host);
    }

    private CorsGrant grant(String text, Authority host) {
        if (policy instanceof Everybody) {
            return CorsGrant.EVERYBODY;
        }
        Origin origin = Origin.parse(text).orElseThrow(() -> foreign(text));
        if (origin.isServedAt(host) || isAllowed(origin)) {
            return CorsGrant.to(text);
        }
        throw foreign(text);
    }

    private boolean isAllowed(Origin origin) {
        return switch (policy) {
            case Everybody _ -> true;
            case ThisMachine _ -> origin.isWeb() && HostGate.LOCAL.contains(origin.host());
            case Listed(Set<String> origins) -> origins.contains(origin.text());
        };
    }

    private static void refuseCrossSiteWithoutOrigin(RequestHead head) {
        boolean crossSite =
                head.first("Sec-Fetch-Site").filter("cross-site"::equalsIgnoreCase).isPresent();
        if (crossSite && !SAFE_METHODS.contains(head.method())) {
            throw new AppException(
                    ErrorCode.FORBIDDEN, "Requests from other web sites are not allowed.");
        }
    }

    private static AppException foreign(String origin) {
        return new AppException(
                ErrorCode.FORBIDDEN,
                "Requests from the web page \"%s\" are not allowed. If they should be, add it to the setting cors.allowed.origins."
                        .formatted(origin));
    }
}
