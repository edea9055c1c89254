package parley.document.search;

import java.util.List;
import parley.settings.Setting;
import parley.settings.SettingValues;

/// How documents are cut into passages, and how much of the search stays open.
///
/// @param passageWords about how many words a passage has
/// @param openIndexes how many documents' indexes stay open between searches
public record SearchSettings(int passageWords, int openIndexes) {
    static final Setting<Integer> PASSAGE_WORDS =
            Setting.number(
                    "document.passage.words",
                    160,
                    40,
                    1_000,
                    "About how many words of a document are found, and shown to a model, as one"
                            + " passage. A change makes the search read every document again when"
                            + " it is next asked.");
    static final Setting<Integer> OPEN_INDEXES =
            Setting.number(
                    "document.search.open",
                    256,
                    1,
                    10_000,
                    "How many documents' indexes stay open between searches; each takes some"
                            + " kilobytes and a file handle.");

    public static final List<Setting<?>> ALL = List.of(PASSAGE_WORDS, OPEN_INDEXES);

    public static SearchSettings from(SettingValues values) {
        return new SearchSettings(values.get(PASSAGE_WORDS), values.get(OPEN_INDEXES));
    }
}
