package parley.llm;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Finds the models that the settings name as fallbacks, without waiting for any provider: a
/// fallback must not delay the answer it is kept ready for. A name that means nothing is skipped.
final class FallbackFinder {
    private static final Logger LOG = LoggerFactory.getLogger(FallbackFinder.class);

    private final Fallbacks fallbacks;
    private final List<ModelList> lists;
    private final Set<String> reported = ConcurrentHashMap.newKeySet();

    FallbackFinder(Fallbacks fallbacks, List<ModelList> lists) {
        this.fallbacks = fallbacks;
        this.lists = lists;
    }

    /// The model, with those that answer where it cannot.
    ResolvedModel with(ResolvedModel model) {
        List<String> names = fallbacks.of(model);
        if (names.isEmpty()) {
            return model;
        }
        List<ResolvedModel> found = new ArrayList<>(names.size());
        for (String name : names) {
            Optional<ResolvedModel> fallback = find(name);
            if (fallback.isEmpty() && reported.add(name)) {
                LOG.warn("model.fallbacks names {}, which no provider has; it is skipped.", name);
            }
            fallback.filter(other -> !other.fullName().equals(model.fullName()))
                    .ifPresent(found::add);
        }
        return new ResolvedModel(model.provider(), model.info(), found);
    }

    private Optional<ResolvedModel> find(String name) {
        for (ModelList list : lists) {
            String prefix = list.provider().name() + "/";
            Optional<ModelInfo> info =
                    name.startsWith(prefix)
                            ? inList(list, name.substring(prefix.length()))
                            : list.peek().find(name);
            if (info.filter(ModelInfo::chats).isPresent()) {
                return Optional.of(ModelCatalog.resolved(list, info.get()));
            }
        }
        return Optional.empty();
    }

    /// A provider whose list is not known yet is believed to have the model, unless it may not be
    /// there at all.
    private static Optional<ModelInfo> inList(ModelList list, String model) {
        ModelList.Answer answer = list.peek();
        if (list.provider().isOptional() && answer.failure().isPresent()) {
            return Optional.empty();
        }
        return answer.models().isPresent() ? answer.find(model) : Optional.of(list.describe(model));
    }
}
