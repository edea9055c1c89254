package parley.image;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import parley.ledger.LedgerEntry;

/// Keeps tasks, and pictures with their files. Every change is durable when the method returns.
/// What belongs to another account is not found. Every method throws [AppException] where the store
/// cannot be reached, or is full.
public interface ImageStore {
    /// The files of a picture.
    enum Variant {
        /// As it was made, or sent.
        FILE,
        /// A small PNG.
        THUMBNAIL;

        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// @param node the server that sees to it
    void create(StoredTask task, String node);

    Optional<StoredTask> find(long accountId, String taskId);

    /// The work on a task begins, once more or for the first time.
    ///
    /// @return the task, now `IN_PROGRESS`; empty if it has ended, or another server sees to it
    Optional<StoredTask> begin(String taskId, String node);

    /// @return whether the task is still in work on this server
    boolean progress(String taskId, String node, double progress);

    /// A server that stops gives back what it began, as if it had not.
    void release(String taskId, String node);

    /// Ends a task that has not ended: makes its pictures be there and books what it cost, all or
    /// nothing.
    ///
    /// @param ended as it is to be from now on; its pictures were stored before, see [#store]
    /// @param node the server that must be seeing to it; empty where that does not matter
    /// @return whether this ended it
    boolean finish(ImageTask ended, Optional<String> node, Optional<LedgerEntry> entry);

    /// The unfinished tasks of a server, oldest first.
    List<StoredTask> unfinished(String node);

    /// Gives this server the unfinished tasks of others that no longer live.
    ///
    /// @param deadBefore servers that were last said to live until before this are dead
    List<StoredTask> takeOver(String node, Instant deadBefore);

    /// A picture whose files are still to be stored; nobody finds it before [#ready], or before its
    /// task is finished.
    ///
    /// @param digest of the file that was sent; empty for one that was made
    void store(KeptImage image, Optional<String> digest);

    /// Adds the next piece of a file.
    void addChunk(String imageId, Variant variant, int number, byte[] bytes);

    /// A picture that was sent is whole.
    void ready(String imageId);

    /// Deletes what was stored and never got ready.
    void discard(List<String> imageIds);

    /// Deletes what never got ready, such as by a server that died.
    void dropUnready(Instant before);

    /// Deletes pictures that were sent before then, and to which no task, no message and no other
    /// picture refers. Those that were imported stay.
    ///
    /// @return how many were deleted; more may be left
    int dropUnusedUploads(Instant sentBefore);

    /// A picture that was made elsewhere, with its files, in one commit.
    ///
    /// @param origin tells it from others, wherever they were made
    void arrive(KeptImage image, byte[] file, byte[] thumbnail, String origin);

    /// The id under which an account has what came from there; it may have been deleted since.
    Optional<String> arrived(long accountId, String origin);

    /// Where a picture came from that was imported.
    Optional<String> origin(long accountId, String imageId);

    /// All pictures of an account, those that were sent too, in the order of their ids.
    ///
    /// @param afterId empty for the beginning
    List<KeptImage> all(long accountId, String afterId, int limit);

    Optional<KeptImage> findImage(long accountId, String imageId);

    /// What was sent before under the same label as the same file.
    Optional<KeptImage> findSent(long accountId, Optional<String> endUser, String digest);

    /// A piece of a file; empty after the last one.
    Optional<byte[]> chunk(long accountId, String imageId, Variant variant, int number);

    /// What was made, newest first. See [Gallery#list].
    Gallery.Page list(long accountId, Gallery.Filter filter, int limit, int offset);

    /// See [Gallery#family].
    List<KeptImage> family(KeptImage image);

    /// Deletes a picture with its files.
    ///
    /// @return whether there was one
    boolean delete(long accountId, String imageId);
}
