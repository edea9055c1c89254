package parley.analysis;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parley.analysis.sql.Column;
import parley.analysis.sql.Rows;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Cells as JSON: numbers as numbers, times in ISO form, everything else as text.
final class Cells {
    private static final JsonMapper JSON = JsonMapper.shared();

    /// With seconds, and as many decimals as there are. The time zone of such a time is not known.
    private static final DateTimeFormatter TIMES = DateTimeFormatter.ISO_LOCAL_DATE_TIME;

    private Cells() {}

    /// An object for each row, with a member for each column.
    ///
    /// @param most no more rows than this
    static ArrayNode objects(Rows rows, int most) {
        List<String> names = names(rows.columns());
        ArrayNode all = JSON.createArrayNode();
        rows.cells().stream()
                .limit(most)
                .forEach(row -> {
                    ObjectNode object = all.addObject();
                    for (int i = 0; i < names.size(); i++) {
                        put(object, names.get(i), row.get(i));
                    }
                });
        return all;
    }

    /// The names of columns, each once: `n`, `n_2`, …
    static List<String> names(List<Column> columns) {
        List<String> names = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (Column column : columns) {
            String name = column.name();
            for (int number = 2; !taken.add(name); number++) {
                name = column.name() + "_" + number;
            }
            names.add(name);
        }
        return names;
    }

    private static void put(ObjectNode object, String name, @Nullable Object cell) {
        switch (cell) {
            case null -> object.putNull(name);
            case Long number -> object.put(name, number);
            case Integer number -> object.put(name, number);
            // JSON has no other numbers than finite ones.
            case Double number when number.isNaN() || number.isInfinite() -> object.putNull(name);
            case Double number -> object.put(name, number);
            case BigDecimal number -> object.set(name, JsonNodeFactory.instance.numberNode(number));
            case Boolean flag -> object.put(name, flag);
            case Object other -> object.put(name, text(other));
        }
    }

    /// A cell as text, as charts and prompts show it.
    static String text(Object cell) {
        return cell instanceof LocalDateTime time ? TIMES.format(time) : cell.toString();
    }
}
