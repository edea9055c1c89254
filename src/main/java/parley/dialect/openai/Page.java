package parley.dialect.openai;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import parley.error.AppException;
import parley.http.QueryFields;

/// A part of a list, as this API pages through them.
public record Page<T>(
        String object,
        List<T> data,
        @JsonProperty("first_id") @Nullable String firstId,
        @JsonProperty("last_id") @Nullable String lastId,
        @JsonProperty("has_more") boolean hasMore) {
    private static final int USUAL_LIMIT = 20;
    private static final int MOST = 100;

    public Page {
        data = List.copyOf(data);
    }

    /// The page of a whole list that the request wants: `limit`, `order`, `after`.
    ///
    /// @param oldestFirst the list
    /// @param usually the order where the request names none: `asc` or `desc`
    /// @throws AppException (400) naming the parameter that is wrong
    public static <T> Page<T> of(
            QueryFields query, List<T> oldestFirst, String usually, Function<T, String> id) {
        int limit = limit(query);
        List<T> ordered = newestFirst(query, usually) ? oldestFirst.reversed() : oldestFirst;
        return of(after(ordered, query.text("after"), id), limit, id);
    }

    /// @param found what was found, from the first one wanted on; more than the limit if there is
    ///   more
    static <T> Page<T> of(List<T> found, int limit, Function<T, String> id) {
        List<T> data = found.subList(0, Math.min(limit, found.size()));
        return new Page<>(
                "list",
                data,
                data.isEmpty() ? null : id.apply(data.getFirst()),
                data.isEmpty() ? null : id.apply(data.getLast()),
                found.size() > limit);
    }

    static int limit(QueryFields query) {
        return query.number("limit", USUAL_LIMIT, 1, MOST);
    }

    static boolean newestFirst(QueryFields query, String usually) {
        return switch (query.text("order").orElse(usually)) {
            case "asc" -> false;
            case "desc" -> true;
            default ->
                    throw AppException.invalid(
                            "order", "The parameter \"order\" must be asc or desc.");
        };
    }

    private static <T> List<T> after(
            List<T> ordered, Optional<String> after, Function<T, String> id) {
        if (after.isEmpty()) {
            return ordered;
        }
        for (int i = 0; i < ordered.size(); i++) {
            if (id.apply(ordered.get(i)).equals(after.get())) {
                return ordered.subList(i + 1, ordered.size());
            }
        }
        throw AppException.invalid(
                "after", "The parameter \"after\" must be an id from the list itself.");
    }
}
