package parley.document;

/// A document with what only lists and files show of it.
///
/// @param purpose what the client said it is for
/// @param digest SHA-256 of the file, in lower-case hexadecimal
public record KeptDocument(StoredDocument document, String purpose, String digest) {
    public long id() {
        return document.id();
    }
}
