package parley.http;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads the part of an address after `?`.
final class QueryParameters {
    private QueryParameters() {}

    static Map<String, List<String>> parse(String query) {
        if (query.isEmpty()) {
            return Map.of();
        }
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (String pair : query.split("&")) {
            if (pair.isEmpty()) {
                continue;
            }
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            String value = equals < 0 ? "" : pair.substring(equals + 1);
            parameters
                    .computeIfAbsent(PercentDecoder.decode(name, true), _ -> new ArrayList<>())
                    .add(PercentDecoder.decode(value, true));
        }
        parameters.replaceAll((_, values) -> Collections.unmodifiableList(values));
        return Collections.unmodifiableMap(parameters);
    }
}
