package parley.image;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import parley.error.AppException;
import parley.image.ImageWish.FileForm;
import parley.image.intake.Codec;
import parley.image.intake.Fetcher;
import parley.image.pixel.Size;

/// The pictures that come with requests: read where they are, written anew, kept.
final class TaskInputs {
    private static final long LARGEST_FILE = 20L * 1000 * 1000;

    private final ImageStore store;
    private final ImageFiles files;
    private final Codec codec;
    private final Fetcher fetcher;
    private final PixelThreads threads;
    private final ImageIds ids;
    private final InstantSource clock;

    TaskInputs(
            ImageStore store,
            ImageFiles files,
            Codec codec,
            Fetcher fetcher,
            PixelThreads threads,
            ImageIds ids,
            InstantSource clock) {
        this.store = store;
        this.files = files;
        this.codec = codec;
        this.fetcher = fetcher;
        this.threads = threads;
        this.ids = ids;
        this.clock = clock;
    }

    /// Whose pictures they are.
    record Owner(long accountId, Optional<String> endUser) {}

    /// A picture that was read.
    sealed interface Input {
        Size size();

        record Kept(KeptImage image) implements Input {
            @Override
            public Size size() {
                return image.size();
            }
        }

        record Sent(ImageFiles.Encoded files, String digest) implements Input {
            @Override
            public Size size() {
                return files.size();
            }
        }
    }

    /// Reads pictures and keeps none.
    Map<InputRole, Input> read(Owner owner, Map<InputRole, ImageSource> sources)
            throws InterruptedException {
        Map<InputRole, Input> inputs = new EnumMap<>(InputRole.class);
        for (InputRole role : InputRole.values()) {
            ImageSource source = sources.get(role);
            if (source != null) {
                inputs.put(role, read(owner, role.field(), source));
            }
        }
        return inputs;
    }

    /// @param field where it stands in the request
    Input read(Owner owner, String field, ImageSource source) throws InterruptedException {
        return switch (source) {
            case ImageSource.Kept kept -> new Input.Kept(find(owner, kept.imageId()));
            case ImageSource.Bytes _, ImageSource.Address _ ->
                    read(owner, field, file(field, source));
        };
    }

    /// The bytes of a picture that is not kept.
    private byte[] file(String field, ImageSource source) throws InterruptedException {
        return switch (source) {
            case ImageSource.Bytes bytes -> bytes.file();
            case ImageSource.Address address -> fetcher.get(field, address.uri(), LARGEST_FILE);
            case ImageSource.Kept(String id) -> throw ImageFiles.missing(id);
        };
    }

    /// What another label's user sent or made is as unknown as what another account's did.
    private KeptImage find(Owner owner, String imageId) {
        return store.findImage(owner.accountId(), imageId)
                .filter(image ->
                        owner.endUser().isEmpty()
                                || image.endUser().isEmpty()
                                || image.endUser().equals(owner.endUser()))
                .orElseThrow(() -> ImageFiles.missing(imageId));
    }

    private Input read(Owner owner, String field, byte[] file) throws InterruptedException {
        String digest = digest(file);
        Optional<KeptImage> known = store.findSent(owner.accountId(), owner.endUser(), digest);
        if (known.isPresent()) {
            return new Input.Kept(known.get());
        }
        ImageFiles.Encoded encoded =
                threads.call(() -> files.encode(codec.read(field, file), FileForm.PNG));
        return new Input.Sent(encoded, digest);
    }

    /// Keeps what was read, unless it is kept already. It is durable when this returns.
    KeptImage keep(Owner owner, Input input) {
        return switch (input) {
            case Input.Kept(KeptImage image) -> image;
            case Input.Sent(ImageFiles.Encoded encoded, String digest) ->
                    keep(owner, encoded, KeptImage.UPLOAD, "", Optional.of(digest));
        };
    }

    /// Keeps what a model painted. It is durable when this returns.
    KeptImage keepPainted(Owner owner, String prompt, ImageSource source)
            throws InterruptedException {
        byte[] file = file("image", source);
        ImageFiles.Encoded encoded =
                threads.call(() -> files.asItCame(codec.read("image", file), file));
        return keep(
                owner, encoded, ImageFeature.IMAGE_GENERATION.intent(), prompt, Optional.empty());
    }

    private KeptImage keep(
            Owner owner,
            ImageFiles.Encoded encoded,
            String intent,
            String prompt,
            Optional<String> digest) {
        KeptImage image =
                new KeptImage(
                        ids.image(),
                        owner.accountId(),
                        owner.endUser(),
                        Optional.empty(),
                        intent,
                        prompt,
                        encoded.size(),
                        encoded.form().mediaType(),
                        encoded.file().length,
                        List.of(),
                        clock.instant());
        files.store(image, encoded, digest);
        store.ready(image.id());
        return image;
    }

    private static String digest(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }

    /// @throws AppException (400) if the wish is for a picture to be changed, and there is none
    static Optional<Size> worked(ImageFeature feature, Map<InputRole, Input> inputs) {
        Input image = inputs.get(InputRole.IMAGE);
        if (image == null && feature.needsPicture()) {
            throw AppException.invalid("image", "image must be given: it is worked on.");
        }
        return Optional.ofNullable(image).map(Input::size);
    }
}
