package parley.http;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import parley.error.AppException;

/// Finds the route of a request. Where several fit, literal segments win over parameters, from left
/// to right, and one that has the method wins over all that lack it.
final class Router {
    private final Node root = new Node();
    private final List<Prefix> prefixes = new ArrayList<>();

    private record Prefix(String path, Dialect dialect) {
        boolean covers(String other) {
            return path.isEmpty() || other.equals(path) || other.startsWith(path + "/");
        }
    }

    private static final class Node {
        final Map<String, Node> literals = new HashMap<>();
        final Map<String, Choice> endpoints = new TreeMap<>();
        final Map<String, Choice> restEndpoints = new TreeMap<>();
        @Nullable Node parameter;
    }

    /// The endpoints of one method of one path: those for requests with a certain header, and one
    /// for all others.
    private static final class Choice {
        final Map<String, Endpoint> byHeader = new LinkedHashMap<>();
        @Nullable Endpoint others;

        boolean add(Endpoint endpoint) {
            Optional<String> header = endpoint.route().header();
            if (header.isPresent()) {
                return byHeader.putIfAbsent(header.get(), endpoint) == null;
            }
            boolean isNew = others == null;
            others = isNew ? endpoint : others;
            return isNew;
        }

        @Nullable Endpoint choose(Predicate<String> hasHeader) {
            for (Map.Entry<String, Endpoint> entry : byHeader.entrySet()) {
                if (hasHeader.test(entry.getKey())) {
                    return entry.getValue();
                }
            }
            return others;
        }
    }

    Router(Collection<Dialect> dialects) {
        for (Dialect dialect : dialects) {
            dialect.routes().forEach(route -> add(dialect, route));
            dialect.prefixes().stream()
                    .map(path -> new Prefix(withoutSlash(path), dialect))
                    .forEach(prefixes::add);
        }
        prefixes.sort(
                Comparator.comparingInt((Prefix prefix) -> prefix.path().length()).reversed());
    }

    /// @param hasHeader whether the request has a header of this name
    Match find(String method, String target, Predicate<String> hasHeader) {
        try {
            return new Search(method, RequestTarget.parse(target), hasHeader).run();
        } catch (AppException problem) {
            return new Match.Malformed(problem, dialectOf(RequestTarget.rawPath(target)));
        }
    }

    /// In whose error shape an unknown path is answered.
    private Optional<Dialect> dialectOf(String path) {
        return prefixes.stream()
                .filter(prefix -> prefix.covers(path))
                .map(Prefix::dialect)
                .findFirst();
    }

    private void add(Dialect dialect, Route route) {
        PathPattern pattern = PathPattern.parse(route.path());
        Endpoint endpoint = new Endpoint(dialect, route, pattern.parameters());
        Node node = root;
        for (PathPattern.Segment segment : pattern.segments()) {
            node = child(node, segment);
        }
        Map<String, Choice> endpoints = pattern.hasRest() ? node.restEndpoints : node.endpoints;
        if (!endpoints.computeIfAbsent(route.method(), _ -> new Choice()).add(endpoint)) {
            throw new IllegalArgumentException(
                    "Two routes for %s %s".formatted(route.method(), route.path()));
        }
    }

    private static Node child(Node node, PathPattern.Segment segment) {
        return switch (segment) {
            case PathPattern.Literal(String text) ->
                    node.literals.computeIfAbsent(text, _ -> new Node());
            case PathPattern.Parameter _, PathPattern.Rest _ -> {
                Node next = node.parameter == null ? new Node() : node.parameter;
                node.parameter = next;
                yield next;
            }
        };
    }

    private static String withoutSlash(String path) {
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    /// One walk through the tree, most specific branch first.
    private final class Search {
        private final String method;
        private final RequestTarget target;
        private final Predicate<String> hasHeader;
        private final List<String> segments;
        private final List<String> values = new ArrayList<>(4);
        private final SortedSet<String> otherMethods = new TreeSet<>();
        private @Nullable Dialect dialect;

        Search(String method, RequestTarget target, Predicate<String> hasHeader) {
            this.method = method;
            this.target = target;
            this.hasHeader = hasHeader;
            this.segments = target.segments();
        }

        Match run() {
            Endpoint endpoint = visit(root, 0);
            if (endpoint != null) {
                return new Match.Found(endpoint, target, parameters(endpoint));
            }
            if (otherMethods.isEmpty()) {
                return new Match.Unknown(target.path(), dialectOf(target.path()));
            }
            if (otherMethods.contains("GET")) {
                otherMethods.add("HEAD");
            }
            otherMethods.add("OPTIONS");
            return new Match.WrongMethod(target.path(), otherMethods, Optional.ofNullable(dialect));
        }

        private @Nullable Endpoint visit(Node node, int depth) {
            if (depth == segments.size()) {
                return choose(node.endpoints);
            }
            Endpoint found = visitLiteral(node, depth);
            if (found == null) {
                found = visitParameter(node, depth);
            }
            return found == null ? visitRest(node, depth) : found;
        }

        private @Nullable Endpoint visitLiteral(Node node, int depth) {
            Node literal = node.literals.get(segments.get(depth));
            return literal == null ? null : visit(literal, depth + 1);
        }

        private @Nullable Endpoint visitParameter(Node node, int depth) {
            if (node.parameter == null || segments.get(depth).isEmpty()) {
                return null;
            }
            values.add(segments.get(depth));
            Endpoint found = visit(node.parameter, depth + 1);
            if (found == null) {
                values.removeLast();
            }
            return found;
        }

        private @Nullable Endpoint visitRest(Node node, int depth) {
            Endpoint found = choose(node.restEndpoints);
            if (found != null) {
                values.add(String.join("/", segments.subList(depth, segments.size())));
            }
            return found;
        }

        private @Nullable Endpoint choose(Map<String, Choice> endpoints) {
            Endpoint endpoint = endpointOf(endpoints.get(method));
            if (endpoint == null && method.equals("HEAD")) {
                endpoint = endpointOf(endpoints.get("GET"));
            }
            if (endpoint == null) {
                endpoints.forEach(this::noteOther);
            }
            return endpoint;
        }

        private @Nullable Endpoint endpointOf(@Nullable Choice choice) {
            return choice == null ? null : choice.choose(hasHeader);
        }

        private void noteOther(String otherMethod, Choice choice) {
            Endpoint other = choice.choose(hasHeader);
            if (other != null) {
                otherMethods.add(otherMethod);
                dialect = dialect == null ? other.dialect() : dialect;
            }
        }

        private Map<String, String> parameters(Endpoint endpoint) {
            if (values.isEmpty()) {
                return Map.of();
            }
            Map<String, String> parameters = new LinkedHashMap<>();
            for (int i = 0; i < values.size(); i++) {
                parameters.put(endpoint.parameters().get(i), values.get(i));
            }
            return parameters;
        }
    }
}
