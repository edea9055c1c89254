package parley.document.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import parley.document.WrittenDocuments;

/// Questions with the page that answers them.
final class AskedQuestions {
    private AskedQuestions() {}

    /// @param page empty if the document does not say
    record Asked(String document, OptionalInt page, String question) {}

    static List<Asked> read(String resource) {
        List<Asked> all = new ArrayList<>();
        String document = "";
        for (String line : WrittenDocuments.resource(resource).split("\n", -1)) {
            if (line.startsWith("[")) {
                document = line.substring(1, line.length() - 1);
            } else if (!line.isBlank() && !line.startsWith("#")) {
                String[] parts = line.split(" \\| ", 2);
                all.add(
                        new Asked(
                                document,
                                parts[0].equals("-")
                                        ? OptionalInt.empty()
                                        : OptionalInt.of(Integer.parseInt(parts[0])),
                                parts[1]));
            }
        }
        return all;
    }
}
