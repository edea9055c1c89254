package parley.llm.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import parley.error.AppException;
import parley.error.ErrorCode;
import parley.llm.EmbeddingModel;
import parley.llm.ModelEvent;
import parley.llm.ModelEvents;
import parley.llm.ModelInfo;
import parley.llm.ModelProvider;
import parley.llm.ModelRequest;
import parley.llm.ProviderException;
import parley.llm.ReportedUsage;
import parley.llm.Usage;
import parley.llm.local.wire.Ask;
import parley.llm.local.wire.Tell;

/// Models that run on this machine: the files of a folder, each in a process of its own.
///
/// Usage is exact: tokens read (those still known from the turn before are the cached ones) and
/// tokens chosen. What a model costs is nothing.
public final class LocalProvider implements ModelProvider, EmbeddingModel, AutoCloseable {
    public static final String NAME = "local";

    private final LocalSettings settings;
    private final ModelFolder folder;
    private final LlamaFolder library;
    private final Runners runners;

    /// Cheap: nothing is loaded before the first question.
    public LocalProvider(LocalSettings settings, Path home) {
        this(settings, home, ChildCommand.java(), ModelRunner.CANCEL_PATIENCE);
    }

    LocalProvider(
            LocalSettings settings, Path home, ChildCommand command, Duration cancelPatience) {
        this.settings = settings;
        this.folder = new ModelFolder(home, settings.model());
        this.library = new LlamaFolder(settings.library(), home);
        this.runners = new Runners(settings, command, cancelPatience);
    }

    @Override
    public String name() {
        return NAME;
    }

    /// The folder is looked at each time: a file that is put there is a model at once.
    ///
    /// @throws AppException `UNAVAILABLE` if there are files, and no llama.cpp to run them
    @Override
    public List<ModelInfo> models() {
        List<ModelInfo> models = new ArrayList<>();
        folder.files().forEach(file -> file.info(settings).ifPresent(models::add));
        if (!models.isEmpty() && library.find().isEmpty()) {
            String names = models.stream().map(ModelInfo::name).collect(Collectors.joining(", "));
            throw new AppException(
                    ErrorCode.UNAVAILABLE, library.missing() + " Waiting for it: " + names + ".");
        }
        return models;
    }

    @Override
    public Optional<String> preferredModel() {
        return settings.model()
                .flatMap(path ->
                        folder.files().stream()
                                .filter(file -> file.path().equals(path.toAbsolutePath()))
                                .map(ModelFile::name)
                                .findFirst());
    }

    @Override
    public ModelInfo describe(String model) {
        return folder.find(model)
                .flatMap(file -> file.info(settings))
                .orElseGet(() -> new ModelInfo(model, ModelInfo.CAUTIOUS_CONTEXT_TOKENS));
    }

    @Override
    public Optional<String> problem(String model) {
        return folder.find(model)
                .flatMap(ModelFile::problem)
                .map(problem ->
                        "The file %s.gguf %s. Fetch it again with \"parley models pull\"."
                                .formatted(model, problem));
    }

    /// Without a file there is nothing to offer.
    @Override
    public boolean isOptional() {
        return true;
    }

    @Override
    public Optional<EmbeddingModel> embeddings() {
        return Optional.of(this);
    }

    @Override
    public void run(ModelRequest request, ModelEvents events) throws InterruptedException {
        ModelFile file = file(request.model());
        if (file.header().isPresent() && file.header().get().isEmbedding()) {
            throw refused("%s makes vectors, and answers nothing.".formatted(file.name()));
        }
        RequestWriter writer = new RequestWriter(request, file.header());
        AnswerScanner scanner =
                new AnswerScanner(
                        events, request.options().tools().offered(), writer.beginsFresh());
        runner(file).ask(writer.ask(), tell -> pass(tell, scanner, events));
    }

    private static void pass(Tell tell, AnswerScanner scanner, ModelEvents events) {
        switch (tell) {
            case Tell.Text(String text) -> scanner.add(text);
            case Tell.Counts counts -> {
                scanner.end();
                events.accept(new ModelEvent.UsageReported(usage(counts)));
            }
            case Tell.Ended(Tell.Why why) -> finish(why, scanner, events);
            case Tell.Failed failed -> throw failure(failed);
            case Tell.Ready _, Tell.Vectors _ -> throw misunderstood();
        }
    }

    private static ReportedUsage usage(Tell.Counts counts) {
        return new ReportedUsage(
                OptionalLong.of(counts.read()),
                OptionalLong.of(counts.written()),
                OptionalLong.of(counts.cached()),
                OptionalLong.empty(),
                true);
    }

    private static void finish(Tell.Why why, AnswerScanner scanner, ModelEvents events) {
        scanner.end();
        switch (why) {
            case STOP -> events.accept(new ModelEvent.Finished(scanner.finish()));
            case LENGTH -> events.accept(new ModelEvent.Finished(parley.llm.FinishReason.LENGTH));
            case CANCELLED -> throw misunderstood();
        }
    }

    @Override
    public Embeddings embed(String model, List<String> texts, OptionalInt dimensions)
            throws InterruptedException {
        ModelFile file = file(model);
        List<Tell.Vectors> answers = new ArrayList<>();
        runner(file)
                .ask(
                        new Ask.Embed(texts),
                        tell -> {
                            switch (tell) {
                                case Tell.Vectors vectors -> answers.add(vectors);
                                case Tell.Failed failed -> throw failure(failed);
                                case Tell.Ready _, Tell.Text _, Tell.Counts _, Tell.Ended _ ->
                                        throw misunderstood();
                            }
                        });
        Tell.Vectors vectors = answers.getFirst();
        return new Embeddings(vectors.vectors(), Usage.exact(vectors.read(), 0));
    }

    private ModelRunner runner(ModelFile file) {
        Path llama =
                library.find()
                        .orElseThrow(() ->
                                new ProviderException(
                                        ProviderException.Kind.UNAVAILABLE,
                                        library.missing(),
                                        null,
                                        null));
        return runners.runner(file, llama);
    }

    private ModelFile file(String model) {
        ModelFile file =
                folder.find(model)
                        .orElseThrow(() ->
                                refused(
                                        "There is no model file %s.gguf on this machine; \"parley models list\" shows those there are."
                                                .formatted(model)));
        problem(model)
                .ifPresent(problem -> {
                    throw refused(problem);
                });
        return file;
    }

    private static ProviderException refused(String sentence) {
        return new ProviderException(ProviderException.Kind.REFUSED, sentence, null, null);
    }

    private static ProviderException failure(Tell.Failed failed) {
        return new ProviderException(
                failed.refused()
                        ? ProviderException.Kind.REFUSED
                        : ProviderException.Kind.BAD_RESPONSE,
                failed.sentence(),
                null,
                null);
    }

    private static ProviderException misunderstood() {
        return new ProviderException(
                ProviderException.Kind.BAD_RESPONSE,
                "The process that runs the model said something unexpected.",
                null,
                null);
    }

    /// Ends the processes.
    @Override
    public void close() {
        runners.close();
    }
}
