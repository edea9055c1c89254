package parley.llm.local;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import parley.llm.Capability;
import parley.llm.ModelInfo;
import parley.llm.Price;
import parley.llm.local.gguf.GgufHeader;

/// A file that may be a model.
///
/// @param name the file's name without `.gguf`
/// @param header empty for a file that is no whole model
/// @param problem why it is none; completes "The file … "
public record ModelFile(
        String name, Path path, Optional<GgufHeader> header, Optional<String> problem) {
    static final String SUFFIX = ".gguf";

    /// What it can be used for.
    Optional<ModelInfo> info(LocalSettings settings) {
        return header.map(found ->
                new ModelInfo(
                        name,
                        contextTokens(found, settings),
                        OptionalInt.empty(),
                        capabilities(found),
                        Optional.of(Price.FREE)));
    }

    private static Set<Capability> capabilities(GgufHeader header) {
        return header.isEmbedding()
                ? EnumSet.of(Capability.EMBEDDING)
                : EnumSet.of(Capability.TOOLS, Capability.JSON_SCHEMA);
    }

    static int contextTokens(GgufHeader header, LocalSettings settings) {
        int most =
                settings.contextTokens() == 0
                        ? LocalSettings.USUAL_CONTEXT_TOKENS
                        : settings.contextTokens();
        return (int) Math.min(most, Math.max(1, header.contextTokens().orElse(most)));
    }
}
