package parley.http;

import java.util.ArrayList;
import java.util.List;

/// The path of a route, taken apart.
///
/// @param segments without the rest
/// @param parameters the names, from left to right, the rest's included
/// @param hasRest whether it ends with `{name*}`, which takes one segment or more
record PathPattern(List<Segment> segments, List<String> parameters, boolean hasRest) {
    sealed interface Segment {}

    record Literal(String text) implements Segment {}

    record Parameter(String name) implements Segment {}

    record Rest(String name) implements Segment {}

    /// @throws IllegalArgumentException if the path has no such form
    static PathPattern parse(String path) {
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("The path of a route begins with /: " + path);
        }
        List<Segment> segments = new ArrayList<>();
        List<String> parameters = new ArrayList<>();
        boolean hasRest = false;
        for (String text :
                path.equals("/") ? List.<String>of() : List.of(path.substring(1).split("/"))) {
            if (hasRest) {
                throw new IllegalArgumentException("Only the last segment takes the rest: " + path);
            }
            switch (segment(text)) {
                case Literal literal -> segments.add(literal);
                case Parameter parameter -> {
                    segments.add(parameter);
                    parameters.add(parameter.name());
                }
                case Rest(String name) -> {
                    hasRest = true;
                    parameters.add(name);
                }
            }
        }
        return new PathPattern(segments, parameters, hasRest);
    }

    private static Segment segment(String text) {
        if (!text.startsWith("{") || !text.endsWith("}")) {
            return new Literal(text);
        }
        String name = text.substring(1, text.length() - 1);
        return name.endsWith("*")
                ? new Rest(name.substring(0, name.length() - 1))
                : new Parameter(name);
    }
}
