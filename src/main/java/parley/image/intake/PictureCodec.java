package parley.image.intake;

import parley.error.AppException;
import parley.error.ErrorCode;
import parley.image.ImageWish.FileForm;
import parley.image.pixel.Picture;
import parley.image.pixel.Size;

/// Reads PNG, JPEG, GIF (the first picture), WebP and BMP; writes PNG, JPEG and WebP.
public final class PictureCodec implements Codec {
    /// The narrowest shape that is read: 1 to this.
    private static final int NARROWEST = 50;

    private final IntakeSettings settings;
    private final ReadingRoom room;

    public PictureCodec(IntakeSettings settings) {
        this.settings = settings;
        this.room = new ReadingRoom(settings.mostPixelsAtOnce(), settings.patience());
    }

    @Override
    public Picture read(String field, byte[] file) throws InterruptedException {
        if (file.length > settings.mostBytes()) {
            throw tooLarge(
                    field,
                    "has %.1f MB; at most %d are taken"
                            .formatted(
                                    file.length / (double) (1 << 20), settings.mostBytes() >> 20));
        }
        FileKind kind = FileKind.of(file).orElseThrow(() -> unknown(field, file));
        try {
            Header header = kind.reader().header(file);
            requireReadable(field, kind, header.size(), kind.reader().most(file));
            return room.read(
                    field,
                    header.size(),
                    () -> {
                        Picture picture = kind.reader().pixels(file);
                        ColourProfile colours = ColourProfile.ofColours(header.profile());
                        return header.orientation().upright(colours.toSrgb(picture));
                    });
        } catch (DamagedFileException e) {
            throw damaged(field, String.valueOf(e.getMessage()));
        } catch (IndexOutOfBoundsException e) {
            throw damaged(field, "is cut off: it ends before its first pixel");
        }
    }

    @Override
    public Picture readKept(byte[] file) throws InterruptedException {
        FileKind kind = FileKind.of(file).orElseThrow(() -> unknown("image", file));
        try {
            return kind.reader().pixels(file);
        } catch (DamagedFileException e) {
            throw damaged("image", String.valueOf(e.getMessage()));
        }
    }

    /// @param most how many pixels the form's reader reads of this file
    private void requireReadable(String field, FileKind kind, Size size, long most) {
        long mostPixels = Math.min(settings.mostPixels(), most);
        int shorter = Math.min(size.width(), size.height());
        int longer = Math.max(size.width(), size.height());
        if (longer > settings.longestSide()) {
            throw tooLarge(
                    field,
                    "is %s pixels large; no side may be longer than %d"
                            .formatted(size, settings.longestSide()));
        }
        if (size.pixels() > mostPixels) {
            throw tooLarge(
                    field,
                    "has %.1f megapixels; of a %s at most %.1f are read"
                            .formatted(size.megapixels(), kind.name(), mostPixels / 1e6));
        }
        if (longer > (long) NARROWEST * shorter) {
            throw AppException.invalid(
                            field,
                            "%s is %s pixels large; it may not be narrower than 1:%d."
                                    .formatted(field, size, NARROWEST))
                    .as(ErrorCode.UNPROCESSABLE);
        }
    }

    private static AppException tooLarge(String field, String what) {
        return AppException.invalid(field, "%s %s. Send it smaller.".formatted(field, what))
                .as(ErrorCode.TOO_LARGE);
    }

    private static AppException unknown(String field, byte[] file) {
        return AppException.invalid(
                        field,
                        "%s is %s, and cannot be read; send it as PNG, JPEG, WebP, GIF or BMP."
                                .formatted(field, FileKind.described(file)))
                .as(ErrorCode.UNSUPPORTED_MEDIA_TYPE);
    }

    private static AppException damaged(String field, String reason) {
        return AppException.invalid(field, "%s %s.".formatted(field, reason))
                .as(ErrorCode.UNPROCESSABLE);
    }

    @Override
    public byte[] write(Picture picture, FileForm form) {
        return switch (form) {
            case PNG -> PngWriter.write(picture);
            case JPEG -> JpegWriter.write(picture);
            case WEBP -> WebpWriter.write(picture);
        };
    }
}
