package parley.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/// How often a second this disk can be made to keep something: 4 kB written and forced, over and
/// over. With one commit for each turn, no server could be faster.
final class DiskProbe {
    private static final int BLOCK = 4096;
    private static final int BLOCKS = 1000;
    private static final double NANOS_PER_SECOND = 1e9;

    private DiskProbe() {}

    /// @param folder where the file is made, and deleted again
    static double writesPerSecond(Path folder, Duration time) {
        try {
            Path file = Files.createTempFile(folder, "parley-bench-", ".probe");
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                return measure(channel, time);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double measure(FileChannel channel, Duration time) throws IOException {
        ByteBuffer block = ByteBuffer.allocateDirect(BLOCK);
        // Like a write-ahead log: the file has its length, and is written again from its beginning.
        for (int number = 0; number < BLOCKS; number++) {
            write(channel, block, number);
        }
        channel.force(true);
        long begun = System.nanoTime();
        long elapsed = 0;
        int writes = 0;
        while (elapsed < time.toNanos()) {
            write(channel, block, writes % BLOCKS);
            channel.force(false);
            writes++;
            elapsed = System.nanoTime() - begun;
        }
        return writes * NANOS_PER_SECOND / elapsed;
    }

    private static void write(FileChannel channel, ByteBuffer block, long number)
            throws IOException {
        block.clear();
        while (block.hasRemaining()) {
            channel.write(block, number * BLOCK + block.position());
        }
    }
}
