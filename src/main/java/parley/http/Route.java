package parley.http;

import java.util.Optional;

/// One method of one path.
///
/// @param method `GET`, `POST`, `PUT`, `PATCH`, `DELETE`
/// @param path with `{name}` for a parameter that fills one segment, and maybe `{name*}` at the end
///   for one that takes the rest, at least one segment; matches with and without a trailing slash.
///   Where several routes fit, literal segments win
/// @param header a header that requests must have to come here. So two dialects can share a path:
///   requests without the header go to the route that asks for none
public record Route(
        String method,
        String path,
        Access access,
        BodyType body,
        Optional<String> header,
        Handler handler) {
    public Route(String method, String path, Access access, BodyType body, Handler handler) {
        this(method, path, access, body, Optional.empty(), handler);
    }

    public static Route get(String path, Access access, Handler handler) {
        return new Route("GET", path, access, BodyType.NONE, handler);
    }

    public static Route post(String path, Access access, Handler handler) {
        return new Route("POST", path, access, BodyType.JSON, handler);
    }

    public static Route delete(String path, Access access, Handler handler) {
        return new Route("DELETE", path, access, BodyType.NONE, handler);
    }

    public Route withBody(BodyType newBody) {
        return new Route(method, path, access, newBody, header, handler);
    }

    /// The same route, for requests that have this header.
    public Route onlyWith(String neededHeader) {
        return new Route(method, path, access, body, Optional.of(neededHeader), handler);
    }
}
