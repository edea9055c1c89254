package parley.image;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import parley.error.AppException;
import parley.error.ErrorCode;
import parley.image.ImageStore.Variant;
import parley.image.ImageWish.FileForm;
import parley.image.intake.Codec;
import parley.image.pixel.Picture;
import parley.image.pixel.Size;

/// The files of pictures, in the store: in pieces, so that no one commit keeps others waiting.
final class ImageFiles {
    private static final int CHUNK = 1 << 20;

    private final ImageStore store;
    private final Codec codec;

    ImageFiles(ImageStore store, Codec codec) {
        this.store = store;
        this.codec = codec;
    }

    /// Files of a picture, ready to be stored.
    @SuppressWarnings("ArrayRecordComponent") // Compared nowhere.
    record Encoded(Size size, FileForm form, byte[] file, byte[] thumbnail) {}

    Encoded encode(Picture picture, FileForm form) {
        byte[] file = codec.write(picture, form);
        boolean isItsOwn = form == FileForm.PNG && Thumbnail.isSmall(picture);
        byte[] thumbnail = isItsOwn ? file : codec.write(Thumbnail.of(picture), FileForm.PNG);
        return new Encoded(picture.size(), form, file, thumbnail);
    }

    /// The file that was read as this picture, unless it is of a form that is not kept: then a PNG.
    Encoded asItCame(Picture picture, byte[] file) {
        return formOf(file)
                .map(form ->
                        new Encoded(
                                picture.size(),
                                form,
                                file,
                                codec.write(Thumbnail.of(picture), FileForm.PNG)))
                .orElseGet(() -> encode(picture, FileForm.PNG));
    }

    /// Of a file that was read, and so is a picture.
    private static Optional<FileForm> formOf(byte[] file) {
        return switch (file[0] & 0xFF) {
            case 0x89 -> Optional.of(FileForm.PNG);
            case 0xFF -> Optional.of(FileForm.JPEG);
            case 'R' -> Optional.of(FileForm.WEBP);
            default -> Optional.empty();
        };
    }

    /// Stores a picture with its files; it is found once its store says so.
    void store(KeptImage image, Encoded files, Optional<String> digest) {
        store.store(image, digest);
        add(image.id(), Variant.FILE, files.file());
        add(image.id(), Variant.THUMBNAIL, files.thumbnail());
    }

    private void add(String imageId, Variant variant, byte[] file) {
        int number = 0;
        for (int from = 0; from < file.length; from += CHUNK) {
            byte[] piece = Arrays.copyOfRange(file, from, Math.min(from + CHUNK, file.length));
            store.addChunk(imageId, variant, number++, piece);
        }
    }

    void discard(List<String> imageIds) {
        if (!imageIds.isEmpty()) {
            store.discard(imageIds);
        }
    }

    /// @throws AppException (404) if it was deleted
    byte[] read(KeptImage image, Variant variant) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        for (int number = 0; ; number++) {
            Optional<byte[]> piece = store.chunk(image.accountId(), image.id(), variant, number);
            if (piece.isEmpty()) {
                break;
            }
            file.writeBytes(piece.get());
        }
        if (file.size() == 0) {
            throw missing(image.id());
        }
        return file.toByteArray();
    }

    Picture picture(KeptImage image) throws InterruptedException {
        return codec.readKept(read(image, Variant.FILE));
    }

    static AppException missing(String imageId) {
        return new AppException(
                ErrorCode.NOT_FOUND, "There is no picture \"%s\".".formatted(imageId));
    }
}
