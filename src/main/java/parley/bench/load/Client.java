package parley.bench.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import parley.bench.wire.MessageReader;

/// One client of a load: a connection that asks and is answered, over and over.
final class Client {
    private final int number;
    private final AnswerWatch answer;
    private final MessageReader reader;
    private final SocketChannel channel;
    private final SelectionKey key;
    private ByteBuffer request;

    private Client(
            int number,
            AnswerWatch answer,
            byte[] request,
            SocketChannel channel,
            SelectionKey key) {
        this.number = number;
        this.answer = answer;
        this.reader = MessageReader.ofResponses(answer);
        this.request = ByteBuffer.wrap(request);
        this.channel = channel;
        this.key = key;
        key.attach(this);
    }

    /// Begins to connect.
    ///
    /// @param request what is sent as soon as there is a connection
    static Client open(
            int number,
            AnswerWatch answer,
            byte[] request,
            InetSocketAddress target,
            Selector selector)
            throws IOException {
        SocketChannel channel = SocketChannel.open();
        try {
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.connect(target);
            SelectionKey key = channel.register(selector, SelectionKey.OP_CONNECT);
            return new Client(number, answer, request, channel, key);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    int number() {
        return number;
    }

    AnswerWatch answer() {
        return answer;
    }

    /// The connection stands: the first request leaves.
    void finishConnecting() throws IOException {
        channel.finishConnect();
        begin();
    }

    void send(byte[] bytes) throws IOException {
        request = ByteBuffer.wrap(bytes);
        begin();
    }

    private void begin() throws IOException {
        answer.begin(System.nanoTime());
        write();
    }

    /// Sends what is left of the request.
    void write() throws IOException {
        channel.write(request);
        int interest =
                request.hasRemaining()
                        ? SelectionKey.OP_READ | SelectionKey.OP_WRITE
                        : SelectionKey.OP_READ;
        if (key.interestOps() != interest) {
            key.interestOps(interest);
        }
    }

    /// Reads what has come.
    ///
    /// @return whether more may come: false after the other side closed
    /// @throws IOException if that cuts an answer
    boolean read(byte[] buffer) throws IOException {
        int length = channel.read(ByteBuffer.wrap(buffer));
        if (length < 0) {
            reader.endOfInput();
            return false;
        }
        reader.read(buffer, 0, length);
        return true;
    }

    void close() {
        key.cancel();
        try {
            channel.close();
        } catch (IOException e) {
            // It is closed all the same.
        }
    }
}
