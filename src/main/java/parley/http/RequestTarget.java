package parley.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parley.error.AppException;
import parley.error.ErrorCode;

/// What a request asks for: the second word of its first line.
///
/// @param segments the parts of the path between slashes, each decoded on its own, so that an
///   encoded slash does not separate; without the empty one after a trailing slash
/// @param query the raw text after `?`; empty if there is none
record RequestTarget(List<String> segments, String query) {
    /// How many bytes an address may have.
    static final int LONGEST = 8 * 1024;

    private static final String SCHEME = "http://";

    static RequestTarget parse(String target) {
        String pathAndQuery = target.substring(authorityEnd(target));
        int mark = pathAndQuery.indexOf('?');
        String path = rawPath(target);
        if (!path.startsWith("/") && (!path.isEmpty() || !isAbsolute(target))) {
            throw new AppException(
                    ErrorCode.INVALID_REQUEST, "The address of the request must begin with /.");
        }
        return new RequestTarget(split(path), mark < 0 ? "" : pathAndQuery.substring(mark + 1));
    }

    /// The path as it came, which may be none that can be read.
    static String rawPath(String target) {
        String pathAndQuery = target.substring(authorityEnd(target));
        int mark = pathAndQuery.indexOf('?');
        return mark < 0 ? pathAndQuery : pathAndQuery.substring(0, mark);
    }

    /// The host in a target of the form `http://host/path`.
    static Optional<String> authorityOf(String target) {
        return isAbsolute(target)
                ? Optional.of(target.substring(SCHEME.length(), authorityEnd(target)))
                : Optional.empty();
    }

    private static boolean isAbsolute(String target) {
        return target.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    }

    private static int authorityEnd(String target) {
        if (!isAbsolute(target)) {
            return 0;
        }
        int end = SCHEME.length();
        while (end < target.length() && "/?".indexOf(target.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    private static List<String> split(String path) {
        List<String> segments = new ArrayList<>();
        int start = 1;
        while (start < path.length()) {
            int slash = path.indexOf('/', start);
            int end = slash < 0 ? path.length() : slash;
            segments.add(PercentDecoder.decode(path.substring(start, end), false));
            start = end + 1;
        }
        return segments;
    }

    /// The decoded path, without a trailing slash.
    String path() {
        return "/" + String.join("/", segments);
    }
}
