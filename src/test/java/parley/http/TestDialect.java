package parley.http;

import java.util.List;
import java.util.Map;
import parley.error.AppException;

/// A small contract of our own, with a route for each thing the server does.
record TestDialect(List<Route> routes) implements Dialect {
    TestDialect(Route... routes) {
        this(List.of(routes));
    }

    /// Routes that answer with what they got.
    static TestDialect echoing() {
        return new TestDialect(
                Route.post(
                        "/v1/echo", Access.CALLER, exchange -> exchange.respond(exchange.json())),
                Route.post(
                                "/v1/optional",
                                Access.CALLER,
                                exchange -> exchange.respond(exchange.json()))
                        .withBody(BodyType.OPTIONAL_JSON),
                Route.get("/v1/who", Access.CALLER, TestDialect::who),
                Route.get("/v1/secret", Access.TOKEN, TestDialect::who),
                Route.get(
                        "/v1/open",
                        Access.OPEN,
                        exchange -> exchange.respond(Map.of("open", true))),
                Route.delete("/v1/things/{id}", Access.CALLER, TestDialect::thing),
                Route.get("/v1/things/{id}", Access.CALLER, TestDialect::thing),
                Route.get(
                        "/v1/things/special",
                        Access.CALLER,
                        exchange -> exchange.respond("special")),
                Route.get(
                        "/v1/files/{name*}",
                        Access.CALLER,
                        exchange -> exchange.respond(exchange.pathParameter("name"))),
                Route.get(
                        "/v1/query",
                        Access.CALLER,
                        exchange -> exchange.respond(exchange.queries())));
    }

    private static void who(Exchange exchange) {
        exchange.respond(Map.of("name", exchange.caller().name()));
    }

    private static void thing(Exchange exchange) {
        exchange.respond(Map.of("id", exchange.pathParameter("id"), "path", exchange.path()));
    }

    @Override
    public String name() {
        return "test";
    }

    @Override
    public List<String> prefixes() {
        return List.of("/v1");
    }

    @Override
    public Object errorBody(AppException problem) {
        return Map.of("error", problem.sentence());
    }
}
