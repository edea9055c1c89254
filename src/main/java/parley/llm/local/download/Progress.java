package parley.llm.local.download;

/// Is told how far a download is.
@FunctionalInterface
public interface Progress {
    /// @param done bytes that are there, those of an earlier attempt included
    /// @param total all bytes; -1 where the server does not say
    void at(String file, long done, long total);
}
