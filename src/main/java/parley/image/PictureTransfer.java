package parley.image;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import parley.error.AppException;
import parley.error.ErrorCode;
import parley.image.ImageStore.Variant;
import parley.image.ImageWish.FileForm;
import parley.image.intake.Codec;

/// Brings pictures out of the gallery and into it, as they are, with what they were made of. Safe
/// for use by many threads.
public final class PictureTransfer {
    private final ImageStore store;
    private final ImageFiles files;
    private final Codec codec;
    private final PixelThreads threads;
    private final ImageIds ids;

    PictureTransfer(
            ImageStore store, ImageFiles files, Codec codec, PixelThreads threads, ImageIds ids) {
        this.store = store;
        this.files = files;
        this.codec = codec;
        this.threads = threads;
        this.ids = ids;
    }

    /// All pictures of an account, those that were sent too, in the order of their ids.
    ///
    /// @param afterId empty for the beginning
    public List<KeptImage> pictures(long accountId, String afterId, int limit) {
        return store.all(accountId, afterId, limit);
    }

    public byte[] file(KeptImage image) {
        return files.read(image, Variant.FILE);
    }

    /// Where a picture comes from: the id it was made under.
    public String origin(KeptImage image) {
        return store.origin(image.accountId(), image.id()).orElse(image.id());
    }

    /// The id under which an account has the picture that was made under that one.
    public Optional<String> find(long accountId, String origin) {
        return store.findImage(accountId, origin)
                .map(KeptImage::id)
                .or(() ->
                        store.arrived(accountId, origin)
                                .filter(id -> store.findImage(accountId, id).isPresent()));
    }

    /// Keeps a picture that was made elsewhere. Its file is read as if it were hostile and written
    /// anew: what is kept has the same pixels (of a JPEG nearly the same), and nothing beside them.
    ///
    /// @param described what is known of it; its id, task, size and length are not taken over, and
    ///   its parents are ids of here
    /// @param origin the id it was made under
    /// @return its id
    /// @throws AppException (4xx) if the file is no picture, or of a kind that nothing makes
    public String arrive(KeptImage described, byte[] file, String origin)
            throws InterruptedException {
        FileForm form = form(described.mediaType());
        requireKnown(described.intent());
        ImageFiles.Encoded encoded = threads.call(() -> files.encode(codec.readKept(file), form));
        KeptImage image =
                new KeptImage(
                        ids.image(),
                        described.accountId(),
                        described.endUser(),
                        Optional.empty(),
                        described.intent(),
                        described.prompt(),
                        encoded.size(),
                        form.mediaType(),
                        encoded.file().length,
                        described.parentIds(),
                        described.createdAt());
        store.arrive(image, encoded.file(), encoded.thumbnail(), origin);
        return image.id();
    }

    private static FileForm form(String mediaType) {
        return Arrays.stream(FileForm.values())
                .filter(form -> form.mediaType().equals(mediaType))
                .findFirst()
                .orElseThrow(() -> wrong("media_type \"%s\"".formatted(mediaType)));
    }

    private static void requireKnown(String intent) {
        boolean known =
                intent.equals(KeptImage.UPLOAD)
                        || Arrays.stream(ImageFeature.values())
                                .anyMatch(feature -> feature.intent().equals(intent));
        if (!known) {
            throw wrong("intent \"%s\"".formatted(intent));
        }
    }

    private static AppException wrong(String what) {
        return new AppException(
                ErrorCode.UNPROCESSABLE, "No picture here has the %s.".formatted(what));
    }
}
