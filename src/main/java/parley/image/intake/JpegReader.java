package parley.image.intake;

import java.awt.image.Raster;
import java.util.Iterator;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import parley.image.pixel.Picture;

/// Reads JPEG files with Java's own reader: grey, colours, and four inks.
final class JpegReader implements FormReader {
    @Override
    public Header header(byte[] file) throws DamagedFileException {
        return new JpegFile(file).header();
    }

    @Override
    public Picture pixels(byte[] file) throws DamagedFileException, InterruptedException {
        JpegFile jpeg = new JpegFile(file);
        if (jpeg.components() == 4) {
            Raster inks =
                    Readers.run(
                            provider(),
                            jpeg.pixelsOnly(),
                            reader -> reader.readRaster(0, reader.getDefaultReadParam()));
            return Inks.picture(inks, jpeg.inks(), jpeg.profile());
        }
        return Readers.run(
                provider(), jpeg.pixelsOnly(), reader -> Rasters.picture(reader.read(0)));
    }

    /// Java's own.
    private static ImageReaderSpi provider() {
        Iterator<ImageReaderSpi> providers =
                IIORegistry.getDefaultInstance().getServiceProviders(ImageReaderSpi.class, true);
        while (providers.hasNext()) {
            ImageReaderSpi provider = providers.next();
            if ("java.desktop".equals(provider.getClass().getModule().getName())
                    && "jpeg".equalsIgnoreCase(provider.getFormatNames()[0])) {
                return provider;
            }
        }
        throw new IllegalStateException("This Java cannot read JPEG files.");
    }
}
