package parley.dialect.parley;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// The words of an answer, without the links to its pictures and the query that was run: whoever
/// shows those beside the text would show them twice. Looks at the text once for each of them.
final class Prose {
    private static final String QUERY = "```sql\n";
    private static final String END_OF_QUERY = "\n```";
    private static final String PICTURE = "![";
    private static final String ADDRESS = "](";

    private Prose() {}

    /// Empty where there is nothing to leave out.
    ///
    /// @param kept what is kept beside the message
    static Optional<String> of(String content, JsonNode kept) {
        String words = kept.has("sqlQuery") ? withoutQueries(content) : content;
        for (String name : pictures(kept)) {
            words = withoutPicture(words, name);
        }
        if (words.equals(content)) {
            return Optional.empty();
        }
        return Optional.of(words.replaceAll("\\n(?:[ \\t]*+\\n){2,}", "\n\n").strip());
    }

    /// The last parts of the addresses of what is shown beside the text.
    private static Set<String> pictures(JsonNode kept) {
        Set<String> names = new LinkedHashSet<>();
        for (JsonNode image : kept.path("chartData").path("images")) {
            names.add("/" + image.path("filename").asString(""));
        }
        kept.path("steps").forEach(step -> addFiles(names, step.path("image_ids")));
        addFiles(names, kept.path("image_ids"));
        names.removeIf(name -> name.length() < 2);
        return names;
    }

    private static void addFiles(Set<String> names, JsonNode ids) {
        ids.forEach(id -> names.add("/" + id.asString("") + "/file"));
    }

    private static String withoutQueries(String content) {
        StringBuilder words = new StringBuilder();
        int at = 0;
        while (true) {
            int begin = content.indexOf(QUERY, at);
            int end = begin < 0 ? -1 : content.indexOf(END_OF_QUERY, begin + QUERY.length() - 1);
            if (end < 0) {
                return words.append(content, at, content.length()).toString();
            }
            words.append(content, at, begin);
            at = end + END_OF_QUERY.length();
        }
    }

    /// Leaves out the first picture of this address: `![…](…name)`, on one line.
    private static String withoutPicture(String content, String name) {
        int end = content.indexOf(name + ")");
        int address = end < 0 ? -1 : content.lastIndexOf(ADDRESS, end);
        int begin = address < 0 ? -1 : content.lastIndexOf(PICTURE, address);
        if (begin < 0 || content.substring(begin, end).indexOf('\n') >= 0) {
            return content;
        }
        return content.substring(0, begin) + content.substring(end + name.length() + 1);
    }
}
