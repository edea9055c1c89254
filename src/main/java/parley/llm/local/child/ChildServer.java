package parley.llm.local.child;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import parley.llm.local.llama.LlamaException;
import parley.llm.local.wire.Ask;
import parley.llm.local.wire.Tell;
import parley.llm.local.wire.Wire;

/// The child's side of the conversation between the processes. It tells its parent over the control
/// connection that it is ready, or why not, and lives as long as that connection: when the parent
/// is gone, so is the child. Each further connection to the work socket carries one request.
public final class ChildServer {
    /// Makes the engine.
    @FunctionalInterface
    public interface Start {
        /// @throws LlamaException if there can be none
        Engine engine();
    }

    private ChildServer() {}

    /// Serves until the parent closes the control connection. Does not return before.
    ///
    /// @param control where the parent listens
    /// @param work where to listen
    public static void serve(Path control, Path work, Start start) throws IOException {
        try (Wire parent = Wire.connect(control);
                ServerSocketChannel door = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            endWithParent(parent);
            door.bind(UnixDomainSocketAddress.of(work));
            Engine engine;
            try {
                engine = start.engine();
            } catch (LlamaException e) {
                parent.send(new Tell.Failed(true, e.sentence()));
                return;
            }
            parent.send(new Tell.Ready(engine.contextTokens()));
            while (true) {
                Wire wire = new Wire(door.accept());
                Thread.ofPlatform().daemon().name("answer").start(() -> answer(engine, wire));
            }
        }
    }

    private static void endWithParent(Wire parent) {
        Thread.ofPlatform()
                .daemon()
                .name("parent watch")
                .start(() -> {
                    try {
                        parent.readAsk();
                    } catch (IOException e) {
                        // The parent is gone, one way or another.
                    }
                    // Threads in native code would hold up an orderly end.
                    Runtime.getRuntime().halt(0);
                });
    }

    private static void answer(Engine engine, Wire wire) {
        try (wire) {
            @Nullable Ask ask = wire.readAsk();
            if (ask == null) {
                return;
            }
            WireAnswer answer = new WireAnswer(wire);
            Thread.ofVirtual().start(answer::awaitCancel);
            try {
                engine.answer(ask, answer);
            } catch (LlamaException e) {
                wire.send(new Tell.Failed(true, e.sentence()));
            }
        } catch (IOException e) {
            // The parent has closed this connection: nobody is there to be told.
            return;
        }
    }

    /// Whatever comes after the request, or the end of the connection, gives the answer up.
    private static final class WireAnswer implements Engine.Answer {
        private final Wire wire;
        private final AtomicBoolean cancelled = new AtomicBoolean();

        WireAnswer(Wire wire) {
            this.wire = wire;
        }

        void awaitCancel() {
            try {
                wire.readAsk();
            } catch (IOException e) {
                // The same as an orderly end.
            }
            cancelled.set(true);
        }

        @Override
        public void tell(Tell tell) throws IOException {
            wire.send(tell);
        }

        @Override
        public boolean isCancelled() {
            return cancelled.get();
        }
    }
}
