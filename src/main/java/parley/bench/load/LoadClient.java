package parley.bench.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Selector;

/// Makes load from the thread that calls it: one selector, however many connections, so that ten
/// thousand streams cost little more than their bytes.
public final class LoadClient implements AutoCloseable {
    private final Selector selector;

    public LoadClient() {
        try {
            this.selector = Selector.open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Carries out a plan and tells what came of it. Requests that fail are counted; a client whose
    /// connection breaks does not come back. Returns after the last answer, or when every client is
    /// gone.
    public LoadReport run(LoadPlan plan) throws InterruptedException {
        LoadRun run = new LoadRun(plan, selector);
        try {
            return run.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            run.close();
        }
    }

    @Override
    public void close() {
        try {
            selector.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
