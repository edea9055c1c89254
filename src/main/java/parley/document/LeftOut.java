package parley.document;

/// What of a document did not go to the model, for lack of room.
///
/// @param passages how many of its passages
/// @param pages how many of its pages of which nothing went
record LeftOut(StoredDocument document, int passages, int pages) {}
