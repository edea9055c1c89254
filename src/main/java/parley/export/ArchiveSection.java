package parley.export;

import java.io.IOException;

/// One kind of thing in an account's archive: how it gets in, and how it comes back. Sections are
/// written and read in the order in which the server lists them, so that what others refer to comes
/// first. Each has entries of its own.
public interface ArchiveSection {
    /// What it is called in reports: `conversations`, `prompts`, …
    String kind();

    /// Writes all that the account has of it, without any secret.
    void write(long accountId, ArchiveOutput archive) throws IOException, InterruptedException;

    /// Brings it into an account, each thing whole or not at all, and nothing that is there. What
    /// cannot be brought goes into the report.
    ///
    /// @throws parley.error.AppException (5xx) if the store cannot take it now
    void read(long accountId, ArchiveInput archive, ImportReport report)
            throws IOException, InterruptedException;
}
