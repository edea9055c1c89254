package parley.image.intake;

import java.io.IOException;
import java.util.ServiceConfigurationError;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.ImageInputStreamImpl;

/// Runs readers of Java's image API: in memory, by their own class and never by what is installed,
/// and ending when the thread is interrupted.
final class Readers {
    private Readers() {}

    /// What is done with a reader.
    @FunctionalInterface
    interface Work<T> {
        T with(ImageReader reader) throws IOException;
    }

    static <T> T run(ImageReaderSpi provider, byte[] file, Work<T> work)
            throws DamagedFileException, InterruptedException {
        FormReader.requireWanted();
        Warnings warnings = new Warnings();
        try (WantedStream stream = new WantedStream(file)) {
            ImageReader reader = provider.createReaderInstance();
            try {
                reader.addIIOReadWarningListener(warnings);
                reader.setInput(stream, true, true);
                T result = work.with(reader);
                warnings.requireWhole();
                return result;
            } finally {
                reader.dispose();
            }
        } catch (IOException | ServiceConfigurationError e) {
            FormReader.requireWanted();
            throw new DamagedFileException("is damaged: it cannot be read to its end", e);
        }
    }

    /// A file that ends for its reader when nobody waits for the picture any more.
    private static final class WantedStream extends ImageInputStreamImpl {
        private final byte[] file;

        WantedStream(byte[] file) {
            this.file = file;
        }

        @Override
        public int read() throws IOException {
            bitOffset = 0;
            return streamPos >= file.length ? -1 : file[(int) streamPos++] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            if (Thread.currentThread().isInterrupted()) {
                throw new IOException("Interrupted while a picture was read");
            }
            bitOffset = 0;
            if (streamPos >= file.length) {
                return -1;
            }
            int count = (int) Math.min(length, file.length - streamPos);
            System.arraycopy(file, (int) streamPos, buffer, offset, count);
            streamPos += count;
            return count;
        }

        @Override
        public long length() {
            return file.length;
        }
    }

    /// Hears what a reader puts right. Missing pixels cannot be.
    private static final class Warnings implements IIOReadWarningListener {
        private boolean cutOff;

        @Override
        public void warningOccurred(ImageReader source, String warning) {
            cutOff |= warning.contains("remature end");
        }

        void requireWhole() throws DamagedFileException {
            if (cutOff) {
                throw new DamagedFileException("is cut off: it ends before its last pixel");
            }
        }
    }
}
