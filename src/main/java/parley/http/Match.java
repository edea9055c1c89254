package parley.http;

import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import parley.error.AppException;

/// What a request's method and target lead to.
sealed interface Match {
    /// Whose error shape answers.
    Optional<Dialect> dialect();

    /// As what the request's body is read.
    default BodyType body(RequestHead head) {
        return BodyType.NONE;
    }

    /// @param parameters what filled the names in the route's path, decoded
    record Found(Endpoint endpoint, RequestTarget target, Map<String, String> parameters)
            implements Match {
        @Override
        public Optional<Dialect> dialect() {
            return Optional.of(endpoint.dialect());
        }

        @Override
        public BodyType body(RequestHead head) {
            return endpoint.route().body().of(head);
        }
    }

    /// The path exists, with other methods.
    record WrongMethod(String path, SortedSet<String> allowed, Optional<Dialect> dialect)
            implements Match {}

    record Unknown(String path, Optional<Dialect> dialect) implements Match {}

    /// The target cannot be read.
    record Malformed(AppException problem, Optional<Dialect> dialect) implements Match {}
}
