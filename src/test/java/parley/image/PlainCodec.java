package parley.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import parley.error.AppException;
import parley.error.ErrorCode;
import parley.image.ImageWish.FileForm;
import parley.image.intake.Codec;
import parley.image.pixel.Picture;

/// PNG as Java itself reads and writes it. What is to be WebP becomes PNG too.
final class PlainCodec implements Codec {
    @Override
    public Picture read(String field, byte[] file) {
        try {
            @Nullable BufferedImage image = ImageIO.read(new ByteArrayInputStream(file));
            if (image == null) {
                throw new AppException(
                        ErrorCode.UNSUPPORTED_MEDIA_TYPE, "%s is no picture.".formatted(field));
            }
            int width = image.getWidth();
            int height = image.getHeight();
            return new Picture(width, height, image.getRGB(0, 0, width, height, null, 0, width));
        } catch (IOException e) {
            throw new AppException(ErrorCode.UNPROCESSABLE, field + " is damaged.", e);
        }
    }

    @Override
    public byte[] write(Picture picture, FileForm form) {
        BufferedImage image =
                new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, picture.width(), picture.height(), picture.argb(), 0, picture.width());
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }
}
