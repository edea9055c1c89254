package parley.dialect.parley;

import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// What the cells of a column hold, as far as JSON tells.
final class CellType {
    private static final int ENOUGH_ROWS = 200;
    private static final String TEXT = "text";
    private static final Pattern DATE =
            Pattern.compile("\\d{4}-\\d{2}(?:-\\d{2}(?:[T ]\\d{2}:\\d{2}.*)?)?");

    private CellType() {}

    /// `number`, `boolean` or `date` where all its cells are such or null, else `text`.
    static String of(JsonNode rows, String column) {
        String type = "";
        for (int i = 0; i < Math.min(rows.size(), ENOUGH_ROWS); i++) {
            JsonNode cell = rows.path(i).path(column);
            String found = cell.isMissingNode() || cell.isNull() ? type : of(cell);
            if (!type.isEmpty() && !found.equals(type)) {
                return TEXT;
            }
            type = found;
        }
        return type.isEmpty() ? TEXT : type;
    }

    private static String of(JsonNode cell) {
        if (cell.isNumber()) {
            return "number";
        }
        if (cell.isBoolean()) {
            return "boolean";
        }
        return DATE.matcher(cell.asString("")).matches() ? "date" : TEXT;
    }
}
