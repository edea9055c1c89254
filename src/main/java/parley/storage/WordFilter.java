package parley.storage;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// The SQL that finds texts holding all of some words, whatever their case and accents. Both
/// databases have the function `fold_text`.
///
/// @param words as they were typed
record WordFilter(List<String> words) {
    /// Holds for a text with all the words; takes [#values].
    String condition(String column) {
        String holds =
                "fold_text(%s) LIKE '%%' || fold_text(?) || '%%' ESCAPE '\\'".formatted(column);
        return String.join(" AND ", Collections.nCopies(words.size(), holds));
    }

    /// One for each word, its special characters taken literally.
    List<Object> values() {
        List<Object> values = new ArrayList<>();
        for (String word : words) {
            values.add(word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_"));
        }
        return values;
    }
}
