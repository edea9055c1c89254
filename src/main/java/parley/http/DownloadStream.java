package parley.http;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;

/// The bytes of an answer on their way to the client. The head leaves with the first of them, so
/// that what fails before can still be told.
final class DownloadStream extends OutputStream {
    private static final int BUFFER = 64 * 1024;

    /// Sends a piece, waiting while the client reads slowly.
    @FunctionalInterface
    interface Sender {
        void send(byte[] bytes) throws InterruptedException;
    }

    private final Sender sender;
    private final byte[] buffer = new byte[BUFFER];
    private int length;
    private boolean begun;

    private DownloadStream(Sender sender) {
        this.sender = sender;
    }

    /// Sends all that the download writes.
    ///
    /// @return whether that was anything
    static boolean sendAll(Download download, Sender sender) throws InterruptedException {
        DownloadStream out = new DownloadStream(sender);
        try {
            download.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        out.sendBuffer();
        return out.begun;
    }

    @Override
    public void write(int one) {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) {
        int done = 0;
        while (done < count) {
            int some = Math.min(count - done, BUFFER - length);
            System.arraycopy(bytes, from + done, buffer, length, some);
            length += some;
            done += some;
            if (length == BUFFER) {
                sendBuffer();
            }
        }
    }

    private void sendBuffer() {
        if (length == 0) {
            return;
        }
        begun = true;
        byte[] piece = Arrays.copyOf(buffer, length);
        length = 0;
        try {
            sender.send(piece);
        } catch (InterruptedException e) {
            // Part of the answer is out: nobody may take it for the whole.
            Thread.currentThread().interrupt();
            throw new ClientGoneException();
        }
    }
}
