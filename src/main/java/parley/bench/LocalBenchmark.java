package parley.bench;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Optional;
import parley.bench.load.RequestBytes;
import parley.bench.target.LlamaServerProcess;
import parley.bench.target.ServerHome;
import parley.bench.target.ServerOptions;
import parley.bench.target.ServerProcess;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// How fast a model on this machine reads and writes, through the server, beside llama.cpp's own
/// server on the same file.
///
/// Reading is measured with answers of one token, writing with what longer ones take more. Every
/// prompt is a new one, so that nothing is known from before.
final class LocalBenchmark implements Benchmark {
    private static final String READ = " read";
    private static final String WRITTEN = " written";
    private static final String PARLEY = "Parley";
    private static final String LLAMA = "llama.cpp's server";
    private static final int SENTENCES = 25;

    @Override
    public String name() {
        return "local";
    }

    @Override
    public String question() {
        return "How fast a model on this machine reads and writes";
    }

    @Override
    public Findings run(Workbench bench) throws InterruptedException {
        Findings findings = new Findings();
        LocalFiles files = bench.localFiles();
        if (files.model().isEmpty()) {
            findings.note("Nothing was measured: --model names the GGUF file to measure.");
            return findings;
        }
        Path model = files.model().get();
        Rounds rounds = new Rounds();
        try (ServerHome home = bench.home();
                ServerProcess parley = bench.start(home, options(files, model)).awaitReady();
                OptionalServer llama = OptionalServer.start(bench, files, model)) {
            measure(bench, new Target(PARLEY, parley.address(), "/v1/turns"), rounds);
            if (llama.process().isPresent()) {
                InetSocketAddress address = llama.process().get().address();
                measure(bench, new Target(LLAMA, address, "/v1/chat/completions"), rounds);
            }
        }
        rows(findings, rounds, files.llamaServer().isPresent());
        return findings;
    }

    private static ServerOptions options(LocalFiles files, Path model) {
        ServerOptions options = ServerOptions.DEFAULT.with("local.model", model.toString());
        return files.library()
                .map(folder -> options.with("local.library", folder.toString()))
                .orElse(options);
    }

    private static void rows(Findings findings, Rounds rounds, boolean hasBaseline) {
        for (String what : new String[] {READ, WRITTEN}) {
            Row row = Row.of("tokens" + what, "tokens/s", rounds.samples(PARLEY + what));
            findings.add(hasBaseline ? row.beside(LLAMA, rounds.samples(LLAMA + what)) : row);
        }
        if (!hasBaseline) {
            findings.note(
                    "llama-server is not on the path, so there is no baseline; --llama-server"
                            + " names one.");
        }
    }

    /// Somebody who answers.
    private record Target(String name, InetSocketAddress address, String path) {}

    private static void measure(Workbench bench, Target target, Rounds rounds) {
        int tokens = bench.scale().pick(64, 128);
        // The model is loaded with the first question, which does not count.
        ask(bench, target, 0, 1);
        for (int round = 1; round <= bench.scale().pick(Scale.ROUNDS, 7); round++) {
            bench.progress("%s, round %d".formatted(target.name(), round));
            Answer one = ask(bench, target, 2 * round, 1);
            Answer many = ask(bench, target, 2 * round + 1, tokens);
            rounds.add(target.name() + READ, one.read() / one.seconds());
            double more = Math.max(1e-6, many.seconds() - one.seconds());
            rounds.add(target.name() + WRITTEN, Math.max(0, many.written() - 1) / more);
        }
    }

    private record Answer(double seconds, long read, long written) {}

    private static Answer ask(Workbench bench, Target target, int number, int tokens) {
        String prompt = prompt(number);
        String json =
                """
                {"message":"%1$s","messages":[{"role":"user","content":"%1$s"}],\
                "cache_prompt":false,"stream":false,"temperature":0,"max_tokens":%2$d}\
                """
                        .formatted(prompt, tokens);
        byte[] request = RequestBytes.postJson(target.path(), Optional.empty(), json);
        long begun = System.nanoTime();
        String reply = bench.call(target.address(), request).text();
        double seconds = (System.nanoTime() - begun) / 1e9;
        JsonNode usage = JsonMapper.shared().readTree(reply).findPath("usage");
        return new Answer(
                seconds,
                usage.path("input_tokens").asLong(usage.path("prompt_tokens").asLong(0)),
                usage.path("output_tokens").asLong(usage.path("completion_tokens").asLong(0)));
    }

    /// Differs from all others from its first word on.
    private static String prompt(int number) {
        StringBuilder prompt = new StringBuilder(number + ":");
        for (int i = 0; i < SENTENCES; i++) {
            prompt.append(
                    " The quick brown fox number %d jumps over the lazy dog and looks at chart %d."
                            .formatted(number * 1000 + i, i));
        }
        return prompt.toString();
    }

    /// llama.cpp's server, if there is one.
    private record OptionalServer(Optional<LlamaServerProcess> process) implements AutoCloseable {
        static OptionalServer start(Workbench bench, LocalFiles files, Path model)
                throws InterruptedException {
            return new OptionalServer(
                    files.llamaServer().isPresent()
                            ? Optional.of(bench.llamaServer(files.llamaServer().get(), model))
                            : Optional.empty());
        }

        @Override
        public void close() {
            process.ifPresent(LlamaServerProcess::close);
        }
    }
}
