package parley.image;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import parley.error.AppException;
import parley.error.RateLimit;

/// Takes wishes, and sees that they are done: see [ImageTask]. Safe for use by many threads.
public interface ImageService {
    /// Takes a wish. Its pictures are read and kept, and the task is stored, before this returns.
    ///
    /// @throws AppException (400, 413, 415, 422) a picture cannot be read, or is too large; (404)
    ///   there is no such picture in the gallery; (400) there is no such engine, or it cannot do
    ///   this; (429) the account's limits
    ImageTask submit(TaskRequest request) throws InterruptedException;

    /// Waits until the task has ended, at most this long. Ending the wait does not end the task.
    ///
    /// @return the task in whatever state it is then
    ImageTask await(ImageTask task, Duration patience) throws InterruptedException;

    /// @throws AppException (404) if the account has no such task
    ImageTask load(long accountId, String taskId);

    /// Ends a task that has not ended. What has ended stays as it is.
    ///
    /// @throws AppException (404) if the account has no such task
    ImageTask cancel(long accountId, String taskId);

    /// Keeps a picture that was sent, to be used later by its id.
    ///
    /// @param field where it stands in the request
    /// @throws AppException as [#submit]
    KeptImage keep(long accountId, Optional<String> endUser, String field, ImageSource source)
            throws InterruptedException;

    /// Keeps a picture that a model painted apart from all tasks: it is in the gallery, as its
    /// model sent it where it is of a form that is kept.
    ///
    /// @param prompt what was to be painted
    /// @throws AppException (4xx) it cannot be read
    KeptImage keepPainted(
            long accountId, Optional<String> endUser, String prompt, ImageSource source)
            throws InterruptedException;

    /// The engines that can do this, the one that is taken by itself first.
    List<ImageEngine> engines(ImageFeature feature);

    /// What the account has left now, to be told in headers. Empty where nothing is limited.
    List<RateLimit> left(long accountId);

    Gallery gallery();
}
