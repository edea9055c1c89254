package parley.bench;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import parley.bench.target.Launch;
import parley.error.AppException;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `parley bench`
///
/// Exit codes: 0 all was measured, whatever the figures; 1 something could not be measured; 2 the
/// words make no sense.
@Command(
        name = "bench",
        description = "Measures the server on this machine, each figure beside a baseline.",
        footer = {
            "",
            "It starts servers of its own on 127.0.0.1, with homes of their own, and removes both.",
            "",
            "Examples:",
            "  parley bench --quick                all of it in about two minutes",
            "  parley bench turns relay            two of them, in full",
            "  parley bench --json figures.json    the figures of every round as well",
        })
public final class BenchCommand implements Callable<Integer> {
    @Spec private @Nullable CommandSpec spec;

    @Parameters(
            arity = "0..*",
            paramLabel = "NAME",
            description =
                    "What to measure: start, memory, turns, relay, streams, history, local, chart, xmr,"
                            + " data, images, documents, page."
                            + " Default: all, in this order; local needs --model.")
    private List<String> names = new ArrayList<>();

    @ArgGroup private Amount amount = new Amount();

    @Option(names = "--json", paramLabel = "FILE", description = "Writes the figures to a file.")
    private @Nullable Path json;

    @Option(
            names = "--folder",
            paramLabel = "DIR",
            description =
                    "Where servers keep their files meanwhile. Default: the folder for"
                            + " temporary files, unless that is in memory; then the current one.")
    private @Nullable Path folder;

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "The port that servers listen on. Default: a free one.")
    private @Nullable Integer port;

    @Option(
            names = "--model",
            paramLabel = "FILE",
            description = "The GGUF file with which local inference is measured.")
    private @Nullable Path model;

    @Option(
            names = "--library",
            paramLabel = "DIR",
            description = "The folder with llama.cpp. Default: what parley models setup fetched.")
    private @Nullable Path library;

    @Option(
            names = "--llama-server",
            paramLabel = "FILE",
            description = "llama.cpp's own server, as a baseline. Default: that on the path.")
    private @Nullable Path llamaServer;

    /// How much is measured: one of these, or neither.
    private static final class Amount {
        @Option(names = "--quick", description = "Measures less: all in about two minutes.")
        private boolean quick;

        @Option(
                names = "--large",
                description = "Measures the history with a million stored messages too.")
        private boolean large;

        Scale scale() {
            if (quick) {
                return Scale.QUICK;
            }
            return large ? Scale.LARGE : Scale.FULL;
        }
    }

    @Override
    public Integer call() throws InterruptedException {
        List<Benchmark> chosen = chosen();
        PrintWriter out = commandSpec().commandLine().getOut();
        PrintWriter err = commandSpec().commandLine().getErr();
        Path files = files();
        Machine machine = Machine.look(files);
        introduce(machine, out);
        JsonReport report = new JsonReport(amount.scale(), machine);
        OptionalInt asked = port == null ? OptionalInt.empty() : OptionalInt.of(port);
        boolean complete = true;
        try (Workbench bench =
                new Workbench(
                        amount.scale(),
                        Launch.find(),
                        files,
                        asked,
                        LocalFiles.find(model, library, llamaServer, System.getenv()),
                        doing -> say(err, doing))) {
            for (Benchmark benchmark : chosen) {
                say(err, benchmark.name() + "…");
                complete &= run(benchmark, bench, report, out);
            }
        }
        if (json != null) {
            report.write(json);
        }
        return complete ? 0 : 1;
    }

    private static boolean run(
            Benchmark benchmark, Workbench bench, JsonReport report, PrintWriter out)
            throws InterruptedException {
        try {
            Findings findings = benchmark.run(bench);
            TextReport.lines(benchmark, findings).forEach(out::println);
            report.add(benchmark, findings);
            return true;
        } catch (AppException e) {
            out.println(benchmark.name() + " could not be measured. " + e.sentence());
            return false;
        } catch (UncheckedIOException e) {
            out.println(benchmark.name() + " could not be measured: " + e.getCause());
            return false;
        } finally {
            out.println();
            out.flush();
        }
    }

    private static void introduce(Machine machine, PrintWriter out) {
        out.println(machine.inWords());
        if (machine.isBusy()) {
            out.println("Note: other programs keep this machine busy; the figures are theirs too.");
        }
        if (machine.keepsFilesInMemory()) {
            out.println(
                    "Note: the files are in memory, so keeping them costs nothing here; choose a"
                            + " folder on a disk with --folder.");
        }
        out.println();
        out.flush();
    }

    private List<Benchmark> chosen() {
        Benchmarks.unknown(names)
                .ifPresent(name -> {
                    throw new ParameterException(
                            commandSpec().commandLine(),
                            "There is no benchmark %s; there are %s."
                                    .formatted(name, Benchmarks.names()));
                });
        return Benchmarks.named(names);
    }

    private Path files() {
        Path files = folder == null ? usualFolder() : folder;
        if (!Files.isDirectory(files)) {
            throw new ParameterException(
                    commandSpec().commandLine(), "There is no folder %s.".formatted(files));
        }
        return files.toAbsolutePath();
    }

    private static Path usualFolder() {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        return Machine.keepsFilesInMemory(temporary) ? Path.of("") : temporary;
    }

    private static void say(PrintWriter err, String doing) {
        err.println(doing);
        err.flush();
    }

    private CommandSpec commandSpec() {
        return Objects.requireNonNull(spec, "picocli sets it");
    }
}
