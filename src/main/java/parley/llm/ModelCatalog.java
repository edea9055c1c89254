package parley.llm;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import parley.error.AppException;

/// Knows every provider, and finds the model that a name means. Safe for use by many threads; waits
/// for a provider only while there is no list of its models at all.
public final class ModelCatalog {
    private final CatalogSettings settings;
    private final List<ModelList> lists;

    /// @param providers those that are set up, in the order in which they become the default; the
    ///   built-in engine last
    public ModelCatalog(CatalogSettings settings, List<ModelProvider> providers) {
        this(settings, providers, System::nanoTime);
    }

    ModelCatalog(CatalogSettings settings, List<ModelProvider> providers, LongSupplier nanoClock) {
        if (providers.isEmpty()) {
            throw new IllegalArgumentException("A catalog needs the built-in engine.");
        }
        this.settings = settings;
        this.lists =
                providers.stream().map(provider -> new ModelList(provider, nanoClock)).toList();
    }

    /// Finds a model: `provider/model`, or the bare name where only one provider has it; empty for
    /// the default. While no provider is set up, the names of the contracts' examples mean the
    /// built-in engine.
    ///
    /// @throws AppException `INVALID_REQUEST` for parameter `model`, with the names there are; or
    ///   the failure of a provider without whose list the name cannot be found
    public ResolvedModel resolve(String name) throws InterruptedException {
        String wanted = name.strip();
        if (!wanted.isEmpty()) {
            return named(wanted);
        }
        return settings.defaultModel().isEmpty() ? defaultOf(lists.getFirst()) : usual();
    }

    private ResolvedModel usual() throws InterruptedException {
        try {
            return named(settings.defaultModel());
        } catch (AppException e) {
            throw ModelNotFound.badDefault(e);
        }
    }

    /// All providers that are known, whether they are set up or not; the built-in engine last.
    public List<ProviderStatus> providers() throws InterruptedException {
        List<ProviderStatus> statuses = new ArrayList<>();
        for (ModelList list : lists) {
            statuses.add(status(list));
        }
        for (ProviderStatus known : KnownProviders.notSetUp()) {
            if (statuses.stream().noneMatch(status -> status.name().equals(known.name()))) {
                statuses.add(statuses.size() - 1, known);
            }
        }
        return List.copyOf(statuses);
    }

    private ResolvedModel named(String wanted) throws InterruptedException {
        Optional<ModelList> prefixed = listNamedIn(wanted);
        String afterPrefix = wanted.substring(wanted.indexOf('/') + 1);
        if (prefixed.isPresent()) {
            Optional<ModelInfo> found = prefixed.get().get().find(afterPrefix);
            if (found.isPresent()) {
                return resolved(prefixed.get(), found.get());
            }
        }
        List<ResolvedModel> candidates = withName(wanted);
        if (candidates.size() > 1) {
            throw ModelNotFound.ambiguous(wanted, candidates);
        }
        if (candidates.size() == 1) {
            return candidates.getFirst();
        }
        if (prefixed.isPresent() && prefixed.get().get().models().isEmpty()) {
            return resolved(prefixed.get(), prefixed.get().provider().describe(afterPrefix));
        }
        if (lists.size() == 1 && KnownProviders.isExample(wanted)) {
            return defaultOf(lists.getFirst());
        }
        throw unknown(wanted);
    }

    private Optional<ModelList> listNamedIn(String wanted) {
        return lists.stream()
                .filter(list -> wanted.startsWith(list.provider().name() + "/"))
                .filter(list -> wanted.length() > list.provider().name().length() + 1)
                .findFirst();
    }

    /// The models of this name, wherever they are.
    private List<ResolvedModel> withName(String wanted) throws InterruptedException {
        List<ResolvedModel> candidates = new ArrayList<>();
        for (ModelList list : lists) {
            Optional<ModelInfo> found = list.get().find(wanted);
            if (found.isEmpty() && list.provider().preferredModel().equals(Optional.of(wanted))) {
                found = Optional.of(list.provider().describe(wanted));
            }
            found.ifPresent(info -> candidates.add(resolved(list, info)));
        }
        return candidates;
    }

    private static ResolvedModel resolved(ModelList list, ModelInfo info) {
        return new ResolvedModel(list.provider(), info.name(), info.contextTokens());
    }

    private static ResolvedModel defaultOf(ModelList list) throws InterruptedException {
        ModelList.Answer answer = list.get();
        Optional<String> preferred = list.provider().preferredModel();
        if (preferred.isPresent()) {
            return resolved(
                    list,
                    answer.find(preferred.get())
                            .orElseGet(() -> list.provider().describe(preferred.get())));
        }
        return answer.listed().stream()
                .findFirst()
                .map(first -> resolved(list, first))
                .orElseThrow(() ->
                        answer.failure().orElseGet(() -> ModelNotFound.noneThere(list.provider())));
    }

    private static ProviderStatus status(ModelList list) throws InterruptedException {
        ModelList.Answer answer = list.get();
        List<String> models = answer.listed().stream().map(ModelInfo::name).toList();
        return new ProviderStatus(
                list.provider().name(),
                answer.failure().isEmpty(),
                models,
                list.provider().preferredModel().or(() -> models.stream().findFirst()),
                answer.failure().map(AppException::sentence));
    }

    private AppException unknown(String wanted) throws InterruptedException {
        List<String> names = new ArrayList<>();
        for (ModelList list : lists) {
            ModelList.Answer answer = list.get();
            if (answer.models().isEmpty() && answer.failure().isPresent()) {
                return ModelNotFound.listMissing(wanted, list.provider(), answer.failure().get());
            }
            answer.listed().stream()
                    .map(info -> resolved(list, info).fullName())
                    .forEach(names::add);
        }
        return ModelNotFound.unknown(wanted, names);
    }
}
