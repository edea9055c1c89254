package parley.llm.local;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import parley.llm.ModelProvider;
import parley.llm.ModelProviderContract;
import parley.llm.ModelRequest;

/// The contract of all providers, over a process that speaks the protocol.
final class ScriptedContractTest extends ModelProviderContract {
    @TempDir Path folder;
    private ScriptedHome home;

    @BeforeEach
    void start() throws IOException {
        home = new ScriptedHome(folder, Map.of(), Duration.ofSeconds(20));
    }

    @AfterEach
    void stop() {
        home.close();
    }

    @Override
    protected ModelProvider provider() {
        return home.provider;
    }

    @Override
    protected ModelRequest answered(boolean streamed) {
        return ScriptedHome.request("good", "hello");
    }

    @Override
    protected ModelRequest silent(boolean streamed) {
        return ScriptedHome.request("good", "be silent");
    }

    @Override
    protected ModelRequest stalling() {
        return ScriptedHome.request("good", "stall");
    }

    @Override
    protected void awaitArrival() throws InterruptedException {
        ScriptedHome.await(() -> home.count("asked") > 0);
    }

    @Override
    protected Duration awaitAbort(long sinceNanos) throws InterruptedException {
        ScriptedHome.await(() -> home.count("given up") > 0);
        return Duration.ofNanos(System.nanoTime() - sinceNanos);
    }

    @Override
    protected int attempts() {
        return (int) home.count("asked");
    }
}
