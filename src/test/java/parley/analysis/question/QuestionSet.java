package parley.analysis.question;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Questions as people write them, each with the SQL whose rows answer it, or what it must come to.
record QuestionSet(List<Asked> questions) {
    /// @param expected SQL for DuckDB, or `REFUSED`, `AMBIGUOUS`, `TALK`
    record Asked(String table, String question, String expected) {
        boolean isAnswerable() {
            return expected.startsWith("SELECT");
        }
    }

    static QuestionSet load(String name) {
        List<Asked> asked = new ArrayList<>();
        String table = "";
        for (String line : text(name).lines().toList()) {
            if (line.startsWith("[")) {
                table = line.substring(1, line.length() - 1);
            } else if (!line.isBlank() && !line.startsWith("#")) {
                int cut = line.indexOf(" => ");
                asked.add(
                        new Asked(
                                table,
                                line.substring(0, cut).strip(),
                                line.substring(cut + 4).strip()));
            }
        }
        return new QuestionSet(asked);
    }

    private static String text(String name) {
        try (InputStream stream = QuestionSet.class.getResourceAsStream(name)) {
            return new String(
                    Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
