package parley.llm;

import java.util.List;
import java.util.stream.Collectors;
import parley.error.AppException;
import parley.error.ErrorCode;

/// Says why a name means no model, and which names do.
final class ModelNotFound {
    private static final int MOST_NAMES = 20;
    private static final int LONGEST_NAME = 80;

    private ModelNotFound() {}

    /// @param names all there are, with their providers
    static AppException unknown(String wanted, List<String> names) {
        int more = names.size() - MOST_NAMES;
        String listed =
                names.stream()
                        .limit(MOST_NAMES)
                        .map(ModelNotFound::shown)
                        .collect(Collectors.joining(", "));
        return AppException.invalid(
                "model",
                "There is no model '%s'. There are: %s%s."
                        .formatted(
                                shown(wanted),
                                listed,
                                more > 0 ? ", and %d more".formatted(more) : ""));
    }

    static AppException ambiguous(String wanted, List<ResolvedModel> candidates) {
        return AppException.invalid(
                "model",
                "More than one provider has a model '%s'. Say which: %s."
                        .formatted(
                                shown(wanted),
                                candidates.stream()
                                        .map(ResolvedModel::fullName)
                                        .collect(Collectors.joining(" or "))));
    }

    /// @param failure why the provider's list cannot be had
    static AppException listMissing(String wanted, ModelProvider provider, AppException failure) {
        return new AppException(
                failure.code(),
                "Whether there is a model '%1$s' cannot be found out: %2$s Name it %3$s/%1$s to use it without the list."
                        .formatted(shown(wanted), failure.sentence(), provider.name()),
                failure);
    }

    /// @param failure why the model of the settings cannot be used
    static AppException badDefault(AppException failure) {
        return new AppException(
                ErrorCode.UNAVAILABLE,
                "The default model, set as model.default, cannot be used: " + failure.sentence(),
                failure);
    }

    static AppException noneThere(ModelProvider provider) {
        return new AppException(
                ErrorCode.UNAVAILABLE,
                "The model provider %s has no model. Install one there, or name another."
                        .formatted(provider.name()));
    }

    static AppException doesNotChat(ResolvedModel model) {
        return AppException.invalid(
                "model",
                "%s does not answer messages: it makes %s. Name a model that chats."
                        .formatted(
                                shown(model.fullName()),
                                model.info().can(Capability.EMBEDDING) ? "vectors" : "pictures"));
    }

    static AppException makesNoVectors(String model) {
        return AppException.invalid(
                "model", "%s makes no vectors. Name an embedding model.".formatted(shown(model)));
    }

    static AppException makesNoPictures(String model) {
        return AppException.invalid(
                "model", "%s makes no pictures. Name a model that paints.".formatted(shown(model)));
    }

    static AppException noVectors() {
        return AppException.invalid(
                "model",
                "No provider that is set up has an embedding model. Set up one that has, such as"
                        + " OpenAI or Ollama.");
    }

    private static String shown(String name) {
        String printable = name.replaceAll("\\p{Cntrl}", " ");
        int length = printable.codePointCount(0, printable.length());
        return length <= LONGEST_NAME
                ? printable
                : printable.substring(0, printable.offsetByCodePoints(0, LONGEST_NAME)) + "…";
    }
}
