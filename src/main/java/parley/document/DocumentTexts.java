package parley.document;

import parley.document.DocumentStore.Variant;
import parley.error.AppException;
import parley.error.ErrorCode;

/// The texts of documents, as they were read when those were stored.
public final class DocumentTexts implements PassageSearch.Texts {
    private final DocumentFiles files;

    public DocumentTexts(DocumentStore store) {
        this.files = new DocumentFiles(store);
    }

    /// @throws AppException (404) if the document was deleted
    @Override
    public ExtractedDocument text(StoredDocument document) {
        return files.read(document.accountId(), document.id(), Variant.TEXT)
                .map(DocumentFiles::unpack)
                .orElseThrow(() ->
                        new AppException(
                                ErrorCode.NOT_FOUND,
                                "The file %s was deleted.".formatted(document.filename())));
    }
}
