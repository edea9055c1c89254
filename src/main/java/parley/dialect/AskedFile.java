package parley.dialect;

import java.util.Optional;
import java.util.OptionalLong;
import parley.document.DocumentId;
import parley.document.Documents;
import parley.document.KeptDocument;
import parley.error.AppException;
import parley.error.ErrorCode;

/// The document that a request names: `file-12`, or its number.
public final class AskedFile {
    private AskedFile() {}

    /// @throws AppException (404) if the account has no such document
    public static KeptDocument load(Documents documents, long accountId, String asked) {
        OptionalLong id = DocumentId.parse(asked);
        Optional<KeptDocument> found =
                id.isPresent() ? documents.find(accountId, id.getAsLong()) : Optional.empty();
        return found.orElseThrow(() -> notFound(asked));
    }

    /// The failure that says a file is not there, in the same words for unknown and foreign ones.
    public static AppException notFound(String asked) {
        return new AppException(ErrorCode.NOT_FOUND, "There is no file %s.".formatted(asked));
    }
}
