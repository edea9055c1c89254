package parley.llm;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import parley.error.AppException;
import parley.error.ErrorCode;

/// Knows every provider, and finds the model that a name means. Safe for use by many threads; waits
/// for a provider only while there is no list of its models at all.
public final class ModelCatalog {
    private final CatalogSettings settings;
    private final List<ModelList> lists;
    private final List<KnownProvider> known;
    private final FallbackFinder fallbacks;

    /// @param providers those that are set up, in the order in which they become the default; the
    ///   built-in engine last
    public ModelCatalog(CatalogSettings settings, List<ModelProvider> providers) {
        this(settings, providers, List.of());
    }

    /// @param known further providers that could be set up, beside OpenAI and Anthropic
    public ModelCatalog(
            CatalogSettings settings, List<ModelProvider> providers, List<KnownProvider> known) {
        this(settings, providers, known, System::nanoTime);
    }

    ModelCatalog(
            CatalogSettings settings,
            List<ModelProvider> providers,
            List<KnownProvider> known,
            LongSupplier nanoClock) {
        if (providers.isEmpty()) {
            throw new IllegalArgumentException("A catalog needs the built-in engine.");
        }
        this.settings = settings;
        this.lists = providers.stream().map(provider -> list(provider, nanoClock)).toList();
        this.known = new ArrayList<>(KnownProviders.USUAL);
        this.known.addAll(known);
        this.fallbacks = new FallbackFinder(settings.fallbacks(), lists);
    }

    private ModelList list(ModelProvider provider, LongSupplier nanoClock) {
        return new ModelList(provider, said -> completed(provider.name(), said), nanoClock);
    }

    private ModelInfo completed(String provider, ModelInfo said) {
        ModelInfo complete = KnownModels.complete(provider, said);
        Optional<Price> price = settings.prices().find(provider, said.name());
        return price.isEmpty()
                ? complete
                : new ModelInfo(
                        complete.name(),
                        complete.contextTokens(),
                        complete.outputTokens(),
                        complete.capabilities(),
                        price);
    }

    /// Finds a model that answers messages, and its fallbacks: `provider/model`, or the bare name
    /// where only one provider has it; empty for the default. While no provider is there, the names
    /// of the contracts' examples mean the built-in engine.
    ///
    /// @throws AppException `INVALID_REQUEST` for parameter `model`, with the names there are; or
    ///   the failure of a provider without whose list the name cannot be found
    public ResolvedModel resolve(String name) throws InterruptedException {
        String wanted = name.strip();
        ResolvedModel found = wanted.isEmpty() ? usual() : named(wanted);
        if (!found.info().chats()) {
            throw ModelNotFound.doesNotChat(found);
        }
        return fallbacks.with(found);
    }

    /// Finds a model that makes pictures, as [#resolve] finds one that answers; empty for the first
    /// there is, and where there is none for the usual one, beside which others make them. It has
    /// no fallbacks: they would answer in words.
    ///
    /// @throws AppException `INVALID_REQUEST` for parameter `model`: there is no such model, or it
    ///   makes no pictures
    public ResolvedModel resolvePainter(String name) throws InterruptedException {
        String wanted = name.strip();
        if (wanted.isEmpty()) {
            Optional<ResolvedModel> painter = firstThat(Capability.IMAGE_OUTPUT);
            return painter.isPresent() ? painter.get() : usual();
        }
        ResolvedModel found = named(wanted);
        if (found.info().cannot(Capability.IMAGE_OUTPUT)) {
            throw ModelNotFound.makesNoPictures(found.fullName());
        }
        return found;
    }

    /// Finds a model that makes vectors, as [#resolve] finds one that answers; empty for the first
    /// there is.
    ///
    /// @throws AppException `INVALID_REQUEST` for parameter `model`: there is no such model, or it
    ///   makes no vectors
    public ResolvedModel resolveEmbedding(String name) throws InterruptedException {
        String wanted = name.strip();
        if (wanted.isEmpty()) {
            return firstThat(Capability.EMBEDDING).orElseThrow(ModelNotFound::noVectors);
        }
        ResolvedModel found = named(wanted);
        boolean fits =
                found.provider().embeddings().isPresent()
                        && !found.info().cannot(Capability.EMBEDDING);
        if (!fits) {
            throw ModelNotFound.makesNoVectors(found.fullName());
        }
        return found;
    }

    /// All providers that are known, whether they are set up or not; the built-in engine last.
    public List<ProviderStatus> providers() throws InterruptedException {
        List<ProviderStatus> statuses = new ArrayList<>();
        for (ModelList list : lists) {
            if (!hasNothing(list)) {
                statuses.add(status(list));
            }
        }
        for (KnownProvider other : known) {
            if (statuses.stream().noneMatch(status -> status.name().equals(other.name()))) {
                statuses.add(statuses.size() - 1, other.status());
            }
        }
        return List.copyOf(statuses);
    }

    /// What sets this provider up, in the environment: its key or its address. Empty for one that
    /// needs nothing.
    public Optional<String> variable(String provider) {
        return known.stream()
                .filter(each -> each.name().equals(provider))
                .map(KnownProvider::variable)
                .findFirst();
    }

