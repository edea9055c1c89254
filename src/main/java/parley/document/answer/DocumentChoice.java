package parley.document.answer;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import parley.document.StoredDocument;
import parley.llm.builtin.language.Words;

/// Which of a conversation's documents are meant.
final class DocumentChoice {
    private static final Pattern ENDING = Pattern.compile("\\.[a-z0-9]{2,5}$");
    private static final int SHORTEST_NAME = 4;

    private DocumentChoice() {}

    /// Those named by their file, or by their place; all of them if none is named.
    ///
    /// @param plain on one line, in lower case
    static List<StoredDocument> of(List<StoredDocument> documents, String plain) {
        if (documents.size() < 2) {
            return documents;
        }
        List<StoredDocument> named =
                documents.stream().filter(document -> isNamed(document, plain)).toList();
        if (!named.isEmpty()) {
            return named;
        }
        return at(documents, ScopeReader.document(plain));
    }

    /// The one at a place, from 1, 0 for the last; all of them without a place, or if there is
    /// none.
    static List<StoredDocument> at(List<StoredDocument> documents, OptionalInt place) {
        if (place.isEmpty()) {
            return documents;
        }
        int number = place.getAsInt() == 0 ? documents.size() : place.getAsInt();
        return number >= 1 && number <= documents.size()
                ? List.of(documents.get(number - 1))
                : documents;
    }

    /// A question without the files it names: they tell where to look, not what for.
    static String withoutNames(List<StoredDocument> documents, String question) {
        String left = question;
        for (StoredDocument document : documents) {
            left =
                    Pattern.compile(
                                    Pattern.quote(document.filename()),
                                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                            .matcher(left)
                            .replaceAll(" ");
        }
        return Words.of(left).isEmpty() ? question : left;
    }

    static boolean isOneNamed(List<StoredDocument> documents, String plain) {
        return documents.stream().anyMatch(document -> isNamed(document, plain));
    }

    private static boolean isNamed(StoredDocument document, String plain) {
        String name = document.filename().toLowerCase(Locale.ROOT);
        String bare = ENDING.matcher(name).replaceFirst("");
        if (plain.contains(name)) {
            return true;
        }
        // A name of one common word ("report") is a word of the question more often than a file's
        // name.
        boolean isSign = bare.chars().anyMatch(letter -> !Character.isLetter(letter));
        return bare.length() >= SHORTEST_NAME
                && isSign
                && (plain.contains(bare) || plain.contains(bare.replaceAll("[_-]+", " ")));
    }
}
