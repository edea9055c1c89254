package parley.document;

import parley.error.AppException;

/// Reads the text of documents. Safe for use by many threads; an interrupt ends the reading.
public interface DocumentReader {
    /// The media type that the first bytes show, and where they show none (text), the file name's
    /// ending.
    ///
    /// @return `application/pdf`, `text/plain`, `text/markdown`, `text/html`,
    ///   `application/vnd.openxmlformats-officedocument.wordprocessingml.document`, or
    ///   `application/octet-stream` for what cannot be read
    String mediaType(byte[] content, String filename);

    /// @param filename display text, which may decide between kinds of text
    /// @throws AppException (415) it is of no kind that can be read; (422) it is encrypted,
    ///   damaged, empty, or needs more memory or time than one document gets, and says which
    ExtractedDocument read(byte[] content, String filename) throws InterruptedException;
}