    /// Asks a provider for its models now, and waits for the answer.
    ///
    /// @return how that went, in words
    /// @throws AppException (404) if no such provider is known
    public ConnectionTest test(String provider) throws InterruptedException {
        Optional<ModelList> list =
                lists.stream().filter(each -> each.provider().name().equals(provider)).findFirst();
        if (list.isPresent()) {
            return ConnectionTest.of(provider, list.get().askNow());
        }
        return known.stream()
                .filter(each -> each.name().equals(provider))
                .map(each -> new ConnectionTest(false, each.advice()))
                .findFirst()
                .orElseThrow(() ->
                        new AppException(
                                ErrorCode.NOT_FOUND,
                                "There is no provider %s.".formatted(provider)));
    }

    /// The names of the providers that are set up, or may be there.
    public List<String> providerNames() {
        return lists.stream().map(list -> list.provider().name()).toList();
    }

    /// Whether a provider that may or may not be there is not, as far as is known. Asks nobody, and
    /// waits for nothing.
    public boolean isAbsent(String provider) {
        return lists.stream()
                .filter(list -> list.provider().name().equals(provider))
                .anyMatch(list ->
                        list.provider().isOptional()
                                && (list.peek().failure().isPresent()
                                        || list.peek().listed().isEmpty()));
    }

    private ResolvedModel usual() throws InterruptedException {
        if (!settings.defaultModel().isEmpty()) {
            try {
                return named(settings.defaultModel());
            } catch (AppException e) {
                throw ModelNotFound.badDefault(e);
            }
        }
        for (ModelList list : lists) {
            if (list.isThere()) {
                return defaultOf(list);
            }
        }
        return defaultOf(lists.getLast());
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
            return resolved(prefixed.get(), prefixed.get().describe(afterPrefix));
        }
        if (KnownProviders.isExample(wanted) && onlyBuiltIn()) {
            return defaultOf(lists.getLast());
        }
        Optional<String> problem = prefixed.flatMap(list -> list.provider().problem(afterPrefix));
        if (problem.isPresent()) {
            throw AppException.invalid("model", problem.get());
        }
        throw unknown(wanted);
    }

    private boolean onlyBuiltIn() throws InterruptedException {
        for (ModelList list : lists.subList(0, lists.size() - 1)) {
            if (list.isThere()) {
                return false;
            }
        }
        return true;
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
                found = Optional.of(list.describe(wanted));
            }
            found.ifPresent(info -> candidates.add(resolved(list, info)));
        }
        return candidates;
    }

    static ResolvedModel resolved(ModelList list, ModelInfo info) {
        return new ResolvedModel(list.provider(), info, List.of());
    }

    private static ResolvedModel defaultOf(ModelList list) throws InterruptedException {
        ModelList.Answer answer = list.get();
        Optional<String> preferred = list.provider().preferredModel();
        if (preferred.isPresent()) {
            return resolved(
                    list,
                    answer.find(preferred.get()).orElseGet(() -> list.describe(preferred.get())));
        }
        return answer.listed().stream()
                .filter(ModelInfo::chats)
                .findFirst()
                .map(first -> resolved(list, first))
                .orElseThrow(() ->
                        answer.failure().orElseGet(() -> ModelNotFound.noneThere(list.provider())));
    }

    private Optional<ResolvedModel> firstThat(Capability can) throws InterruptedException {
        for (ModelList list : lists) {
            boolean lacks = can == Capability.EMBEDDING && list.provider().embeddings().isEmpty();
            for (ModelInfo info : lacks ? List.<ModelInfo>of() : list.get().listed()) {
                if (info.can(can)) {
                    return Optional.of(resolved(list, info));
                }
            }
        }
        return Optional.empty();
    }

    /// Whether there is nothing to say of a provider that may or may not be there.
    private static boolean hasNothing(ModelList list) throws InterruptedException {
        ModelList.Answer answer = list.get();
        return list.provider().isOptional()
                && answer.listed().isEmpty()
                && answer.failure().isEmpty();
    }

    private static ProviderStatus status(ModelList list) throws InterruptedException {
        ModelList.Answer answer = list.get();
        boolean available = answer.failure().isEmpty() && !answer.isUnknown();
        return new ProviderStatus(
                list.provider().name(),
                available || !list.provider().isOptional(),
                available,
                answer.listed(),
                list.provider()
                        .preferredModel()
                        .or(() ->
                                answer.listed().stream()
                                        .filter(ModelInfo::chats)
                                        .map(ModelInfo::name)
                                        .findFirst()),
                answer.failure().map(AppException::sentence));
    }

    private AppException unknown(String wanted) throws InterruptedException {
        List<String> names = new ArrayList<>();
        for (ModelList list : lists) {
            ModelList.Answer answer = list.get();
            boolean missing = answer.models().isEmpty() && answer.failure().isPresent();
            if (missing && !list.provider().isOptional()) {
                return ModelNotFound.listMissing(wanted, list.provider(), answer.failure().get());
            }
            answer.listed().stream()
                    .map(info -> resolved(list, info).fullName())
                    .forEach(names::add);
        }
        return ModelNotFound.unknown(wanted, names);
    }
}
