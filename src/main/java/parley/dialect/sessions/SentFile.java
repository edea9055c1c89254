package parley.dialect.sessions;

/// A file as it is sent.
///
/// @param ending of its name: `png`
/// @param bytes nobody changes them
@SuppressWarnings("ArrayRecordComponent") // They are compared nowhere, and may be 20 MB.
record SentFile(String mediaType, String ending, byte[] bytes) {}
