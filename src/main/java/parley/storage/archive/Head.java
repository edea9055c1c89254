package parley.storage.archive;

/// The first line of an archive.
///
/// @param archive always `parley`
/// @param schema the version of the schema whose tables it holds
record Head(String archive, int schema) {
    static final String NAME = "parley";
}
